package io.journeystats.sql;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.Breakdown;
import io.journeystats.query.TimeRange;
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
record CountSource(
    TenantTables events, Set<JourneyId> journeys, TimeRange range, QuarterHours oneByOne) {

  /** Leaves out what no longer counts, and sees to the quarter hours that the range cuts. */
  CountSource {
    range = events.kept(range);
    oneByOne = oneByOne.and(QuarterHours.cutBy(range.bounds()));
  }

  /**
   * The events that a scan counts.
   *
   * @param changed the quarter hours with events that the rollup does not hold
   */
  static CountSource of(SharedScan scan, QuarterHours changed) {
    List<Instant> cuts =
        scan.breakdown() instanceof Breakdown.ByBucket(var buckets)
            ? scan.starts(buckets)
            : List.of();
    return new CountSource(
        new TenantTables(scan.data()),
        Set.of(scan.journey()),
        scan.range(),
        changed.and(QuarterHours.cutBy(cuts)));
  }

  /** The events of several of them, rows as with {@link #of}. */
  static Select<?> ofAll(List<CountSource> several, EventSelection selection) {
    return several.stream()
        .<Select<?>>map(counted -> counted.of(selection))
        .reduce(CountSource::unionAll)
        .orElseThrow();
  }

  /**
   * Rows of {@link EventColumns#NUMBER} events that have journey, type, step, channel and reason in
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
