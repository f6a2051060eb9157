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
 * The times with which events are stored, by their ids: for a sender that may report the same event
 * with another time when it reports it again. It reads only the events of one type around that
 * time, which their sort order finds at once.
 */
public final class StoredTimes {
  /** How far the two times may be apart. */
  private static final Duration AROUND = Duration.ofDays(2);

  private static final Field<Object> KEY = field(name("event_key"), Object.class);
  private static final Field<Object> TIME = field(name("time"), Object.class);
  private static final Field<String> ID = field(name("id"), String.class);
  private static final Field<Long> FIRST = field(name("first"), Long.class);

  private final DSLContext database;

  /** Reads from a database. */
  public StoredTimes(ClickHouse clickHouse) {
    this.database = clickHouse.dsl("events.times");
  }

  /**
   * An event that may be stored.
   *
   * @param journey its journey
   * @param type its type
   * @param eventId its id
   * @param time the time with which it is reported now
   */
  public record Candidate(JourneyId journey, EventType type, String eventId, Instant time) {
    private Kind kind() {
      return new Kind(journey, type);
    }
  }

  private record Kind(JourneyId journey, EventType type) {}

  /**
   * The times of those that are stored.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot tell
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
