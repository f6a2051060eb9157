package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Buckets across changes of clocks. */
class IntervalTest {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  @ParameterizedTest
  @CsvSource({"hour, HOUR", "day, DAY", "week, WEEK", "month, MONTH"})
  void isFoundByItsName(String key, Interval interval) {
    assertThat(Interval.find(key)).contains(interval);
    assertThat(interval.key()).isEqualTo(key);
  }

  @Test
  void hasNoOtherNames() {
    assertThat(Stream.of("", "Hour", "HOUR", "hours", "year", "auto"))
        .allSatisfy(name -> assertThat(Interval.find(name)).isEmpty());
  }

  /** The buckets from the one to the other, as they are shown. */
  private static List<String> buckets(Interval interval, String zone, String first, String last) {
    ZoneId of = ZoneId.of(zone);
    Instant end = interval.start(Instant.parse(last), of);
    return Stream.iterate(
            interval.start(Instant.parse(first), of),
            start -> !start.isAfter(end),
            start -> interval.next(start, of))
        .map(start -> TIME.format(start.atZone(of)))
        .toList();
  }

  @Test
  void anHourIsSkippedInNewYorksSpring() {
    assertThat(
            buckets(
                Interval.HOUR,
                "America/New_York",
                "2026-03-08T06:59:59.999Z",
                "2026-03-08T07:00:00Z"))
        .containsExactly("2026-03-08T01:00:00-05:00", "2026-03-08T03:00:00-04:00");
  }

  @Test
  void anHourComesTwiceInNewYorksAutumn() {
    assertThat(
            buckets(
                Interval.HOUR, "America/New_York", "2025-11-02T04:30:00Z", "2025-11-02T07:30:00Z"))
        .containsExactly(
            "2025-11-02T00:00:00-04:00",
            "2025-11-02T01:00:00-04:00",
            "2025-11-02T01:00:00-05:00",
            "2025-11-02T02:00:00-05:00");
  }

  @Test
  void anHourLastsNinetyMinutesWhereClocksGoBackByHalfAnHour() {
    assertThat(
            buckets(
                Interval.HOUR,
                "Australia/Lord_Howe",
                "2026-04-04T13:30:00Z",
                "2026-04-04T15:30:00Z"))
        .containsExactly(
            "2026-04-05T00:00:00+11:00", "2026-04-05T01:00:00+11:00", "2026-04-05T02:00:00+10:30");
  }

  @Test
  void anHourLastsNinetyMinutesWhereClocksGoForwardByHalfAnHour() {
    assertThat(
            buckets(
                Interval.HOUR,
                "Australia/Lord_Howe",
                "2025-10-04T15:00:00Z",
                "2025-10-04T16:30:00Z"))
        .containsExactly("2025-10-05T01:00:00+10:30", "2025-10-05T03:00:00+11:00");
  }

  @Test
  void hoursAreThoseOfTheZonesClocks() {
    assertThat(
            buckets(
                Interval.HOUR,
                "Asia/Kathmandu",
                "2026-05-12T18:14:59.999Z",
                "2026-05-12T18:15:00Z"))
        .containsExactly("2026-05-12T23:00:00+05:45", "2026-05-13T00:00:00+05:45");
  }

  @Test
  void theFirstHourIsOneOClockWhereMidnightDoesNotExist() {
    assertThat(
            buckets(Interval.HOUR, "Africa/Cairo", "2024-04-25T21:00:00Z", "2024-04-25T22:30:00Z"))
        .containsExactly("2024-04-25T23:00:00+02:00", "2024-04-26T01:00:00+03:00");
  }

  @Test
  void daysBeginLateWhereMidnightDoesNotExist() {
    assertThat(
            buckets(
                Interval.DAY, "America/Sao_Paulo", "2018-11-03T12:00:00Z", "2018-11-05T12:00:00Z"))
        .containsExactly(
            "2018-11-03T00:00:00-03:00", "2018-11-04T01:00:00-02:00", "2018-11-05T00:00:00-02:00");
  }

  @Test
  void theDayThatSamoaLeftOutHasNoBucket() {
    assertThat(
            buckets(Interval.DAY, "Pacific/Apia", "2011-12-29T12:00:00Z", "2011-12-31T12:00:00Z"))
        .containsExactly(
            "2011-12-29T00:00:00-10:00", "2011-12-31T00:00:00+14:00", "2012-01-01T00:00:00+14:00");
  }

  @Test
  void weeksBeginOnMonday() {
    assertThat(buckets(Interval.WEEK, "UTC", "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"))
        .containsExactly("2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z");
    assertThat(
            buckets(
                Interval.WEEK, "Asia/Beirut", "2024-03-31T20:59:59.999Z", "2024-03-31T21:00:00Z"))
        .containsExactly("2024-03-25T00:00:00+02:00", "2024-04-01T00:00:00+03:00");
  }

  @Test
  void monthsBeginOnTheirFirstDay() {
    assertThat(
            buckets(
                Interval.MONTH, "America/New_York", "2025-10-31T12:00:00Z", "2026-01-01T04:59:59Z"))
        .containsExactly(
            "2025-10-01T00:00:00-04:00", "2025-11-01T00:00:00-04:00", "2025-12-01T00:00:00-05:00");
    assertThat(buckets(Interval.MONTH, "UTC", "2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z"))
        .containsExactly("2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z");
  }

  /** The first minute of October 29th came, then an hour of the 28th once more. */
  @Test
  void daysFollowEachOtherWhereClocksWentBackOverMidnight() {
    assertThat(
            buckets(
                Interval.DAY, "America/St_Johns", "2006-10-29T02:00:00Z", "2006-10-29T03:00:00Z"))
        .containsExactly("2006-10-28T00:00:00-02:30", "2006-10-29T00:00:00-02:30");
  }

  /** Every instant lies in one bucket, in every zone, around every change of its clocks. */
  @ParameterizedTest
  @EnumSource(Interval.class)
  void bucketsFollowEachOtherWithoutGapOrOverlap(Interval interval) {
    assertThat(
            ZoneId.getAvailableZoneIds().stream()
                .map(ZoneId::of)
                .flatMap(zone ->
                    aroundChanges(zone)
                        .filter(instant -> !isInItsBucket(interval, instant, zone))
                        .map(instant -> zone + " " + instant)))
        .isEmpty();
  }

  private static boolean isInItsBucket(Interval interval, Instant instant, ZoneId zone) {
    Instant start = interval.start(instant, zone);
    Instant next = interval.next(start, zone);
    return !start.isAfter(instant)
        && next.isAfter(instant)
        && interval.start(start, zone).equals(start)
        && interval.start(next, zone).equals(next)
        && interval.start(next.minusMillis(1), zone).equals(start);
  }

  private static Stream<Instant> aroundChanges(ZoneId zone) {
    List<Instant> changes = new ArrayList<>();
    Instant end = Instant.parse("2030-01-01T00:00:00Z");
    ZoneOffsetTransition change =
        zone.getRules().nextTransition(Instant.parse("1900-01-01T00:00:00Z"));
    while (change != null && change.getInstant().isBefore(end)) {
      changes.add(change.getInstant());
      change = zone.getRules().nextTransition(change.getInstant());
    }
    return changes.stream()
        .flatMap(instant ->
            Stream.of(-3600, -1800, -1, 0, 1, 1800, 3600, 7200).map(instant::plusSeconds));
  }
}
