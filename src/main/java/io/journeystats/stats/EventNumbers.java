package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinctIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.sumIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of numbers that come straight from events: one scan answers all of a query's counts, or
 * distinct counts.
 */
final class EventNumbers {
  private EventNumbers() {}

  /** Counts, each event once; the row's first column is the group, then a column each count. */
  static Select<Record> counts(
      StatsQuery.Numbers query, List<Count> counts, CountedEvents counted) {
    return grouped(
        query.breakdown(),
        counted.of(union(counts.stream().map(Count::events).toList())),
        Columns.AT,
        sums(counts));
  }

  /** A column for each count, over rows that stand for numbers of events. */
  static List<Field<Long>> sums(List<Count> counts) {
    return counts.stream()
        .map(count -> sumIf(Columns.NUMBER, Selections.matching(count.events())))
        .toList();
  }

  /** A column for each distinct count. */
  static List<Field<Long>> distinctNumbers(List<Distinct> distincts) {
    return distincts.stream()
        .map(distinct ->
            countDistinctIf(subject(distinct.subject()), Selections.matching(distinct.events())))
        .toList();
  }

  /** Distinct counts, which duplicates cannot change; columns as with counts. */
  static Select<Record> distincts(StatsQuery.Numbers query, List<Distinct> distincts) {
    Select<?> events =
        new TenantEvents(query.tenant())
            .withDuplicates(
                query.journey(),
                union(distincts.stream().map(Distinct::events).toList()),
                query.range());
    return grouped(
        query.breakdown(), events, epochMillis(Columns.TIME), distinctNumbers(distincts));
  }

  private static Select<Record> grouped(
      Breakdown breakdown, Select<?> events, Field<Long> at, List<Field<Long>> numbers) {
    Optional<Field<?>> group = group(breakdown, at);
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(group.<SelectFieldOrAsterisk>map(field -> field).orElse(inline("")));
    columns.addAll(numbers);
    var selected = select(columns).from(events.asTable("events"));
    return group.<Select<Record>>map(selected::groupBy).orElse(selected);
  }

  private static Optional<Field<?>> group(Breakdown breakdown, Field<Long> at) {
    return switch (breakdown) {
      case Breakdown.None() -> Optional.empty();
      case Breakdown.ByBucket(var buckets) -> Optional.of(bucketStart(at, buckets.starts()));
      case Breakdown.ByStep() -> Optional.of(Columns.STEP_ID);
      case Breakdown.ByReason() -> Optional.of(Columns.REASON);
    };
  }

  private static Field<?> subject(Subject subject) {
    return switch (subject) {
      case USER -> Columns.USER_KEY;
      case MESSAGE -> Columns.MESSAGE_KEY;
      case STEP_AND_USER -> tuple(Columns.STEP_ID, Columns.USER_KEY);
    };
  }

  /** The smallest selection that holds all that the others hold. */
  static EventSelection union(Collection<EventSelection> selections) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    Set<Optional<Channel>> channels = new HashSet<>();
    selections.forEach(selection -> {
      types.addAll(selection.types());
      channels.add(selection.channel());
    });
    Optional<Channel> channel =
        channels.size() == 1 ? channels.iterator().next() : Optional.empty();
    return new EventSelection(types, channel, Optional.empty());
  }
}
