package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressionTest {
  @Test
  void equalStepsAreOneProgression() {
    assertThat(Progression.of(List.of(0L, 24L, 48L, 72L)))
        .containsExactly(new Progression(0, 24, 4));
  }

  @Test
  void aDayOfAnotherLengthBeginsAnother() {
    assertThat(Progression.of(List.of(0L, 24L, 47L, 71L)))
        .containsExactly(new Progression(0, 24, 2), new Progression(47, 24, 2));
  }

  @Test
  void aSingleNumberIsAProgression() {
    assertThat(Progression.of(List.of(7L))).containsExactly(new Progression(7, 0, 1));
    assertThat(Progression.of(List.of())).isEmpty();
  }
}
