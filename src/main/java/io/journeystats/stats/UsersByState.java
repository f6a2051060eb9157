package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.journey.JourneyId;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * The SQL of how many users are in which state: a user has a row of maxima in each part of the
 * table that knows of them, and the greatest of them counts.
 *
 * <p>Most of a big journey lies in one part, in which every user has one row. Its rows count as
 * they are, but for the users that smaller parts know of, too: only those are brought together.
 *
 * @param events whose
 * @param journey in which journey
 */
record UsersByState(TenantEvents events, JourneyId journey) {
  /** Up to this share of rows in smaller parts, leaving the big part as it is takes less time. */
  private static final double MOST_ELSEWHERE = 0.02;

  private static final Field<Long> STATE = field(name("state"), Long.class);
  private static final Field<Integer> KIND = field(name("kind"), Integer.class);
  private static final Field<Integer> USERS = field(name("users"), Integer.class);
  private static final Field<String> PART = field(name("_part"), String.class);

  /** The part that is so much bigger than the others that it pays to know it. */
  static Optional<String> settled(Map<String, Long> rowsByPart) {
    long all = rowsByPart.values().stream().mapToLong(Long::longValue).sum();
    return rowsByPart.entrySet().stream()
        .filter(part -> all - part.getValue() <= all * MOST_ELSEWHERE)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * The users in each state: the row's columns are the kind of the event that decided, and the
   * users.
   *
   * @param settled the part to leave as it is; right whichever it is, and even if there is no such
   *     part any more, as the whole statement sees the same parts
   */
  ResultQuery<?> counts(Optional<String> settled) {
    return settled
        .<ResultQuery<?>>map(part ->
            withSettings(
                select(KIND, sum(USERS))
                    .from(alone(part).unionAll(broughtTogether(amongUsersOutside(part))))
                    .groupBy(KIND),
                // No index helps to find users, and to try takes longer than to read.
                "use_index_for_in_with_subqueries = 0",
                "enable_shared_storage_snapshot_in_query = 1"))
        .orElseGet(() -> broughtTogether(trueCondition()));
  }

  private Select<Record2<Integer, Integer>> alone(String part) {
    return select(kind(STATE).as(KIND), count().as(USERS))
        .from(events.userStates(journey, PART.eq(inline(part)).andNot(amongUsersOutside(part))))
        .groupBy(KIND);
  }

  private Select<Record2<Integer, Integer>> broughtTogether(Condition whose) {
    return select(KIND, count().as(USERS))
        .from(
            select(kind(max(STATE)).as(KIND))
                .from(events.userStates(journey, whose))
                .groupBy(Columns.USER_KEY))
        .groupBy(KIND);
  }

  private Condition amongUsersOutside(String part) {
    Select<? extends Record> users =
        select(Columns.USER_KEY).from(events.userStates(journey, PART.ne(inline(part))));
    return condition("{0} IN ({1})", Columns.USER_KEY, users);
  }

  private static Field<Integer> kind(Field<Long> state) {
    return field("{0} % 4", Integer.class, state);
  }
}
