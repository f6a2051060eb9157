package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepRangeTest {
  @Test
  void equalStepsAreOneProgression() {
    assertThat(StepRange.of(List.of(0L, 24L, 48L, 72L))).containsExactly(new StepRange(0, 24, 4));
  }

  @Test
  void aDayOfAnotherLengthStartsAnotherProgression() {
    assertThat(StepRange.of(List.of(0L, 24L, 47L, 71L)))
        .containsExactly(new StepRange(0, 24, 2), new StepRange(47, 24, 2));
  }

  @Test
  void aSingleNumberIsAProgression() {
    assertThat(StepRange.of(List.of(7L))).containsExactly(new StepRange(7, 0, 1));
    assertThat(StepRange.of(List.of())).isEmpty();
  }
}
