package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.tupleElement;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.when;

import io.journeystats.journey.JourneyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * Reads the number of users in each state. A user has a row of maxima in each part of the table
 * with events of theirs, and the greatest counts.
 *
 * @param events the tenant's tables
 * @param journeys the journeys
 * @param byStep whether users are grouped by their last step as well
 */
record UserStatesQuery(TenantTables events, Set<JourneyId> journeys, boolean byStep) {
  private static final Field<Long> STATE = field(name("state"), Long.class);
  private static final Field<Integer> KIND = field(name("kind"), Integer.class);
  private static final Field<Integer> USERS = field(name("users"), Integer.class);
  private static final Field<Object> LAST_STEP = field(name("last_step"), Object.class);
  private static final Field<Long> ENTERED_AT = field(name("entered_at"), Long.class);

  /** The last step's id; empty where the user has come to none since entering. */
  static final Field<String> STEP = field(name("step"), String.class);

  /** Reads the users in each state, rows as with {@link #counts}. */
  Result<?> fetch(DSLContext database) {
    return database.fetch(counts(DominantPart.find(database)));
  }

  /**
   * The users in each state: the row's columns are the kind of the event that decided, the users
   * and, where there are several journeys, the journey, and the last step where it is wanted.
   *
   * @param settled the dominant part, which is not merged
   */
  private ResultQuery<?> counts(Optional<DominantPart> settled) {
    return settled
        .<ResultQuery<?>>map(part ->
            withSettings(
                select(with(sum(USERS)))
                    .from(alone(part).unionAll(merged(part.elsewhere(events, journeys))))
                    .groupBy(groups()),
                IN_WITHOUT_INDEX,
                DominantPart.SAME_SNAPSHOT))
        .orElseGet(() -> merged(trueCondition()));
  }

  private Select<Record> alone(DominantPart part) {
    return select(columns(STATE, LAST_STEP, ENTERED_AT, count().as(USERS)))
        .from(events.userStates(journeys, part.alone(events, journeys)))
        .groupBy(groups());
  }

  private Select<Record> merged(Condition whose) {
    List<Field<?>> user = new ArrayList<>(journey());
    user.add(EventColumns.USER_KEY);
    return select(with(count().as(USERS)))
        .from(
            select(columns(max(STATE), max(LAST_STEP), max(ENTERED_AT), count().as(USERS)))
                .from(events.userStates(journeys, whose))
                .groupBy(user))
        .groupBy(groups());
  }

  private List<SelectFieldOrAsterisk> with(Field<?> users) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(groups());
    columns.add(1, users);
    return columns;
  }

  /** The same, worked out from what is known of users. */
  private List<SelectFieldOrAsterisk> columns(
      Field<Long> state, Field<Object> lastStep, Field<Long> enteredAt, Field<?> users) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(kind(state).as(KIND), users));
    columns.addAll(journey());
    if (byStep) {
      columns.add(
          when(
                  tupleElement(lastStep, 1, Long.class).ge(enteredAt),
                  tupleElement(lastStep, 3, String.class))
              .otherwise(inline(""))
              .as(STEP));
    }
    return columns;
  }

  private List<Field<?>> groups() {
    List<Field<?>> groups = new ArrayList<>(List.of(KIND));
    groups.addAll(journey());
    if (byStep) {
      groups.add(STEP);
    }
    return groups;
  }

  /** Without it, grouping the users of one journey takes half the time. */
  private List<Field<?>> journey() {
    return journeys.size() == 1 ? List.of() : List.of(EventColumns.JOURNEY_ID);
  }

  private static Field<Integer> kind(Field<Long> state) {
    return field("{0} % 4", Integer.class, state);
  }
}
