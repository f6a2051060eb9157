package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.exactness.NaiveCalendar.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveCalendarTest {

  private static List<String> times(Interval interval, String zone, String from, String to) {
    NaiveCalendar calendar = new NaiveCalendar(interval, ZoneId.of(zone));
    return calendar.buckets(Instant.parse(from), Instant.parse(to)).stream()
        .map(calendar::time)
        .toList();
  }

  private static String bucket(Interval interval, String zone, String time) {
    NaiveCalendar calendar = new NaiveCalendar(interval, ZoneId.of(zone));
    return calendar.time(calendar.bucket(Instant.parse(time)));
  }

  @Test
  void anHourIsSkippedInNewYorksSpring() {
    assertThat(
            times(
                Interval.HOUR,
                "America/New_York",
                "2026-03-08T06:59:59.999Z",
                "2026-03-08T07:00:00Z"))
        .containsExactly("2026-03-08T01:00:00-05:00", "2026-03-08T03:00:00-04:00");
  }

  @Test
  void anHourComesTwiceInNewYorksAutumn() {
    assertThat(
            times(
                Interval.HOUR, "America/New_York", "2025-11-02T04:30:00Z", "2025-11-02T07:30:00Z"))
        .containsExactly(
            "2025-11-02T00:00:00-04:00",
            "2025-11-02T01:00:00-04:00",
            "2025-11-02T01:00:00-05:00",
            "2025-11-02T02:00:00-05:00");
  }

  @Test
  void anHourLasts90MinutesInLordHowesAutumn() {
    assertThat(
            times(
                Interval.HOUR,
                "Australia/Lord_Howe",
                "2026-04-04T13:30:00Z",
                "2026-04-04T15:30:00Z"))
        .containsExactly(
            "2026-04-05T00:00:00+11:00", "2026-04-05T01:00:00+11:00", "2026-04-05T02:00:00+10:30");
    assertThat(bucket(Interval.HOUR, "Australia/Lord_Howe", "2026-04-04T15:29:59.999Z"))
        .isEqualTo("2026-04-05T01:00:00+11:00");
  }

  @Test
  void anHourIsLongInLordHowesSpring() {
    assertThat(
            times(
                Interval.HOUR,
                "Australia/Lord_Howe",
                "2025-10-04T15:00:00Z",
                "2025-10-04T16:30:00Z"))
        .containsExactly("2025-10-05T01:00:00+10:30", "2025-10-05T03:00:00+11:00");
  }

  @Test
  void hoursNeverRunBackwardsInChathamsAutumn() {
    assertThat(
            times(Interval.HOUR, "Pacific/Chatham", "2026-04-04T12:15:00Z", "2026-04-04T15:15:00Z"))
        .containsExactly(
            "2026-04-05T02:00:00+13:45",
            "2026-04-05T03:00:00+13:45",
            "2026-04-05T03:00:00+12:45",
            "2026-04-05T04:00:00+12:45");
    assertThat(bucket(Interval.HOUR, "Pacific/Chatham", "2026-04-04T14:05:00Z"))
        .isEqualTo("2026-04-05T03:00:00+13:45");
  }

  @Test
  void daysBeginAtMidnightOfTheZone() {
    assertThat(bucket(Interval.DAY, "Asia/Kathmandu", "2026-03-08T18:14:59.999Z"))
        .isEqualTo("2026-03-08T00:00:00+05:45");
    assertThat(bucket(Interval.DAY, "Asia/Kathmandu", "2026-03-08T18:15:00Z"))
        .isEqualTo("2026-03-09T00:00:00+05:45");
  }

  @Test
  void weeksBeginOnMonday() {
    assertThat(times(Interval.WEEK, "UTC", "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"))
        .containsExactly("2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z");
  }

  @Test
  void monthsBeginWithTheOffsetOfTheirFirstDay() {
    assertThat(
            times(
                Interval.MONTH, "America/New_York", "2026-03-31T12:00:00Z", "2026-04-01T12:00:00Z"))
        .containsExactly("2026-03-01T00:00:00-05:00", "2026-04-01T00:00:00-04:00");
  }

  @Test
  void aDayMayLast23Hours() {
    LocalDate sunday = LocalDate.parse("2026-03-08");
    NaivePeriod period = NaivePeriod.custom(sunday, sunday, ZoneId.of("America/New_York"));
    assertThat(period.contains(Instant.parse("2026-03-08T05:00:00Z"))).isTrue();
    assertThat(period.contains(Instant.parse("2026-03-09T03:59:59.999Z"))).isTrue();
    assertThat(period.contains(Instant.parse("2026-03-09T04:00:00Z"))).isFalse();
  }

  @Test
  void sevenDaysAreTodayAndTheSixBefore() {
    NaivePeriod period =
        NaivePeriod.named("7d", ZoneId.of("Asia/Kathmandu"), Instant.parse("2026-05-07T20:00:00Z"));
    assertThat(period.from()).contains(Instant.parse("2026-05-01T18:15:00Z"));
    assertThat(period.to()).contains(Instant.parse("2026-05-08T18:15:00Z"));
  }
}
