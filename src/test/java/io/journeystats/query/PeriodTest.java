package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar days as instants; what is expected is taken from the clocks' changes as published. */
class PeriodTest {
  private static final Instant NOW = Instant.parse("2026-03-09T18:00:00Z");

  @Test
  void allHasNoBounds() {
    TimeRange all = new Period.All().resolve(ZoneId.of("Asia/Kathmandu"), NOW);
    assertThat(all.from()).isEmpty();
    assertThat(all.to()).isEmpty();
    assertThat(new Period.All().preceding()).isEmpty();
    assertThat(new Period.All().elapsedPreceding(ZoneId.of("Asia/Kathmandu"), NOW)).isEmpty();
  }

  /** New York's clocks went forward on March 8th. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 2026-03-09T04:00:00Z, 2026-03-10T04:00:00Z",
    "1, 1, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "6, 0, 2026-03-03T05:00:00Z, 2026-03-10T04:00:00Z",
    "29, 0, 2026-02-08T05:00:00Z, 2026-03-10T04:00:00Z"
  })
  void recentDaysEndWithTheirLastDay(int first, int last, Instant from, Instant to) {
    Period period = new Period.Recent("recent", first, last);
    assertThat(period.resolve(ZoneId.of("America/New_York"), NOW))
        .isEqualTo(TimeRange.between(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "1, 1, 2026-03-07T05:00:00Z, 2026-03-08T05:00:00Z",
    "6, 0, 2026-02-24T05:00:00Z, 2026-03-03T05:00:00Z",
    "29, 0, 2026-01-09T05:00:00Z, 2026-02-08T05:00:00Z"
  })
  void asManyDaysPrecedeRecentOnes(int first, int last, Instant from, Instant to) {
    Period before = new Period.Recent("recent", first, last).preceding().orElseThrow();
    assertThat(before.resolve(ZoneId.of("America/New_York"), NOW))
        .isEqualTo(TimeRange.between(from, to));
    assertThat(before.key()).isEqualTo("custom");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-12, 2026-05-12, 2026-05-11, 2026-05-11",
    "2026-05-01, 2026-05-31, 2026-03-31, 2026-04-30",
    "2024-02-29, 2024-03-01, 2024-02-27, 2024-02-28",
    "2026-01-01, 2026-12-31, 2025-01-01, 2025-12-31"
  })
  void asManyDaysPrecedeDays(
      LocalDate first, LocalDate last, LocalDate firstBefore, LocalDate lastBefore) {
    assertThat(new Period.Days(first, last).preceding())
        .isEqualTo(Optional.of(new Period.Days(firstBefore, lastBefore)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    // 24 hours, by whole hours and by odd offsets.
    "UTC, 2026-05-12, 2026-05-12T00:00:00Z, 2026-05-13T00:00:00Z",
    "Asia/Kathmandu, 2026-05-12, 2026-05-11T18:15:00Z, 2026-05-12T18:15:00Z",
    "Pacific/Kiritimati, 2026-05-12, 2026-05-11T10:00:00Z, 2026-05-12T10:00:00Z",
    "Pacific/Pago_Pago, 2026-05-12, 2026-05-12T11:00:00Z, 2026-05-13T11:00:00Z",
    // 23 and 25 hours.
    "America/New_York, 2026-03-08, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    "America/New_York, 2025-11-02, 2025-11-02T04:00:00Z, 2025-11-03T05:00:00Z",
    "Europe/Berlin, 2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    // Half an hour more, and one that changes from +13:45 to +12:45.
    "Australia/Lord_Howe, 2026-04-05, 2026-04-04T13:00:00Z, 2026-04-05T13:30:00Z",
    "Pacific/Chatham, 2026-04-05, 2026-04-04T10:15:00Z, 2026-04-05T11:15:00Z",
    // Midnight does not exist: the day begins at one.
    "America/Sao_Paulo, 2018-11-04, 2018-11-04T03:00:00Z, 2018-11-05T02:00:00Z",
    "Africa/Cairo, 2024-04-26, 2024-04-25T22:00:00Z, 2024-04-26T21:00:00Z",
    "Asia/Beirut, 2024-03-31, 2024-03-30T22:00:00Z, 2024-03-31T21:00:00Z",
    "America/Havana, 2026-03-08, 2026-03-08T05:00:00Z, 2026-03-09T04:00:00Z",
    // The hour before midnight comes twice, so the day before lasts 25 hours.
    "America/Sao_Paulo, 2018-02-17, 2018-02-17T02:00:00Z, 2018-02-18T03:00:00Z",
    "Africa/Cairo, 2024-10-31, 2024-10-30T21:00:00Z, 2024-10-31T22:00:00Z",
    "Asia/Beirut, 2024-10-26, 2024-10-25T21:00:00Z, 2024-10-26T22:00:00Z",
    // Midnight comes twice: the day begins with the first.
    "America/Havana, 2026-11-01, 2026-11-01T04:00:00Z, 2026-11-02T05:00:00Z",
    // Samoa left out a day, which has no instants.
    "Pacific/Apia, 2011-12-29, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Apia, 2011-12-30, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z",
    "Pacific/Apia, 2011-12-31, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z"
  })
  void aDayLastsAsLongAsItsClocksSay(ZoneId zone, LocalDate day, Instant from, Instant to) {
    assertThat(new Period.Days(day, day).resolve(zone, NOW)).isEqualTo(TimeRange.between(from, to));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "Asia/Kathmandu, 2026-05-12T18:14:59.999Z, 2026-05-11T18:15:00Z",
    "Asia/Kathmandu, 2026-05-12T18:15:00Z, 2026-05-12T18:15:00Z",
    "Africa/Cairo, 2024-04-25T21:59:59.999Z, 2024-04-24T22:00:00Z",
    "Africa/Cairo, 2024-04-25T22:00:00Z, 2024-04-25T22:00:00Z",
    "America/Sao_Paulo, 2018-02-18T02:59:59.999Z, 2018-02-17T02:00:00Z",
    "America/Sao_Paulo, 2018-02-18T03:00:00Z, 2018-02-18T03:00:00Z",
    // A minute after midnight clocks went back to 23:01; the new day had begun.
    "America/St_Johns, 2006-10-29T02:30:30Z, 2006-10-29T02:30:00Z",
    "America/St_Johns, 2006-10-29T03:00:00Z, 2006-10-29T02:30:00Z"
  })
  void todayIsTheDayOfTheMoment(ZoneId zone, Instant now, Instant from) {
    TimeRange today = new Period.Recent("today", 0, 0).resolve(zone, now);
    assertThat(today.from()).contains(from);
    assertThat(today.touches(now, now)).isTrue();
  }

  /**
   * What had elapsed of the days before, at an instant. Clocks went forward in Berlin on 2026-03-29
   * at 01:00Z and back on 2026-10-25 at 01:00Z.
   */
  @ParameterizedTest(name = "{0} {1} to {2} at {3}")
  @CsvSource({
    // A day, a week and a range that ends later, cut to the millisecond.
    "UTC, 2026-05-12, 2026-05-12, 2026-05-12T14:02:03.004Z, 2026-05-11T00:00:00Z,"
        + " 2026-05-11T14:02:03.004Z",
    "UTC, 2026-05-12, 2026-05-12, 2026-05-12T14:02:03.004999Z, 2026-05-11T00:00:00Z,"
        + " 2026-05-11T14:02:03.004Z",
    "UTC, 2026-05-06, 2026-05-12, 2026-05-12T14:02:03Z, 2026-04-29T00:00:00Z, 2026-05-05T14:02:03Z",
    "UTC, 2026-05-01, 2026-05-31, 2026-05-12T14:02:03Z, 2026-03-31T00:00:00Z, 2026-04-11T14:02:03Z",
    "Asia/Kathmandu, 2026-05-12, 2026-05-12, 2026-05-12T02:00:00Z, 2026-05-10T18:15:00Z,"
        + " 2026-05-11T02:00:00Z",
    "Asia/Kathmandu, 2026-05-12, 2026-05-12, 2026-05-12T18:14:59.999Z, 2026-05-10T18:15:00Z,"
        + " 2026-05-11T18:14:59.999Z",
    // At the first instant, at the last and after it, and before it begins.
    "UTC, 2026-05-12, 2026-05-12, 2026-05-12T00:00:00Z, 2026-05-11T00:00:00Z, 2026-05-11T00:00:00Z",
    "UTC, 2026-05-12, 2026-05-12, 2026-05-13T00:00:00Z, 2026-05-11T00:00:00Z, 2026-05-12T00:00:00Z",
    "UTC, 2026-05-12, 2026-05-13, 2027-01-01T00:00:00Z, 2026-05-10T00:00:00Z, 2026-05-12T00:00:00Z",
    "UTC, 2026-05-12, 2026-05-13, 2026-05-11T12:00:00Z, 2026-05-10T00:00:00Z, 2026-05-10T00:00:00Z",
    // Clocks changed the night before: 10:00 is 10:00, though an hour more or less has passed.
    "Europe/Berlin, 2026-03-29, 2026-03-29, 2026-03-29T08:00:00Z, 2026-03-27T23:00:00Z,"
        + " 2026-03-28T09:00:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-25, 2026-10-25T09:00:00Z, 2026-10-23T22:00:00Z,"
        + " 2026-10-24T08:00:00Z",
    // On the day before 02:30 was left out, so it ends when clocks went from 02:00 to 03:00.
    "Europe/Berlin, 2026-03-30, 2026-03-30, 2026-03-29T23:59:59.999Z, 2026-03-28T23:00:00Z,"
        + " 2026-03-29T00:59:59.999Z",
    "Europe/Berlin, 2026-03-30, 2026-03-30, 2026-03-30T00:30:00Z, 2026-03-28T23:00:00Z,"
        + " 2026-03-29T01:00:00Z",
    "Europe/Berlin, 2026-03-30, 2026-03-30, 2026-03-30T01:00:00Z, 2026-03-28T23:00:00Z,"
        + " 2026-03-29T01:00:00Z",
    "Europe/Berlin, 2026-03-30, 2026-03-30, 2026-03-30T01:30:00Z, 2026-03-28T23:00:00Z,"
        + " 2026-03-29T01:30:00Z",
    // On the day before 02:30 came twice, the first time in summer time.
    "Europe/Berlin, 2026-10-26, 2026-10-26, 2026-10-26T01:30:00Z, 2026-10-24T22:00:00Z,"
        + " 2026-10-25T00:30:00Z",
    "Europe/Berlin, 2026-10-26, 2026-10-26, 2026-10-26T02:00:00Z, 2026-10-24T22:00:00Z,"
        + " 2026-10-25T02:00:00Z",
    // Today 02:30 comes twice, and once on the day before.
    "Europe/Berlin, 2026-10-25, 2026-10-25, 2026-10-25T00:30:00Z, 2026-10-23T22:00:00Z,"
        + " 2026-10-24T00:30:00Z",
    "Europe/Berlin, 2026-10-25, 2026-10-25, 2026-10-25T01:30:00Z, 2026-10-23T22:00:00Z,"
        + " 2026-10-24T00:30:00Z",
    // Midnight did not exist on 2018-11-04: the day began at 01:00.
    "America/Sao_Paulo, 2018-11-05, 2018-11-05, 2018-11-05T02:30:00Z, 2018-11-04T03:00:00Z,"
        + " 2018-11-04T03:00:00Z",
    "America/Sao_Paulo, 2018-11-05, 2018-11-05, 2018-11-05T03:30:00Z, 2018-11-04T03:00:00Z,"
        + " 2018-11-04T03:30:00Z",
    "America/Sao_Paulo, 2018-11-04, 2018-11-04, 2018-11-04T03:30:00Z, 2018-11-03T03:00:00Z,"
        + " 2018-11-03T04:30:00Z",
    // The hour before midnight came twice on 2018-02-17.
    "America/Sao_Paulo, 2018-02-18, 2018-02-18, 2018-02-19T02:30:00Z, 2018-02-17T02:00:00Z,"
        + " 2018-02-18T01:30:00Z",
    "America/Sao_Paulo, 2018-02-17, 2018-02-17, 2018-02-18T02:30:00Z, 2018-02-16T02:00:00Z,"
        + " 2018-02-17T01:30:00Z",
    // Half an hour comes twice on 2026-04-05, and is left out on 2026-10-04.
    "Australia/Lord_Howe, 2026-04-06, 2026-04-06, 2026-04-05T15:15:00Z, 2026-04-04T13:00:00Z,"
        + " 2026-04-04T14:45:00Z",
    "Australia/Lord_Howe, 2026-04-05, 2026-04-05, 2026-04-04T15:15:00Z, 2026-04-03T13:00:00Z,"
        + " 2026-04-03T14:45:00Z",
    "Australia/Lord_Howe, 2026-10-05, 2026-10-05, 2026-10-04T15:15:00Z, 2026-10-03T13:30:00Z,"
        + " 2026-10-03T15:30:00Z",
    // Samoa left out 2011-12-30.
    "Pacific/Apia, 2011-12-31, 2011-12-31, 2011-12-30T20:00:00Z, 2011-12-30T10:00:00Z,"
        + " 2011-12-30T10:00:00Z",
    "Pacific/Apia, 2011-12-31, 2012-01-01, 2011-12-30T20:00:00Z, 2011-12-29T10:00:00Z,"
        + " 2011-12-29T20:00:00Z",
    "Pacific/Apia, 2011-12-31, 2012-01-01, 2011-12-31T20:00:00Z, 2011-12-29T10:00:00Z,"
        + " 2011-12-30T10:00:00Z",
    "Pacific/Apia, 2012-01-01, 2012-01-01, 2011-12-31T20:00:00Z, 2011-12-30T10:00:00Z,"
        + " 2011-12-30T20:00:00Z",
    // A minute after midnight clocks went back to 23:01, which is of the day before.
    "America/St_Johns, 2006-10-29, 2006-10-29, 2006-10-29T02:30:30Z, 2006-10-28T02:30:00Z,"
        + " 2006-10-28T02:30:30Z",
    "America/St_Johns, 2006-10-29, 2006-10-29, 2006-10-29T03:00:00Z, 2006-10-28T02:30:00Z,"
        + " 2006-10-28T02:30:00Z",
    "America/St_Johns, 2006-10-28, 2006-10-28, 2006-10-29T03:00:00Z, 2006-10-27T02:30:00Z,"
        + " 2006-10-28T02:30:00Z"
  })
  void theSamePartHadElapsedOfTheDaysBefore(
      ZoneId zone, LocalDate first, LocalDate last, Instant now, Instant from, Instant to) {
    assertThat(new Period.Days(first, last).elapsedPreceding(zone, now))
        .contains(TimeRange.between(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2026-03-08T05:00:00Z, 2026-03-08T18:00:00Z",
    "1, 1, 2026-03-07T05:00:00Z, 2026-03-08T05:00:00Z",
    "6, 0, 2026-02-24T05:00:00Z, 2026-03-02T19:00:00Z",
    "29, 0, 2026-01-09T05:00:00Z, 2026-02-07T19:00:00Z"
  })
  void recentDaysHaveElapsedUpToNow(int first, int last, Instant from, Instant to) {
    Period period = new Period.Recent("recent", first, last);
    assertThat(period.elapsedPreceding(ZoneId.of("America/New_York"), NOW))
        .contains(TimeRange.between(from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asia/Kathmandu",
        "America/Sao_Paulo",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "America/St_Johns",
        "Africa/Cairo"
      })
  void nothingOfAPeriodThatIsOverIsLeftOut(ZoneId zone) {
    for (LocalDate day = LocalDate.of(2005, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
      Period.Days days = new Period.Days(day, day);
      TimeRange whole = days.preceding().orElseThrow().resolve(zone, NOW);
      Instant first = days.resolve(zone, NOW).from().orElseThrow();
      Instant end = days.resolve(zone, NOW).to().orElseThrow();
      assertThat(days.elapsedPreceding(zone, end)).contains(whole);
      assertThat(days.elapsedPreceding(zone, first.minusMillis(1)))
          .contains(TimeRange.between(whole.from().orElseThrow(), whole.from().orElseThrow()));
      TimeRange part = days.elapsedPreceding(zone, first.plusSeconds(45_000)).orElseThrow();
      assertThat(part.from()).isEqualTo(whole.from());
      assertThat(part.to().orElseThrow())
          .isBetween(whole.from().orElseThrow(), whole.to().orElseThrow());
    }
  }
}
