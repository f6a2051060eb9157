package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.countIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.query.Breakdown;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.QuarterHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.SelectGroupByStep;

/**
 * Reads distinct counts of users as numbers of rows of {@link UserPresence}: of one part of its
 * table all that count, and of the others those of users whom that part does not have.
 *
 * <p>A row has the time of a user's latest event, so it answers for every period that reaches
 * beyond the last event; of a time that ended before, the events have to be asked. So they are of a
 * time that does not begin with the first event kept: it has fewer events, and to look at all rows
 * would take longer.
 *
 * @param events the tenant's tables
 * @param journeys the journeys
 * @param range the period
 * @param breakdown how the numbers are split
 * @param distincts which numbers
 */
record DistinctUsersQuery(
    TenantTables events,
    Set<JourneyId> journeys,
    TimeRange range,
    Breakdown breakdown,
    List<Distinct> distincts) {
  private static final Field<Integer> IS_SETTLED = field(name("is_settled"), Integer.class);

  /** Leaves out what no longer counts, and numbers that are none of rows. */
  DistinctUsersQuery {
    range = events.kept(range);
    distincts =
        distincts.stream()
            .filter(distinct -> UserPresence.Kind.of(distinct, breakdown).isPresent())
            .toList();
  }

  /** What a query asks. */
  static DistinctUsersQuery of(StatsQuery.Numbers query) {
    return of(List.of(query));
  }

  /** What queries ask that differ in their numbers only. */
  static DistinctUsersQuery of(List<StatsQuery.Numbers> queries) {
    StatsQuery.Numbers query = queries.getFirst();
    return new DistinctUsersQuery(
        new TenantTables(query.data()),
        Set.of(query.journey()),
        query.range(),
        query.breakdown(),
        StatsQuery.Numbers.all(Distinct.class, queries));
  }

  /**
   * The rows: the journey, the group as text, the numbers in the order of {@link #distincts}, and
   * when any of the users was last there.
   *
   * @return empty where the events have to be asked
   */
  Optional<List<Record>> read(DSLContext database) {
    if (distincts.isEmpty() || !range.from().equals(events.data().from())) {
      return Optional.empty();
    }
    return DominantPart.find(database, UserPresence.parts())
        .<List<Record>>map(part -> database.fetch(statement(part)))
        .filter(rows -> range.to().map(end -> rows.stream().allMatch(isBefore(end))).orElse(true));
  }

  private static Predicate<Record> isBefore(Instant end) {
    long millis = end.toEpochMilli() + QuarterHours.OFFSET_MILLIS;
    return row -> row.get(row.size() - 1, Long.class) < millis;
  }

  private ResultQuery<Record> statement(DominantPart part) {
    List<Field<?>> user =
        new ArrayList<>(
            List.of(
                EventColumns.JOURNEY_ID,
                EventColumns.TYPE,
                EventColumns.CHANNEL,
                EventColumns.STEP_ID,
                EventColumns.USER_ID));
    List<SelectFieldOrAsterisk> known = new ArrayList<>(user);
    known.add(max(field(part.isInPart())).as(IS_SETTLED));
    known.add(last().as(UserPresence.LAST_AT));
    Condition isElsewhere =
        condition(
            "{0} IN ({1})",
            UserPresence.USER_HASH,
            select(UserPresence.USER_HASH).from(rows(part.isInPart().not()).asTable("elsewhere")));
    Select<?> users = select(known).from(rows(isElsewhere).asTable("some")).groupBy(user);
    List<SelectFieldOrAsterisk> numbers = new ArrayList<>();
    numbers.add(
        journeys.size() == 1
            ? inline(journeys.iterator().next().value())
            : EventColumns.JOURNEY_ID);
    numbers.add(breakdown instanceof Breakdown.ByStep ? text(EventColumns.STEP_ID) : inline(""));
    for (int i = 0; i < distincts.size(); i++) {
      numbers.add(sum(number(i)));
    }
    numbers.add(max(UserPresence.LAST_AT));
    Select<Record> counted =
        counted(rows(part.isInPart()), noCondition())
            .unionAll(counted(users, IS_SETTLED.eq(inline(0))));
    return withSettings(
        grouped(select(numbers).from(counted.asTable("counted"))),
        IN_WITHOUT_INDEX,
        DominantPart.SAME_SNAPSHOT);
  }

  /** The numbers of some rows, each of which is another user or another kind. */
  private Select<Record> counted(Select<?> rows, Condition also) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(groups());
    for (int i = 0; i < distincts.size(); i++) {
      columns.add(countIf(kind(distincts.get(i)).condition().and(also)).as(number(i)));
    }
    columns.add(last().as(UserPresence.LAST_AT));
    return grouped(select(columns).from(rows.asTable("rows")));
  }

  private Select<Record> grouped(SelectGroupByStep<Record> rows) {
    return groups().isEmpty() ? rows : rows.groupBy(groups());
  }

  private static Field<Long> number(int position) {
    return field(name("number_" + position), Long.class);
  }

  /** Each further column would have to be read in every row. */
  private List<Field<?>> groups() {
    List<Field<?>> groups = new ArrayList<>();
    if (journeys.size() > 1) {
      groups.add(EventColumns.JOURNEY_ID);
    }
    if (breakdown instanceof Breakdown.ByStep) {
      groups.add(EventColumns.STEP_ID);
    }
    return groups;
  }

  /** Not read where it does not matter. */
  private Field<Long> last() {
    return range.to().isPresent() ? max(UserPresence.LAST_AT) : max(inline(0L));
  }

  private Select<Record> rows(Condition also) {
    return new UserPresence(events)
        .since(journeys, distincts.stream().map(this::kind).toList(), also, range);
  }

  private UserPresence.Kind kind(Distinct distinct) {
    return UserPresence.Kind.of(distinct, breakdown).orElseThrow();
  }
}
