package io.journeystats.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.journeystats.http.FieldError;
import io.journeystats.http.InvalidInputException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The period as it is written in a query, asked for in New York on the day after clocks changed.
 */
class PeriodRequestTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-03-09T18:00:00Z");

  private static ResolvedPeriod resolve(
      @Nullable String period,
      @Nullable String from,
      @Nullable String to,
      @Nullable String tz,
      @Nullable String preceding) {
    return new PeriodRequest(period, from, to, tz, preceding).resolve(NEW_YORK, NOW);
  }

  private static List<String> faults(
      @Nullable String period,
      @Nullable String from,
      @Nullable String to,
      @Nullable String tz,
      @Nullable String preceding) {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> resolve(period, from, to, tz, preceding));
    return Objects.requireNonNull(refused).errors().stream().map(FieldError::field).toList();
  }

  @ParameterizedTest
  @CsvSource({
    ", all, ,",
    "all, all, ,",
    "today, today, 2026-03-09T04:00:00Z, 2026-03-10T04:00:00Z",
    "yesterday, yesterday, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "7d, 7d, 2026-03-03T05:00:00Z, 2026-03-10T04:00:00Z",
    "30d, 30d, 2026-02-08T05:00:00Z, 2026-03-10T04:00:00Z"
  })
  void aNameMeansDaysOfTheTenantsZone(
      @Nullable String name, String told, @Nullable Instant from, @Nullable Instant to) {
    ResolvedPeriod period = resolve(name, null, null, null, null);
    assertThat(period.name()).isEqualTo(told);
    assertThat(period.from()).isEqualTo(from);
    assertThat(period.to()).isEqualTo(to);
    assertThat(period.tz()).isEqualTo("America/New_York");
  }

  @ParameterizedTest
  @CsvSource({"custom", ","})
  void daysAreBothIncluded(@Nullable String name) {
    ResolvedPeriod period = resolve(name, "2026-03-07", "2026-03-08", null, null);
    assertThat(period.name()).isEqualTo("custom");
    assertThat(period.from()).isEqualTo("2026-03-07T05:00:00Z");
    assertThat(period.to()).isEqualTo("2026-03-09T04:00:00Z");
  }

  @Test
  void anotherZoneHasOtherDays() {
    ResolvedPeriod period = resolve("today", null, null, "Asia/Kathmandu", null);
    assertThat(period.from()).isEqualTo("2026-03-08T18:15:00Z");
    assertThat(period.to()).isEqualTo("2026-03-09T18:15:00Z");
    assertThat(period.tz()).isEqualTo("Asia/Kathmandu");
  }

  @ParameterizedTest
  @CsvSource({
    "today, , , 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "yesterday, , , 2026-03-07T05:00:00Z, 2026-03-08T05:00:00Z",
    "7d, , , 2026-02-24T05:00:00Z, 2026-03-03T05:00:00Z",
    "30d, , , 2026-01-09T05:00:00Z, 2026-02-08T05:00:00Z",
    "custom, 2026-03-07, 2026-03-09, 2026-03-04T05:00:00Z, 2026-03-07T05:00:00Z"
  })
  void theOneBeforeIsAsLong(
      String name, @Nullable String from, @Nullable String to, Instant first, Instant end) {
    ResolvedPeriod before = resolve(name, from, to, null, "true");
    assertThat(before.name()).isEqualTo("custom");
    assertThat(before.from()).isEqualTo(first);
    assertThat(before.to()).isEqualTo(end);
    assertThat(resolve(name, from, to, null, "false"))
        .isEqualTo(resolve(name, from, to, null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "today, , , 2026-03-08T05:00:00Z, 2026-03-08T18:00:00Z",
    "yesterday, , , 2026-03-07T05:00:00Z, 2026-03-08T05:00:00Z",
    "7d, , , 2026-02-24T05:00:00Z, 2026-03-02T19:00:00Z",
    "custom, 2026-03-07, 2026-03-11, 2026-03-02T05:00:00Z, 2026-03-04T19:00:00Z",
    "custom, 2026-03-10, 2026-03-11, 2026-03-08T05:00:00Z, 2026-03-08T05:00:00Z"
  })
  void theOneBeforeIsCutWhereTheOtherHasComeTo(
      String name, @Nullable String from, @Nullable String to, Instant first, Instant end) {
    ResolvedPeriod before = resolve(name, from, to, null, "elapsed");
    assertThat(before.name()).isEqualTo("custom");
    assertThat(before.from()).isEqualTo(first);
    assertThat(before.to()).isEqualTo(end);
    assertThat(before.now()).isEqualTo(NOW);
  }

  /** Clocks in New York showed 23:59:58 and 00:00:04. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-09T17:59:54Z, 2026-03-09T18:00:00Z, 2026-03-08T17:59:54Z",
    "2026-03-10T03:59:58Z, 2026-03-10T04:00:04Z, 2026-03-09T04:00:04Z"
  })
  void aMomentBeforeNowCountsOnTheSameDayOnly(Instant moment, Instant now, Instant end) {
    PeriodRequest today = new PeriodRequest("today", null, null, null, "elapsed");
    assertThat(today.resolve(NEW_YORK, now, () -> moment).to()).isEqualTo(end);
  }

  @Test
  void aMomentIsAskedForOnlyWhereItMatters() {
    for (String preceding : List.of("true", "false")) {
      assertThatNoException()
          .isThrownBy(() ->
              new PeriodRequest("today", null, null, null, preceding)
                  .resolve(
                      NEW_YORK,
                      NOW,
                      () -> {
                        throw new AssertionError(preceding);
                      }));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "year, , , , , period",
    "ALL, , , , , period",
    "'', , , , , period",
    "today, 2026-03-01, 2026-03-02, , , from",
    "today, , 2026-03-02, , , to",
    "all, 2026-03-01, , , , from",
    "custom, , 2026-03-02, , , from",
    "custom, 2026-03-01, , , , to",
    ", 2026-03-01, , , , to",
    "custom, 2026-03-02, 2026-03-01, , , from",
    "custom, 2026-02-29, 2026-03-01, , , from",
    "custom, 2026-3-1, 2026-03-02, , , from",
    "custom, 2026-03-01T00:00:00Z, 2026-03-02, , , from",
    "custom, 1899-12-31, 2026-03-01, , , from",
    "custom, 2026-03-01, 2300-01-01, , , to",
    "today, , , Mars/Olympus, , tz",
    "today, , , +02:00, , tz",
    "today, , , '', , tz",
    "today, , , europe/berlin, , tz",
    "today, , , , yes, preceding",
    "today, , , , TRUE, preceding",
    "today, , , , Elapsed, preceding",
    "today, , , , '', preceding",
    "all, , , , elapsed, preceding",
    "all, , , , yes, preceding",
    ", , , , elapsed, preceding",
    "all, , , , true, preceding",
    ", , , , true, preceding"
  })
  void whatIsWrongIsNamed(
      @Nullable String period,
      @Nullable String from,
      @Nullable String to,
      @Nullable String tz,
      @Nullable String preceding,
      String field) {
    assertThat(faults(period, from, to, tz, preceding)).containsExactly(field);
  }

  @Test
  void theAllowedValuesAreNamed() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> resolve("today", null, null, null, "maybe"));
    assertThat(Objects.requireNonNull(refused).errors())
        .containsExactly(new FieldError("preceding", "must be true, elapsed or false"));
  }

  @Test
  void theFirstAndTheLastDayOfAllMayBeAskedFor() {
    ResolvedPeriod period = resolve("custom", "1900-01-01", "2299-12-31", "UTC", null);
    assertThat(period.from()).isEqualTo("1900-01-01T00:00:00Z");
    assertThat(period.to()).isEqualTo("2300-01-01T00:00:00Z");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThat(faults("custom", "soon", null, "Mars", "perhaps"))
        .containsExactlyInAnyOrder("tz", "from", "to", "preceding");
  }
}
