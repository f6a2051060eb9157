package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.journeystats.metric.FlowPart.Next;
import io.journeystats.metric.FlowPart.Passage;
import io.journeystats.metric.TripEnd;
import io.journeystats.query.FlowAnswer;
import io.journeystats.query.StatsQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;

/** Reads how many parts of each kind trips have: the passages, the steps visited and completed. */
final class FlowQuery {
  /** What a row is about. */
  private static final int PASSAGE = 0;

  static final int VISITED = 1;
  static final int COMPLETED = 2;

  /** The number that says what is counted: what it is about, from where, and where to. */
  static final Field<Long> WHAT = field(name("what"), Long.class);

  /** From which bit on it says what it is about. */
  static final int ABOUT = 60;

  /** From which bit on it says from where. */
  static final int FROM = 30;

  private final Map<Passage, Long> passages = new HashMap<>();
  private final Map<String, FlowAnswer.Visited> steps = new HashMap<>();
  private long trips;

  private FlowQuery() {}

  /** The answer to a query. */
  static FlowAnswer read(DSLContext database, StatsQuery.Flow query) {
    FlowQuery numbers = new FlowQuery();
    database
        .fetch(
            statement(
                new TripsQuery(
                    new TenantTables(query.data()),
                    query.journey(),
                    query.range(),
                    query.steps(),
                    noCondition())))
        .forEach(numbers::add);
    return new FlowAnswer(numbers.trips, numbers.passages, numbers.steps);
  }

  /**
   * A row's columns are what it is about, the step before, whether the trip ends, how it ends, the
   * step that follows or that it is about, and the number.
   */
  private static ResultQuery<Record> statement(TripsQuery trips) {
    Field<Long> number = field(name("number"), Long.class);
    Select<?> counted =
        select(WHAT, count().as(number)).from(trips.parts().asTable("parts")).groupBy(WHAT);
    long most = (1L << FROM) - 1;
    Field<Long> from =
        field(
            "toUInt32(bitAnd(bitShiftRight({0}, {1}), {2}))",
            Long.class, WHAT, inline(FROM), inline(most));
    Field<Long> to = field("toUInt32(bitAnd({0}, {1}))", Long.class, WHAT, inline(most));
    return withSettings(
        select(
                field("toUInt8(bitShiftRight({0}, {1}))", Integer.class, WHAT, inline(ABOUT)),
                trips.numbers().id(from),
                field("toUInt8({0} >= {1})", Integer.class, to, inline(TripsQuery.END)),
                field("toUInt32({0} % {1})", Long.class, to, inline(TripsQuery.END)),
                trips
                    .numbers()
                    .id(field("if({0} >= {1}, 0, {0})", Long.class, to, inline(TripsQuery.END))),
                number)
            .from(counted.asTable("counted")),
        IN_WITHOUT_INDEX);
  }

  private void add(Record row) {
    int about = row.get(0, Integer.class);
    String from = row.get(1, String.class);
    String to = row.get(4, String.class);
    long number = row.get(5, Long.class);
    if (about == PASSAGE) {
      Next next =
          row.get(2, Integer.class) == 1
              ? new Next.End(TripEnd.of(row.get(3, Integer.class)))
              : new Next.Visit(to);
      passages.put(new Passage(Optional.of(from).filter(id -> !id.isEmpty()), next), number);
      trips += from.isEmpty() ? number : 0;
    } else {
      steps.merge(
          to,
          about == VISITED ? new FlowAnswer.Visited(number, 0) : new FlowAnswer.Visited(0, number),
          FlowAnswer.Visited::sum);
    }
  }
}
