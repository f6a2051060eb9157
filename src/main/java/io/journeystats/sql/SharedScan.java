package io.journeystats.sql;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.QuarterHours;
import io.journeystats.tenant.TenantData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Record;

/**
 * One reading of a journey's events for several queries: a number of all the time and its series
 * rest on the same events, and so do the ended buckets of a series and those that are still
 * running.
 *
 * @param parts the queries that are split by the breakdown, or are all not split
 * @param totals the queries of all of it that are not split, where the others are
 * @param range of which time
 * @param breakdown split by what
 * @param isWider whether some of that time is in none of the buckets
 */
record SharedScan(
    List<Part> parts, List<Part> totals, TimeRange range, Breakdown breakdown, boolean isWider) {

  /** No event is earlier. */
  private static final Instant EARLIEST = QuarterHours.start(0);

  /** A query, and what gathers its answer. */
  record Part(StatsQuery.Numbers query, AnswerBuilder answer) {
    private boolean isSplit() {
      return !(query.breakdown() instanceof Breakdown.None);
    }

    private boolean holds(GroupKey group) {
      return !(group instanceof GroupKey.Bucket(var start))
          || !(query.breakdown() instanceof Breakdown.ByBucket(var buckets))
          || buckets.range().touches(start, start);
    }
  }

  /**
   * The scans that answer the queries.
   *
   * @param kind the kind of numbers that they are for; queries without any need no scan
   */
  static List<SharedScan> of(
      Class<? extends Aggregate> kind,
      List<StatsQuery.Numbers> queries,
      List<AnswerBuilder> answers) {
    List<Part> parts =
        IntStream.range(0, queries.size())
            .mapToObj(position -> new Part(queries.get(position), answers.get(position)))
            .filter(part -> !part.query().aggregates(kind).isEmpty())
            // Ascending, so that buckets which go on with others come after these.
            .sorted(
                Comparator.comparing(part ->
                    part.query().breakdown() instanceof Breakdown.ByBucket(var buckets)
                        ? buckets.first().toEpochMilli()
                        : Long.MIN_VALUE))
            .toList();
    List<SharedScan> scans = new ArrayList<>();
    for (Part part : parts) {
      if (part.isSplit() && (scans.isEmpty() || !scans.getLast().isContinuedBy(part))) {
        scans.add(of(part));
      } else if (part.isSplit()) {
        scans.add(scans.removeLast().with(part));
      }
    }
    for (Part part : parts) {
      if (!part.isSplit()) {
        IntStream.range(0, scans.size())
            .filter(position -> scans.get(position).isPartOf(part.query().range()))
            .boxed()
            .findFirst()
            .ifPresentOrElse(
                position -> scans.set(position, scans.get(position).withTotal(part)),
                () -> scans.add(of(part)));
      }
    }
    return scans;
  }

  /**
   * Tells whether the scan should be of that range. It may be longer than a series that is asked
   * for with its ended buckets, which has nearly all of it; what is in no bucket costs as much as
   * what is.
   */
  private boolean isPartOf(TimeRange whole) {
    return range.equals(whole)
        || (parts.size() > 1
            && totals.isEmpty()
            && breakdown instanceof Breakdown.ByBucket(var buckets)
            && range.equals(buckets.range())
            && whole.intersect(range).equals(range));
  }

  private SharedScan withTotal(Part total) {
    List<Part> more = new ArrayList<>(totals);
    more.add(total);
    TimeRange wide = total.query().range();
    return new SharedScan(parts, more, wide, breakdown, isWider || !range.equals(wide));
  }

  /** The starts of the buckets, and of the time before and after them where that is read, too. */
  List<Instant> starts(TimeBuckets buckets) {
    if (!isWider) {
      return buckets.starts();
    }
    List<Instant> starts = new ArrayList<>();
    if (EARLIEST.isBefore(buckets.first())) {
      starts.add(EARLIEST);
    }
    starts.addAll(buckets.starts());
    starts.add(buckets.end());
    return starts;
  }

  private static SharedScan of(Part part) {
    return new SharedScan(
        List.of(part), List.of(), part.query().range(), part.query().breakdown(), false);
  }

  /** Tells whether a series goes on where this one ends. */
  private boolean isContinuedBy(Part part) {
    return breakdown instanceof Breakdown.ByBucket(var these)
        && part.query().breakdown() instanceof Breakdown.ByBucket(var those)
        && these.isContinuedBy(those)
        && range.to().isPresent()
        && range.to().equals(part.query().range().from());
  }

  private SharedScan with(Part part) {
    Breakdown both =
        switch (part.query().breakdown()) {
          case Breakdown.ByBucket(var those)
              when breakdown instanceof Breakdown.ByBucket(var these) ->
              new Breakdown.ByBucket(these.through(those));
          default -> throw new IllegalArgumentException("only series go on with others");
        };
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new SharedScan(more, totals, range.spanning(part.query().range()), both, isWider);
  }

  TenantData data() {
    return parts.getFirst().query().data();
  }

  JourneyId journey() {
    return parts.getFirst().query().journey();
  }

  /** Tells whether numbers of all groups together are asked for, too. */
  boolean isAlsoOfAll() {
    return !totals.isEmpty();
  }

  /** Tells whether rows are of groups: where there is only one bucket, all of it is in that. */
  boolean isSplit() {
    return switch (breakdown) {
      case Breakdown.None() -> false;
      case Breakdown.ByBucket(var buckets) -> isWider || !buckets.isOnlyOne();
      case Breakdown.ByStep(), Breakdown.ByReason() -> true;
    };
  }

  /**
   * Adds a row of counts, which add up to those of all groups together.
   *
   * @param counts what the row's numbers are
   */
  void addCounts(Record row, List<Count> counts) {
    parts.forEach(part -> add(row, counts, part));
    totals.forEach(total -> add(row, counts, total));
  }

  /**
   * Adds a row of distinct counts, or one of those of all groups together.
   *
   * @param distincts what the row's numbers are
   */
  void addDistincts(Record row, List<Distinct> distincts) {
    boolean isOfAll = row.get(1, Integer.class) == 1;
    if (!isOfAll) {
      parts.forEach(part -> add(row, distincts, part));
    }
    if (isOfAll || !isSplit()) {
      totals.forEach(total -> add(row, distincts, total));
    }
  }

  private void add(Record row, List<? extends Aggregate> aggregates, Part part) {
    GroupKey group = group(row.get(2, String.class), part.query().breakdown());
    if (part.holds(group)) {
      for (int i = 0; i < aggregates.size(); i++) {
        // The answer may have other numbers from elsewhere.
        if (part.query().aggregates().contains(aggregates.get(i))) {
          long number = row.get(EventNumbersQuery.NUMBERS + i, Long.class);
          // A group may have events that only the others ask for.
          if (number != 0 || !part.isSplit()) {
            part.answer().add(group, aggregates.get(i), number);
          }
        }
      }
    }
  }

  private GroupKey group(String text, Breakdown wanted) {
    return switch (wanted) {
      case Breakdown.None() -> new GroupKey.Whole();
      case Breakdown.ByBucket(var buckets) ->
          new GroupKey.Bucket(
              isSplit() ? Instant.ofEpochMilli(Long.parseLong(text)) : buckets.first());
      case Breakdown.ByStep(), Breakdown.ByReason() -> new GroupKey.Text(text);
    };
  }

  /** Tells whether any query asks for that number. */
  boolean isFor(Aggregate aggregate) {
    return aggregates(Aggregate.class).contains(aggregate);
  }

  /** The numbers of a kind that any of the queries asks for. */
  <A extends Aggregate> Set<A> aggregates(Class<A> kind) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(totals);
    return all.stream()
        .flatMap(part -> part.query().aggregates(kind).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
