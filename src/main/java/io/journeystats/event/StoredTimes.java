package io.journeystats.event;

import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.instant;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * A lookup of the times of stored events by id, for senders that may repeat an event with another
 * time. It reads only events of the same type around that time, which the sorting key finds
 * quickly.
 */
public final class StoredTimes {
  /** The maximum difference between the two times. */
  private static final Duration AROUND = Duration.ofDays(2);

  private static final Field<Object> KEY = field(name("event_key"), Object.class);
  private static final Field<Object> TIME = field(name("time"), Object.class);
  private static final Field<String> ID = field(name("id"), String.class);
  private static final Field<Long> FIRST = field(name("first"), Long.class);

  private final DSLContext database;

  /** Creates the lookup in a database. */
  public StoredTimes(ClickHouse clickHouse) {
    this.database = clickHouse.dsl("events.times");
  }

  /**
   * An event that may already be stored.
   *
   * @param journey the journey
   * @param type the type
   * @param eventId the id
   * @param time the time in the new report
   */
  public record Candidate(JourneyId journey, EventType type, String eventId, Instant time) {
    private Kind kind() {
      return new Kind(journey, type);
    }
  }

  private record Kind(JourneyId journey, EventType type) {}

  /**
   * Returns the times of the stored events by id.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException if the store cannot answer
   */
  public Map<String, Instant> of(TenantId tenant, Collection<Candidate> candidates) {
    Map<String, Instant> times = new HashMap<>();
    candidates.stream()
        .map(Candidate::kind)
        .distinct()
        .forEach(kind ->
            read(
                tenant,
                kind,
                candidates.stream().filter(one -> one.kind().equals(kind)).toList(),
                times));
    return times;
  }

  private void read(
      TenantId tenant, Kind kind, List<Candidate> candidates, Map<String, Instant> times) {
    List<Field<String>> ids =
        candidates.stream().<Field<String>>map(one -> inline(one.eventId())).toList();
    List<Field<Object>> keys =
        ids.stream().<Field<Object>>map(id -> field("sipHash64({0})", Object.class, id)).toList();
    Instant first =
        candidates.stream().map(Candidate::time).min(Comparator.naturalOrder()).orElseThrow();
    Instant last =
        candidates.stream().map(Candidate::time).max(Comparator.naturalOrder()).orElseThrow();
    database
        .select(
            field("transform({0}, [{1}], [{2}], '')", String.class, KEY, list(keys), list(ids))
                .as(ID),
            epochMillis(min(TIME)).as(FIRST))
        .from(EventTables.EVENTS)
        .where(field(name("tenant_id"), String.class).eq(inline(tenant.value())))
        .and(field(name("journey_id"), Object.class).eq(inline(kind.journey().value())))
        .and(field(name("type"), String.class).eq(inline(kind.type().key())))
        .and(TIME.between(instant(first.minus(AROUND)), instant(last.plus(AROUND))))
        .and(KEY.in(keys))
        .groupBy(KEY)
        .forEach(row -> times.put(row.get(ID), Instant.ofEpochMilli(row.get(FIRST))));
  }
}
