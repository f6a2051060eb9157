package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinctIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.sumIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.clickhouse.ClickHouseExpressions.unsigned;
import static org.jooq.impl.DSL.grouping;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.journeystats.clickhouse.ClickHouseExpressions;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.query.Breakdown;
import io.journeystats.rollup.QuarterHours;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of numbers that come straight from events: one statement answers the counts that several
 * queries ask for, another the distinct counts. A row's columns are the position of the scan, 1
 * where the row is about all of its groups together, the group, and the numbers.
 *
 * @param scans how the events are read, all of one journey
 */
record EventNumbersQuery(List<SharedScan> scans) {
  /** How many columns there are before the numbers. */
  static final int NUMBERS = 3;

  /** Of the type that numbers have. */
  private static final Field<Long> NOT_ASKED = unsigned(inline(0L));

  /**
   * Counts, each event once. There are no rows about all groups, as those are their sum.
   *
   * @param counts what the row's columns hold; what a scan is not made for is 0 in its rows
   * @param changed the quarter hours with events that the rollup does not hold
   */
  Select<Record> counts(List<Count> counts, QuarterHours changed) {
    return together((position, scan) ->
        grouped(
            position,
            scan,
            false,
            CountSource.of(scan, changed)
                .of(union(scan.aggregates(Count.class).stream().map(Count::events))),
            EventColumns.AT,
            numbers(scan, counts, EventNumbersQuery::number)));
  }

  /** Distinct counts, which duplicates cannot change. */
  Select<Record> distincts(List<Distinct> distincts) {
    return together((position, scan) ->
        grouped(
            position,
            scan,
            scan.isAlsoOfAll(),
            new TenantTables(scan.data())
                .withDuplicates(
                    scan.journey(),
                    union(scan.aggregates(Distinct.class).stream().map(Distinct::events)),
                    scan.range()),
            epochMillis(EventColumns.TIME),
            numbers(scan, distincts, EventNumbersQuery::number)));
  }

  /** The rows of all scans. */
  private Select<Record> together(BiFunction<Integer, SharedScan, Select<Record>> of) {
    return IntStream.range(0, scans.size())
        .mapToObj(position -> of.apply(position, scans.get(position)))
        .reduce(Select::unionAll)
        .orElseThrow();
  }

  private static <A extends Aggregate> List<Field<Long>> numbers(
      SharedScan scan, List<A> aggregates, Function<A, Field<Long>> number) {
    return aggregates.stream()
        .map(aggregate -> scan.isFor(aggregate) ? number.apply(aggregate) : NOT_ASKED)
        .toList();
  }

  /** A count, over rows that stand for numbers of events. */
  static Field<Long> number(Count count) {
    return sumIf(EventColumns.NUMBER, SelectionConditions.matching(count.events()));
  }

  /** A distinct count, over events. */
  static Field<Long> number(Distinct distinct) {
    return countDistinctIf(
        subject(distinct.subject()), SelectionConditions.matching(distinct.events()));
  }

  private static Select<Record> grouped(
      int position,
      SharedScan scan,
      boolean isAlsoOfAll,
      Select<?> events,
      Field<Long> at,
      List<Field<Long>> numbers) {
    Optional<Field<?>> group = scan.isSplit() ? Optional.of(group(scan, at)) : Optional.empty();
    // With names of their own: where equal ones, such as two numbers that are not asked for, stand
    // in the first of several queries, ClickHouse takes one column of the others for all of them.
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(inline(position).as("position"));
    columns.add(
        group
            .filter(_ -> isAlsoOfAll)
            .<Field<?>>map(by -> unsigned(grouping(by).coerce(Long.class)))
            .orElse(NOT_ASKED)
            .as("is_of_all"));
    // Queries are split by different things, whose columns must be of one type.
    columns.add(group.map(ClickHouseExpressions::text).orElse(inline("")).as("part"));
    for (int number = 0; number < numbers.size(); number++) {
      columns.add(numbers.get(number).as("number_" + number));
    }
    var selected = select(columns).from(events.asTable("events"));
    return group
        .<Select<Record>>map(by ->
            selected.groupBy(
                // ROLLUP would bring the sets of all groups together by one thread.
                isAlsoOfAll ? groupingSets(new Field<?>[] {by}, new Field<?>[] {}) : by))
        .orElse(selected);
  }

  private static Field<?> group(SharedScan scan, Field<Long> at) {
    return switch (scan.breakdown()) {
      case Breakdown.None() -> throw new IllegalArgumentException("it is not split");
      case Breakdown.ByBucket(var buckets) -> bucketStart(at, scan.starts(buckets));
      case Breakdown.ByStep() -> EventColumns.STEP_ID;
      case Breakdown.ByReason() -> EventColumns.REASON;
    };
  }

  private static Field<?> subject(Subject subject) {
    return switch (subject) {
      case USER -> EventColumns.USER_KEY;
      case MESSAGE -> EventColumns.MESSAGE_KEY;
      case STEP_AND_USER -> tuple(EventColumns.STEP_ID, EventColumns.USER_KEY);
    };
  }

  /** The smallest selection that holds all that the others hold. */
  static EventSelection union(Stream<EventSelection> selections) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    Set<Optional<Channel>> channels = new HashSet<>();
    Set<Optional<String>> steps = new HashSet<>();
    selections.forEach(selection -> {
      types.addAll(selection.types());
      channels.add(selection.channel());
      steps.add(selection.step());
    });
    return new EventSelection(
        types, inCommon(channels), Optional.empty(), inCommon(steps), Optional.empty());
  }

  private static <T> Optional<T> inCommon(Set<Optional<T>> some) {
    return some.size() == 1 ? some.iterator().next() : Optional.empty();
  }
}
