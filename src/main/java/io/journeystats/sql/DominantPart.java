package io.journeystats.sql;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The part of a table of users that is far bigger than all others: most users have one row, which
 * lies there and counts as it is. Only the users that smaller parts know of, too, have to be
 * brought together.
 *
 * <p>Any part gives right results, even one that exists no more, as long as the whole statement
 * sees the same parts: {@link #SAME_SNAPSHOT}.
 *
 * @param part its name
 */
record DominantPart(String part) {
  /** The setting with which all subqueries of a statement see the same parts. */
  static final String SAME_SNAPSHOT = "enable_shared_storage_snapshot_in_query = 1";

  /**
   * The maximum share of rows in smaller parts for which not merging the dominant part is faster.
   */
  private static final double MOST_ELSEWHERE = 0.02;

  static final Field<String> PART = field(name("_part"), String.class);

  /** Finds the dominant part of user states, if there is one. */
  static Optional<DominantPart> find(DSLContext database) {
    return find(database, TenantTables.userStateParts());
  }

  /** The parts of a table; the row's columns are name and rows. */
  static Select<Record2<String, Long>> parts(Table<?> table) {
    return select(field(name("name"), String.class), field(name("rows"), Long.class))
        .from(DSL.table(name("system", "parts")))
        .where(
            condition(
                "active AND database = currentDatabase() AND table = {0}",
                inline(table.getName())));
  }

  /**
   * The same of another table.
   *
   * @param parts the names and rows of its parts
   */
  static Optional<DominantPart> find(DSLContext database, Select<Record2<String, Long>> parts) {
    Map<String, Long> rowsByPart =
        database.fetch(parts).intoMap(part -> part.value1(), part -> part.value2());
    long all = rowsByPart.values().stream().mapToLong(Long::longValue).sum();
    return rowsByPart.entrySet().stream()
        .filter(part -> all - part.getValue() <= all * MOST_ELSEWHERE)
        .map(Map.Entry::getKey)
        .findFirst()
        .map(DominantPart::new);
  }

  /** Holds for the rows of the part. */
  Condition isInPart() {
    return PART.eq(inline(part));
  }

  /** Holds for rows of users who are in this part only. */
  Condition alone(TenantTables events, Set<JourneyId> journeys) {
    return isInPart().andNot(elsewhere(events, journeys));
  }

  /**
   * Holds for all rows of users who have rows outside of the part in any of the journeys: more than
   * needed, and as right.
   */
  Condition elsewhere(TenantTables events, Set<JourneyId> journeys) {
    Select<? extends Record> users =
        select(EventColumns.USER_KEY).from(events.userStates(journeys, PART.ne(inline(part))));
    return condition("{0} IN ({1})", EventColumns.USER_KEY, users);
  }
}
