package io.journeystats.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JourneyHeadTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void aPortionFitsIntoTheHeapOrHasOneJourney() {
    List<JourneyHead> journeys =
        List.of(head(1, 3), head(2, 1), head(3, 1), head(4, 9), head(5, 2));
    assertThat(JourneyHead.portions(journeys, journeys.size()))
        .containsExactly(
            journeys.subList(0, 2),
            journeys.subList(2, 3),
            journeys.subList(3, 4),
            journeys.subList(4, 5));
    assertThat(JourneyHead.portions(journeys, 1)).hasSize(5);
    assertThat(JourneyHead.portions(List.of(), 1)).isEmpty();
  }

  @Test
  void returnsTheNewestThatFit() {
    List<JourneyHead> journeys = List.of(head(1, 1), head(2, 4), head(3, 1), head(4, 2));
    assertThat(JourneyHead.newest(journeys, 4 * MEBIBYTE))
        .containsExactly(journeys.get(3), journeys.get(2));
    assertThat(JourneyHead.newest(journeys, 8 * MEBIBYTE))
        .containsExactly(journeys.get(3), journeys.get(2), journeys.get(1), journeys.get(0));
    assertThat(JourneyHead.newest(journeys, 0)).isEmpty();
  }

  private static JourneyHead head(int created, int mebibytes) {
    return new JourneyHead(
        new JourneyId(new UUID(0, created)),
        "Journey " + created,
        Optional.empty(),
        JourneyType.TRIGGER_BASED,
        JourneyStatus.ACTIVE,
        Instant.ofEpochSecond(created),
        Optional.empty(),
        Optional.empty(),
        mebibytes * MEBIBYTE);
  }
}
