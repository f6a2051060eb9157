package io.journeystats.stats;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.rollup.QuarterHours;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Select;

/**
 * Where the number of events comes from: the rollup, but event by event in the quarter hours that
 * it does not hold yet, or that are only partly asked about. Both together are exact at any moment.
 *
 * @param events whose
 * @param journeys of which journeys
 * @param range of which time
 * @param oneByOne the quarter hours to count event by event
 */
record CountedEvents(
    TenantEvents events, Set<JourneyId> journeys, TimeRange range, QuarterHours oneByOne) {

  /** Leaves out what no longer counts, and sees to the quarter hours that the range cuts. */
  CountedEvents {
    range = events.kept(range);
    oneByOne = oneByOne.and(QuarterHours.cutBy(range.bounds()));
  }

  /**
   * The events that a scan counts.
   *
   * @param changed the quarter hours with events that the rollup does not hold
   */
  static CountedEvents of(SharedScan scan, QuarterHours changed) {
    List<Instant> cuts =
        scan.breakdown() instanceof Breakdown.ByBucket(var buckets)
            ? scan.starts(buckets)
            : List.of();
    return new CountedEvents(
        new TenantEvents(scan.data()),
        Set.of(scan.journey()),
        scan.range(),
        changed.and(QuarterHours.cutBy(cuts)));
  }

  /** The events of several of them, rows as with {@link #of}. */
  static Select<?> ofAll(List<CountedEvents> several, EventSelection selection) {
    return several.stream()
        .<Select<?>>map(counted -> counted.of(selection))
        .reduce(CountedEvents::unionAll)
        .orElseThrow();
  }

  /**
   * Rows of {@link Columns#NUMBER} events that have journey, type, step, channel and reason in
   * common.
   */
  Select<?> of(EventSelection selection) {
    Select<?> rolledUp = events.rolledUp(journeys, selection, range, oneByOne);
    return oneByOne.isEmpty()
        ? rolledUp
        : unionAll(rolledUp, events.counted(journeys, selection, range, oneByOne));
  }

  private static <R extends Record> Select<R> unionAll(Select<R> one, Select<?> other) {
    @SuppressWarnings("unchecked") // both have the same columns
    Select<R> same = (Select<R>) other;
    return one.unionAll(same);
  }
}
