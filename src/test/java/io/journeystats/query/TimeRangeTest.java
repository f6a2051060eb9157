package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges as hours of a day: {@code range(3, 5)} is from three up to five, not included. */
class TimeRangeTest {
  private static Instant hour(int hour) {
    return Instant.parse("2026-05-12T00:00:00Z").plus(Duration.ofHours(hour));
  }

  private static TimeRange range(@Nullable Integer from, @Nullable Integer to) {
    return new TimeRange(
        Optional.ofNullable(from).map(TimeRangeTest::hour),
        Optional.ofNullable(to).map(TimeRangeTest::hour));
  }

  @Test
  void boundsAreThoseThatThereAre() {
    assertThat(TimeRange.UNBOUNDED.bounds()).isEmpty();
    assertThat(range(3, null).bounds()).isEqualTo(List.of(hour(3)));
    assertThat(range(null, 5).bounds()).isEqualTo(List.of(hour(5)));
    assertThat(TimeRange.between(hour(3), hour(5)).bounds()).isEqualTo(List.of(hour(3), hour(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 5, 4, 6, 4, 5",
    "4, 6, 3, 5, 4, 5",
    "3, 6, 4, 5, 4, 5",
    " ,  , 4, 5, 4, 5",
    "3,  ,  , 5, 3, 5",
    " , 5,  , 6,  , 5",
    " ,  ,  ,  ,  ,  "
  })
  void whatTwoShareIsInBoth(
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable Integer othersFrom,
      @Nullable Integer othersTo,
      @Nullable Integer sharedFrom,
      @Nullable Integer sharedTo) {
    assertThat(range(from, to).intersect(range(othersFrom, othersTo)))
        .isEqualTo(range(sharedFrom, sharedTo));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 5, 4, 6, 3, 6",
    "4, 5, 1, 2, 1, 5",
    "3, 6, 4, 5, 3, 6",
    " , 5, 4, 6,  , 6",
    "3,  , 4, 6, 3,  ",
    "3, 5,  ,  ,  ,  "
  })
  void whatSpansTwoHoldsBoth(
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable Integer othersFrom,
      @Nullable Integer othersTo,
      @Nullable Integer bothFrom,
      @Nullable Integer bothTo) {
    assertThat(range(from, to).spanning(range(othersFrom, othersTo)))
        .isEqualTo(range(bothFrom, bothTo));
  }

  @Test
  void reachesBackFromItsStart() {
    assertThat(range(3, 5).reachingBack(Duration.ofHours(2))).isEqualTo(range(1, 5));
    assertThat(range(3, 5).reachingBack(Duration.ZERO)).isEqualTo(range(3, 5));
    assertThat(range(null, 5).reachingBack(Duration.ofHours(2))).isEqualTo(range(null, 5));
    assertThat(range(3, null).reachingBack(Duration.ofHours(2))).isEqualTo(range(1, null));
  }

  /** The start is inside, the end is not. */
  @ParameterizedTest
  @CsvSource({
    "3, 5, 1, 2, false",
    "3, 5, 1, 3, true",
    "3, 5, 4, 4, true",
    "3, 5, 1, 9, true",
    "3, 5, 5, 9, false",
    "3, 5, 4, 9, true",
    " , 5, 1, 2, true",
    " , 5, 5, 5, false",
    "3,  , 9, 9, true",
    "3,  , 1, 2, false",
    " ,  , 1, 1, true"
  })
  void isTouchedByWhatLiesInside(
      @Nullable Integer from, @Nullable Integer to, int first, int last, boolean touches) {
    assertThat(range(from, to).touches(hour(first), hour(last))).isEqualTo(touches);
  }

  @Test
  void theLastMillisecondIsInside() {
    Instant last = hour(5).minusMillis(1);
    assertThat(range(3, 5).touches(last, last)).isTrue();
    Instant before = hour(3).minusMillis(1);
    assertThat(range(3, 5).touches(before, before)).isFalse();
  }

  @Test
  void hasEndedWhenItsEndHasCome() {
    assertThat(range(3, 5).hasEnded(hour(5).minusMillis(1))).isFalse();
    assertThat(range(3, 5).hasEnded(hour(5))).isTrue();
    assertThat(range(null, 5).hasEnded(hour(6))).isTrue();
    assertThat(range(3, null).hasEnded(hour(6))).isFalse();
    assertThat(TimeRange.UNBOUNDED.hasEnded(hour(6))).isFalse();
  }
}
