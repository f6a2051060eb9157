package io.journeystats.rollup;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Some quarter hours of one journey.
 *
 * @param tenant the id of the tenant
 * @param journey the id of the journey
 * @param quarterHours which
 */
record JourneyQuarterHours(String tenant, UUID journey, QuarterHours quarterHours) {

  /** Custom events belong to no journey. */
  private static final UUID NO_JOURNEY = new UUID(0, 0);

  /** Tells whether these are of a journey, and not of custom events. */
  boolean isOfJourney() {
    return !journey.equals(NO_JOURNEY);
  }

  /** How many. */
  int size() {
    return quarterHours.numbers().size();
  }

  /** Puts many together into batches of about that size; a large one is taken apart. */
  static List<List<JourneyQuarterHours>> batches(List<JourneyQuarterHours> all, int size) {
    List<List<JourneyQuarterHours>> batches = new ArrayList<>();
    List<JourneyQuarterHours> batch = new ArrayList<>();
    int filled = 0;
    for (JourneyQuarterHours one : all) {
      for (JourneyQuarterHours part : one.parts(size)) {
        batch.add(part);
        filled += part.size();
        if (filled >= size) {
          batches.add(List.copyOf(batch));
          batch.clear();
          filled = 0;
        }
      }
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /** Two batches in the place of one, where it has more than one quarter hour. */
  static List<List<JourneyQuarterHours>> halves(List<JourneyQuarterHours> batch) {
    return batch.size() == 1
        ? Lists.transform(batch.getFirst().parts((batch.getFirst().size() + 1) / 2), List::of)
        : Lists.partition(batch, (batch.size() + 1) / 2);
  }

  private List<JourneyQuarterHours> parts(int size) {
    return Lists.partition(quarterHours.numbers().asList(), size).stream()
        .map(numbers -> new JourneyQuarterHours(tenant, journey, QuarterHours.of(numbers)))
        .toList();
  }
}
