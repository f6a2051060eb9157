package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import io.journeystats.query.TimeRange;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;

/**
 * The SQL of all users of a journey who entered in a range, with their entrances in it and how they
 * stand: one reading of their states, which lie in the order of users. So the first rows are
 * available at once, and nothing is held in memory.
 *
 * @param events the tenant's tables
 * @param journey which journey
 * @param range when they entered
 * @param wanted holds for the users who are wanted
 */
record EnteredUsersQuery(
    TenantTables events, JourneyId journey, TimeRange range, Condition wanted) {
  /** The time of the first entrance in the range, in milliseconds since 1970. */
  static final Field<Long> FIRST_ENTERED_AT = field(name("first_entered_at_ms"), Long.class);

  /** Leaves out what no longer counts. */
  EnteredUsersQuery {
    range = events.kept(range);
  }

  /** What the rows are called in conditions and cells. */
  static final Name USERS = name("users");

  /** What a statement with these rows needs. */
  static final String[] SETTINGS = {IN_WITHOUT_INDEX, DominantPart.SAME_SNAPSHOT};

  /** An entrance is the time in milliseconds since 1900, times 2^64, plus the event's key. */
  private static final int KEY_BITS = 64;

  private static final Field<Object> KEYS = field(name("entrance_keys"), Object.class);
  private static final Field<Object> ENTERED = field(name("entered"), Object.class);

  /**
   * Cells of each user, in the order of users.
   *
   * @param cells made of the columns of {@link UserListQuery} and {@link #FIRST_ENTERED_AT}
   * @param which holds for what is wanted, made of the same
   * @param settled the dominant part, which is not merged
   */
  Select<Record> rows(
      List<SelectFieldOrAsterisk> cells, Condition which, Optional<DominantPart> settled) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(UserListQuery.STATE);
    columns.add(EventColumns.USER_ID);
    columns.add(field("length({0})", Long.class, ENTERED).as(UserListQuery.ENTRANCES));
    columns.add(entrance("arrayMin").as(FIRST_ENTERED_AT));
    columns.add(entrance("arrayMax").as(UserListQuery.LAST_ENTERED_AT));
    Select<Record> users =
        select(columns)
            .from(known(settled).asTable("known"))
            .where(condition("notEmpty({0})", ENTERED));
    return select(cells)
        .from(users.asTable(USERS))
        .where(which)
        .orderBy(field(USERS.append(EventColumns.USER_ID.getUnqualifiedName())));
  }

  private Select<Record> known(Optional<DominantPart> settled) {
    Set<JourneyId> journeys = Set.of(journey);
    return settled
        .<Select<Record>>map(part ->
            events
                .userStates(unmerged(), journey, part.alone(events, journeys).and(wanted))
                .unionAll(
                    events
                        .userStates(merged(), journey, part.elsewhere(events, journeys).and(wanted))
                        .groupBy(EventColumns.USER_ID)))
        .orElseGet(() ->
            select(unmerged()).from(events.mergedUserStates(journey, wanted).asTable("merged")));
  }

  private List<SelectFieldOrAsterisk> unmerged() {
    return columns(column -> column, KEYS);
  }

  private List<SelectFieldOrAsterisk> merged() {
    return columns(DSL::max, field("groupUniqArrayArray({0})", Object.class, KEYS));
  }

  private List<SelectFieldOrAsterisk> columns(
      UnaryOperator<Field<Object>> merged, Field<Object> keys) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(UserListQuery.stateColumns(merged));
    columns.add(inRange(keys).as(ENTERED));
    return columns;
  }

  private Field<Object> inRange(Field<Object> keys) {
    List<Condition> bounds = new ArrayList<>();
    Field<Object> key = field(name("key"), Object.class);
    range.from().ifPresent(from -> bounds.add(key.ge(firstKey(from))));
    range.to().ifPresent(to -> bounds.add(key.lt(firstKey(to))));
    return bounds.isEmpty()
        ? keys
        : field("arrayFilter({0} -> {1}, {2})", Object.class, key, DSL.and(bounds), keys);
  }

  /** The least key of an entrance at that time. */
  private static Field<Object> firstKey(Instant time) {
    long millis = Math.max(0, time.toEpochMilli() - UserListQuery.BEGINNING.toEpochMilli());
    return field(
        "toUInt128({0})",
        Object.class, inline(BigInteger.valueOf(millis).shiftLeft(KEY_BITS).toString()));
  }

  private static Field<Long> entrance(String which) {
    return field(
        "toInt64(bitShiftRight({0}({1}), {2})) + {3}",
        Long.class,
        DSL.raw(which),
        ENTERED,
        inline(KEY_BITS),
        inline(UserListQuery.BEGINNING.toEpochMilli()));
  }
}
