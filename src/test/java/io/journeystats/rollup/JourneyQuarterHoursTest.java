package io.journeystats.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The batches of one statement each. */
class JourneyQuarterHoursTest {
  private static final JourneyQuarterHours ONE = of(1L);
  private static final JourneyQuarterHours THREE = of(1L, 2L, 7L);

  @Test
  void batchesSplitLargeJourneys() {
    assertThat(JourneyQuarterHours.batches(List.of(ONE, THREE), 2))
        .containsExactly(List.of(ONE, of(1L, 2L)), List.of(of(7L)));
  }

  @Test
  void halvesAreSmaller() {
    assertThat(JourneyQuarterHours.halves(List.of(ONE, THREE)))
        .containsExactly(List.of(ONE), List.of(THREE));
    assertThat(JourneyQuarterHours.halves(List.of(ONE, THREE, ONE)))
        .containsExactly(List.of(ONE, THREE), List.of(ONE));
    assertThat(JourneyQuarterHours.halves(List.of(THREE)))
        .containsExactly(List.of(of(1L, 2L)), List.of(of(7L)));
  }

  @Test
  void aSingleQuarterHourIsNotSplit() {
    assertThat(JourneyQuarterHours.halves(List.of(ONE))).containsExactly(List.of(ONE));
  }

  private static JourneyQuarterHours of(Long... numbers) {
    return new JourneyQuarterHours("shop", new UUID(0, 1), QuarterHours.of(List.of(numbers)));
  }
}
