package io.journeystats.rollup;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A set of quarter hours of one journey.
 *
 * @param tenant the id of the tenant
 * @param journey the id of the journey
 * @param quarterHours the quarter hours
 */
record JourneyQuarterHours(String tenant, UUID journey, QuarterHours quarterHours) {

  /** The journey id of custom events. */
  private static final UUID NO_JOURNEY = new UUID(0, 0);

  /** Whether the quarter hours belong to a journey, not to custom events. */
  boolean isOfJourney() {
    return !journey.equals(NO_JOURNEY);
  }

  /** The number of quarter hours. */
  int size() {
    return quarterHours.numbers().size();
  }

  /** Groups small sets into batches of about a size, and splits large sets. */
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

  /** Splits a batch in two, unless it has only one quarter hour. */
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
