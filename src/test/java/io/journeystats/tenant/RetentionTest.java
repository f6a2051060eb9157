package io.journeystats.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first retained day, in different time zones. */
class RetentionTest {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static Retention days(int days) {
    return new Retention(Optional.of(days), Optional.empty(), Optional.empty());
  }

  private static Optional<Instant> instant(String text) {
    return Optional.of(Instant.parse(text));
  }

  @Test
  void keepsEventsForeverByDefault() {
    assertThat(Retention.FOREVER.from(UTC, Instant.parse("2026-05-12T12:00:00Z"))).isEmpty();
    assertThat(Retention.FOREVER.nextChange(UTC, Instant.parse("2026-05-12T12:00:00Z"))).isEmpty();
  }

  @Test
  void changesAtMidnightOfTheTimeZone() {
    assertThat(days(30).from(BERLIN, Instant.parse("2026-05-12T21:59:59.999Z")))
        .isEqualTo(instant("2026-04-11T22:00:00Z"));
    assertThat(days(30).from(BERLIN, Instant.parse("2026-05-12T22:00:00Z")))
        .isEqualTo(instant("2026-04-12T22:00:00Z"));
    assertThat(days(30).nextChange(BERLIN, Instant.parse("2026-05-12T21:59:59.999Z")))
        .isEqualTo(instant("2026-05-12T22:00:00Z"));
  }

  @Test
  void countsCalendarDaysRatherThanHours() {
    // Clocks were set forward in between.
    assertThat(days(30).from(BERLIN, Instant.parse("2026-04-10T12:00:00Z")))
        .isEqualTo(instant("2026-03-10T23:00:00Z"));
    // A day that starts at 01:00, since midnight was skipped.
    assertThat(days(30).from(ZoneId.of("Asia/Beirut"), Instant.parse("2026-04-28T12:00:00Z")))
        .isEqualTo(instant("2026-03-28T22:00:00Z"));
  }

  /** Before 1972 this zone's offset was not a multiple of a quarter-hour. */
  @Test
  void handlesUnusualOffsets() {
    ZoneId monrovia = ZoneId.of("Africa/Monrovia");
    assertThat(days(20_000).from(monrovia, Instant.parse("2026-05-12T12:00:00Z")))
        .isEqualTo(instant("1971-08-09T00:44:30Z"));
  }

  /** A day that ends twice. */
  @Test
  void neverGoesBackIfClocksAreSetBackAcrossMidnight() {
    ZoneId saintJohns = ZoneId.of("America/St_Johns");
    // 00:01 of 2 November 2008 became 23:01 of 1 November.
    Instant after = Instant.parse("2008-11-02T02:31:00Z");
    Optional<Instant> before = days(30).from(saintJohns, after.minusSeconds(1));
    assertThat(before).isEqualTo(instant("2008-10-03T02:30:00Z"));
    assertThat(days(30).from(saintJohns, after)).isEqualTo(before);
    assertThat(days(30).from(saintJohns, after.plusSeconds(3600))).isEqualTo(before);
  }

  @Test
  void expiredEventsDoNotReappear() {
    Instant now = Instant.parse("2026-05-12T12:00:00Z");
    Optional<Instant> floor = instant("2026-01-01T00:00:00Z");
    assertThat(new Retention(Optional.of(365), floor, Optional.empty()).from(UTC, now))
        .isEqualTo(floor);
    assertThat(new Retention(Optional.empty(), floor, Optional.empty()).from(UTC, now))
        .isEqualTo(floor);
    assertThat(new Retention(Optional.of(30), floor, Optional.empty()).from(UTC, now))
        .isEqualTo(instant("2026-04-12T00:00:00Z"));
  }
}
