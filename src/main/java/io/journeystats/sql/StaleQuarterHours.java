package io.journeystats.sql;

import com.google.common.base.Splitter;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.ArrivalTracker;
import io.journeystats.rollup.QuarterHours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/**
 * Which quarter hours of which journeys the rollup does not hold yet. To count more of them event
 * by event is as right; so journeys are put together, but not those in which much changed with
 * those in which little did, as their events would all be read.
 *
 * @param events whose
 * @param journeys of which journeys
 * @param range of which time
 * @param changed the quarter hours of the journeys that have any
 */
record StaleQuarterHours(
    TenantTables events,
    Set<JourneyId> journeys,
    TimeRange range,
    Map<JourneyId, QuarterHours> changed) {
  /** So many changed quarter hours are few. */
  private static final int FEW = 16;

  /** Asks for them, where they are not known. */
  static StaleQuarterHours find(
      DSLContext database,
      ArrivalTracker arrivals,
      TenantTables events,
      Set<JourneyId> journeys,
      TimeRange range) {
    Map<JourneyId, QuarterHours> changed = new HashMap<>();
    Set<JourneyId> unknown =
        journeys.stream()
            .filter(journey -> !arrivals.areRolledUp(events.data().tenant(), journey))
            .collect(Collectors.toUnmodifiableSet());
    if (!unknown.isEmpty()) {
      database
          .fetch(events.changedQuarterHours(unknown, range))
          .forEach(row -> changed.put(new JourneyId(row.value1()), read(row.value2())));
    }
    return new StaleQuarterHours(events, journeys, range, changed);
  }

  /** Where to count the events of all the journeys. */
  List<CountSource> counted() {
    Set<JourneyId> quiet = new HashSet<>();
    Set<JourneyId> little = new HashSet<>();
    Set<JourneyId> much = new HashSet<>();
    for (JourneyId journey : journeys) {
      int quarterHours = of(journey).numbers().size();
      (quarterHours == 0 ? quiet : quarterHours <= FEW ? little : much).add(journey);
    }
    return Stream.of(quiet, little, much)
        .filter(some -> !some.isEmpty())
        .map(some -> new CountSource(events, some, range, oneByOne(some)))
        .toList();
  }

  private QuarterHours oneByOne(Set<JourneyId> some) {
    List<Long> numbers = new ArrayList<>();
    some.forEach(journey -> numbers.addAll(of(journey).numbers()));
    return QuarterHours.of(numbers);
  }

  /** Those of one of the journeys. */
  QuarterHours of(JourneyId journey) {
    return changed.getOrDefault(journey, QuarterHours.of(List.of()));
  }

  private static QuarterHours read(String numbers) {
    return QuarterHours.of(Splitter.on(',').splitToStream(numbers).map(Long::valueOf).toList());
  }
}
