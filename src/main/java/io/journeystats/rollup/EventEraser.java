package io.journeystats.rollup;

import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.journeystats.clickhouse.EventTables;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The statements that remove expired events, and events of deleted journeys and tenants, from the
 * disk, with the rows derived from them. Readers no longer see these events, so the removal is not
 * urgent, and several instances may run it at once.
 *
 * @param database the database
 */
public record EventEraser(DSLContext database) {
  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);
  private static final Field<Object> TIME = field(name("time"), Object.class);

  /**
   * Removes all rows of journeys.
   *
   * @return whether there were no rows; only then are they known to be gone, because the rollup may
   *     write concurrently
   */
  boolean eraseJourneys(Map<TenantId, ? extends Collection<JourneyId>> journeys) {
    List<Field<Object>> owned =
        journeys.entrySet().stream()
            .flatMap(tenant ->
                tenant.getValue().stream()
                    .map(journey ->
                        field(
                            "({0}, toUUID({1}))",
                            Object.class,
                            inline(tenant.getKey().value()),
                            inline(journey.toString()))))
            .toList();
    return eraseAll(condition("(tenant_id, journey_id) IN ({0})", DSL.list(owned)));
  }

  /** Removes all rows of tenants; returns whether there were no rows. */
  boolean eraseTenants(Collection<TenantId> tenants) {
    return eraseAll(of(tenants));
  }

  /**
   * Removes the events of each tenant before an instant, and updates derived rows as if they were
   * derived from the remaining events; returns whether there were no such rows.
   */
  boolean eraseBefore(Map<TenantId, Instant> firstKept) {
    Condition ofTenants = of(firstKept.keySet());
    Instant last = firstKept.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    Field<Long> from = byTenant(firstKept);
    Condition isEarlier =
        ofTenants
            // This condition uses the index; the other one differs by tenant.
            .and(TIME.lt(instant(last)))
            .and(
                condition(
                    "toUnixTimestamp64Milli({0}) + {1} < {2}",
                    TIME, inline(QuarterHours.OFFSET_MILLIS), from));
    Condition wasStartedEarlier =
        ofTenants.and(
            condition(
                "(toInt64(started_at) < {0} OR toUnixTimestamp64Milli({1}) + {2} < {0})",
                from, TIME, inline(QuarterHours.OFFSET_MILLIS)));
    Condition wasSeenEarlier = ofTenants.and(condition("toInt64(seen_at) < {0}", from));
    Condition wasPresentEarlier = ofTenants.and(condition("toInt64(last_at) < {0}", from));
    // A quarter hour that is only partly expired is counted event by event.
    Condition isEarlierQuarterHour =
        ofTenants.and(
            condition(
                "(toInt64({0}) + 1) * {1} <= {2}",
                EventCounts.QUARTER_HOUR, inline(QuarterHours.MILLIS), from));
    Condition isPartlyOld = ofTenants.and(KeptUserStates.isPartlyOld(from));
    Condition isWhollyOld = ofTenants.and(KeptUserStates.isWhollyOld(from));
    boolean isGone = erase(EventTables.EVENTS, isEarlier);
    isGone &= erase(EventTables.USER_ENTRANCES, isEarlier);
    isGone &= erase(EventTables.DEVICE_USERS, wasSeenEarlier);
    isGone &= erase(EventTables.USER_PRESENCE, wasPresentEarlier);
    isGone &= erase(EventTables.EVENT_COUNTS, isEarlierQuarterHour);
    isGone &= erase(EventTables.CONVERSIONS, wasStartedEarlier);
    isGone &=
        alter(
            EventTables.USER_STATES,
            isPartlyOld,
            DSL.sql(
                "DELETE WHERE {0}, UPDATE {1} WHERE {2}",
                isWhollyOld, KeptUserStates.assignments(from), isPartlyOld));
    return isGone;
  }

  /** Removes events first, so that nothing is derived from them after the other tables. */
  private boolean eraseAll(Condition condition) {
    boolean isGone = true;
    for (Table<Record> table : EventTables.OF_TENANTS) {
      isGone &= erase(table, condition);
    }
    return isGone;
  }

  private boolean erase(Table<Record> table, Condition condition) {
    return alter(table, condition, DSL.sql("DELETE WHERE {0}", condition));
  }

  private boolean alter(Table<Record> table, Condition isThere, QueryPart change) {
    boolean found =
        database.fetchExists(DSL.selectOne().from(table).where(isThere).limit(inline(1)));
    if (found && !isBeingChanged(table)) {
      database.execute("ALTER TABLE {0} {1} SETTINGS mutations_sync = 1", table, change);
    }
    return !found;
  }

  /**
   * Whether the store is still rewriting a table. A mutation continues after its statement timed
   * out, and another statement would repeat it.
   */
  private boolean isBeingChanged(Table<Record> table) {
    return database.fetchExists(
        DSL.selectOne()
            .from(DSL.table(name("system", "mutations")))
            .where(
                condition(
                    "database = currentDatabase() AND table = {0} AND NOT is_done",
                    inline(table.getName())))
            .limit(inline(1)));
  }

  private static Condition of(Collection<TenantId> tenants) {
    return TENANT_ID.in(
        Set.copyOf(tenants).stream().sorted().map(id -> inline(id.value())).toList());
  }

  /** The first kept instant of a row's tenant, in milliseconds since 1900. */
  private static Field<Long> byTenant(Map<TenantId, Instant> firstKept) {
    List<Map.Entry<TenantId, Instant>> tenants = List.copyOf(firstKept.entrySet());
    return tenants.size() == 1
        ? KeptUserStates.millis(tenants.getFirst().getValue())
        : field(
            "transform(toString({0}), [{1}], [{2}], toInt64(0))",
            Long.class,
            TENANT_ID,
            DSL.list(tenants.stream().map(tenant -> inline(tenant.getKey().value())).toList()),
            DSL.list(
                tenants.stream().map(tenant -> KeptUserStates.millis(tenant.getValue())).toList()));
  }
}
