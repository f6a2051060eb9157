package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.countIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.sumIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.rollup.QuarterHours;
import java.time.Duration;
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

/**
 * Reads distinct counts of users as numbers of rows of {@link UserPresence}: of one part of its
 * table all that count, and of the others those of users whom that part does not have.
 *
 * <p>A row says when a user last did something, so it tells of every time that reaches beyond the
 * last event. Of a time that ended before, and where few events have to be read, the events tell.
 *
 * @param events whose
 * @param journeys of which journeys
 * @param range of which time
 * @param breakdown split by what
 * @param distincts which numbers
 */
record DistinctUsers(
    TenantEvents events,
    Set<JourneyId> journeys,
    TimeRange range,
    Breakdown breakdown,
    List<Distinct> distincts) {
  /** Up to this share of rows in smaller parts it takes less time than the events. */
  private static final double MOST_ELSEWHERE = 0.05;

  /** So short a time has few events. */
  private static final Duration SHORT = Duration.ofDays(2);

  /** To tell an event's user apart takes as long as to count so many rows. */
  private static final int ROWS_AN_EVENT = 5;

  private static final Field<Integer> IS_SETTLED = field(name("is_settled"), Integer.class);

  /** Leaves out what no longer counts, and numbers that are none of rows. */
  DistinctUsers {
    range = events.kept(range);
    distincts =
        distincts.stream()
            .filter(distinct -> UserPresence.Kind.of(distinct, breakdown).isPresent())
            .toList();
  }

  /** What a query asks. */
  static DistinctUsers of(StatsQuery.Numbers query) {
    return new DistinctUsers(
        new TenantEvents(query.data()),
        Set.of(query.journey()),
        query.range(),
        query.breakdown(),
        query.aggregates(Distinct.class));
  }

  /**
   * The rows: the journey, the group as text, the numbers in the order of {@link #distincts}, and
   * when any of the users was last there.
   *
   * @return empty where the events have to be asked
   */
  Optional<List<Record>> read(DSLContext database) {
    if (distincts.isEmpty() || isShort()) {
      return Optional.empty();
    }
    return SettledPart.find(database, UserPresence.parts(), MOST_ELSEWHERE)
        .filter(_ -> range.from().isEmpty() || isWorthIt(database))
        .<List<Record>>map(part -> database.fetch(statement(part)))
        .filter(rows -> range.to().map(end -> rows.stream().allMatch(isBefore(end))).orElse(true));
  }

  private boolean isShort() {
    return range
        .from()
        .flatMap(from -> range.to().map(to -> Duration.between(from, to).compareTo(SHORT) <= 0))
        .orElse(false);
  }

  private static Predicate<Record> isBefore(Instant end) {
    long millis = end.toEpochMilli() + QuarterHours.OFFSET_MILLIS;
    return row -> row.get(row.size() - 1, Long.class) < millis;
  }

  /** Asks how much would have to be read of either table, which its index tells. */
  private boolean isWorthIt(DSLContext database) {
    Select<?> some =
        events.withDuplicates(
            journeys, EventNumbers.union(distincts.stream().map(Distinct::events)), range);
    return UserPresence.isWorthIt(database, rows(noCondition()), some, ROWS_AN_EVENT);
  }

  private ResultQuery<Record> statement(SettledPart part) {
    List<Field<?>> kind =
        List.of(Columns.JOURNEY_ID, Columns.TYPE, Columns.CHANNEL, Columns.STEP_ID);
    List<SelectFieldOrAsterisk> counted = new ArrayList<>(kind);
    counted.add(count().as(Columns.NUMBER));
    counted.add(last().as(UserPresence.LAST_AT));
    Select<Record> settled =
        select(counted).from(rows(part.isPlace()).asTable("settled")).groupBy(kind);

    List<Field<?>> user = new ArrayList<>(kind);
    user.add(Columns.USER_ID);
    List<SelectFieldOrAsterisk> known = new ArrayList<>(user);
    known.add(max(field(part.isPlace())).as(IS_SETTLED));
    known.add(last().as(UserPresence.LAST_AT));
    Condition isElsewhere =
        condition(
            "{0} IN ({1})",
            UserPresence.USER_HASH,
            select(UserPresence.USER_HASH).from(rows(part.isPlace().not()).asTable("elsewhere")));
    Select<?> users = select(known).from(rows(isElsewhere).asTable("some")).groupBy(user);
    List<SelectFieldOrAsterisk> others = new ArrayList<>(kind);
    others.add(countIf(IS_SETTLED.eq(inline(0))).as(Columns.NUMBER));
    others.add(last().as(UserPresence.LAST_AT));
    Select<Record> elsewhere = select(others).from(users.asTable("users")).groupBy(kind);

    Field<String> group =
        breakdown instanceof Breakdown.ByStep ? text(Columns.STEP_ID) : inline("");
    List<SelectFieldOrAsterisk> numbers = new ArrayList<>(List.of(Columns.JOURNEY_ID, group));
    distincts.forEach(distinct -> numbers.add(number(distinct)));
    numbers.add(max(UserPresence.LAST_AT));
    return withSettings(
        select(numbers)
            .from(settled.unionAll(elsewhere).asTable("counted"))
            .groupBy(
                breakdown instanceof Breakdown.ByStep
                    ? List.of(Columns.JOURNEY_ID, Columns.STEP_ID)
                    : List.of(Columns.JOURNEY_ID)),
        IN_WITHOUT_INDEX,
        SettledPart.ONE_SIGHT);
  }

  /** Not looked at where it does not matter, as it has to be read for that. */
  private Field<Long> last() {
    return range.to().isPresent() ? max(UserPresence.LAST_AT) : inline(0L);
  }

  private Field<Long> number(Distinct distinct) {
    return sumIf(Columns.NUMBER, kind(distinct).condition());
  }

  private Select<Record> rows(Condition also) {
    return new UserPresence(events)
        .since(
            journeys,
            or(distincts.stream().map(distinct -> kind(distinct).condition()).toList()).and(also),
            range);
  }

  private UserPresence.Kind kind(Distinct distinct) {
    return UserPresence.Kind.of(distinct, breakdown).orElseThrow();
  }
}
