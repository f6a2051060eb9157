package io.journeystats.event;

import static java.util.Objects.requireNonNullElse;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseExpressions;
import io.journeystats.clickhouse.Column;
import io.journeystats.erasure.ErasedUsers;
import io.journeystats.erasure.Tombstones;
import io.journeystats.http.Cursor;
import io.journeystats.http.FieldError;
import io.journeystats.http.PageParameters;
import io.journeystats.http.RequestMemory;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * The events that were refused, kept for 30 days so that nothing sent is lost, within the limits of
 * their tenant; the same one sent again is one.
 */
public final class RejectedEvents {
  private static final String TABLE = "rejected_events";

  /** Where this many bytes are on a page, it ends. */
  private static final int PAGE_BYTES = 1 << 20;

  /** How many bytes of the heap a byte of a page takes at most: read, as objects, as text. */
  private static final int OBJECTS = 8;

  private static final long LAST_POSITION = 0xFFFF_FFFFL;

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Field<String> TENANT_ID = field(name("tenant_id"), String.class);
  private static final Field<Object> RECEIVED_AT = field(name("received_at"), Object.class);
  private static final Field<Long> RECEIVED_AT_MILLIS =
      ClickHouseExpressions.epochMillis(RECEIVED_AT);
  private static final Field<String> KEY_TEXT =
      field("hex({0})", String.class, field(name("event_key")));
  private static final Field<Long> AT = field(name("at"), Long.class);
  private static final Field<String> KEY = field(name("key"), String.class);
  private static final Field<Long> POSITION = field(name("position"), Long.class);
  private static final Field<String> EVENT_ID = field(name("event_id"), String.class);
  private static final Field<String> EVENT = field(name("event"), String.class);
  private static final Field<Boolean> TRUNCATED = field(name("truncated"), Boolean.class);
  private static final Field<String> ERRORS = field(name("errors"), String.class);

  /** The bytes of the rows before this one. */
  private static final Field<BigDecimal> BYTES_BEFORE =
      sum(field("length({0}) + length({1})", Long.class, EVENT, ERRORS))
          .over()
          .orderBy(AT.desc(), KEY.desc())
          .rowsBetweenUnboundedPreceding()
          .andPreceding(1);

  private static final Field<Integer> CANDIDATES = count().over().as("candidates");

  private static final List<Column<Refused>> COLUMNS =
      List.of(
          Column.text("tenant_id", row -> row.tenant().value()),
          Column.time("received_at", Refused::receivedAt),
          Column.count("position", row -> position(row.event().rejection())),
          Column.text("event_id", row -> requireNonNullElse(row.event().rejection().eventId(), "")),
          Column.text("user_id", row -> row.event().userId()),
          Column.text("event", row -> row.event().text()),
          Column.flag("truncated", row -> row.event().truncated()),
          Column.text("errors", row -> json(row.event().rejection().errors())));

  private final DSLContext database;
  private final CheckedInsert<Refused> insert;
  private final RejectedEventsQuota quota;

  /** Keeps them in the database, within the usual limits. */
  public RejectedEvents(ClickHouse clickHouse, Tombstones tombstones) {
    this(clickHouse, tombstones, _ -> TenantLimits.DEFAULTS);
  }

  /**
   * Keeps them in the database.
   *
   * @param tombstones tells which users were erased
   * @param limits how much is kept of each tenant
   */
  public RejectedEvents(
      ClickHouse clickHouse, Tombstones tombstones, Function<TenantId, TenantLimits> limits) {
    this.database = clickHouse.dsl("rejected_events");
    this.insert = CheckedInsert.into(clickHouse, TABLE, tombstones, COLUMNS);
    this.quota = new RejectedEventsQuota(database, limits);
  }

  /** Keeps what was refused; the oldest make room for it. */
  void keep(TenantId tenant, List<RefusedEvent> refused, Instant receivedAt) {
    if (!refused.isEmpty()) {
      insert.insert(refused.stream().map(event -> new Refused(tenant, receivedAt, event)).toList());
      quota.added(tenant, refused, receivedAt);
    }
  }

  /** How much of a limit a tenant uses. */
  public long used(TenantId tenant, Limit limit) {
    return used(quota.kept(tenant), limit);
  }

  /** The same by the last count and since; 0 before the first. */
  public long known(TenantId tenant, Limit limit) {
    return used(quota.known(tenant), limit);
  }

  private static long used(RejectedEventsQuota.Kept kept, Limit limit) {
    return switch (limit) {
      case REJECTED_EVENTS -> kept.events();
      case REJECTED_BYTES -> kept.bytes();
      case JOURNEYS, DEFINITION_BYTES, KEYS, REVISIONS, EVENTS_PER_DAY, STORED_EVENTS ->
          throw new IllegalArgumentException(limit + " is not about rejected events");
    };
  }

  /** Removes all of a deleted tenant; tells whether there were none. */
  public boolean remove(TenantId tenant) {
    return quota.removeAll(tenant);
  }

  /** A refused event that knows whose it is. */
  private record Refused(TenantId tenant, Instant receivedAt, RefusedEvent event)
      implements CheckedInsert.OfUser {
    /** Where nobody can tell its time, it may be from before the erasure. */
    @Override
    public boolean isErased(ErasedUsers users) {
      return event
          .time()
          .map(time -> users.isErased(event.userId(), time))
          .orElseGet(() -> users.isKnown(event.userId()));
    }
  }

  /** As the column has 32 bits; the positions of longer imports end there. */
  private static int position(Rejection rejection) {
    return (int) Math.min(rejection.index(), LAST_POSITION);
  }

  /**
   * The tenant's refused events, the latest first, in pages. A page ends before the limit where it
   * would become large otherwise: one event may be as long as hundreds of others.
   *
   * @param memory has to have room for a page
   */
  Page list(TenantId tenant, int limit, Optional<List<String>> after, RequestMemory memory) {
    memory.take(OBJECTS * PAGE_BYTES);
    Result<? extends Record> rows =
        database.fetch(
            select(AT, KEY, POSITION, EVENT_ID, EVENT, TRUNCATED, ERRORS, CANDIDATES)
                .from(candidates(tenant, limit + 1, after))
                .qualify(BYTES_BEFORE.le(inline(BigDecimal.valueOf(PAGE_BYTES)))));
    List<Rejected> events = rows.stream().limit(limit).map(RejectedEvents::rejected).toList();
    return new Page(
        events,
        quota.removed(tenant),
        isMore(rows, events.size()) ? cursor(rows.get(events.size() - 1)) : null);
  }

  private static Table<?> candidates(TenantId tenant, int limit, Optional<List<String>> after) {
    Condition behind =
        after
            .<Condition>map(key ->
                row(RECEIVED_AT_MILLIS, KEY_TEXT)
                    .lt(row(inline(Cursor.number(key.get(0))), inline(key.get(1)))))
            .orElse(trueCondition());
    return select(
            RECEIVED_AT_MILLIS.as(AT),
            KEY_TEXT.as(KEY),
            POSITION,
            EVENT_ID,
            EVENT,
            TRUNCATED,
            ERRORS)
        .from(ClickHouseExpressions.deduplicated(table(name(TABLE))))
        .where(TENANT_ID.eq(inline(tenant.value())))
        .and(behind)
        .orderBy(RECEIVED_AT_MILLIS.desc(), KEY_TEXT.desc())
        .limit(inline(limit))
        .asTable("candidates");
  }

  private static boolean isMore(Result<? extends Record> rows, int shown) {
    return !rows.isEmpty() && rows.getFirst().get(CANDIDATES) > shown;
  }

  private static String cursor(Record last) {
    return Cursor.after(List.of(String.valueOf(last.get(AT)), last.get(KEY)));
  }

  private static Rejected rejected(Record row) {
    return new Rejected(
        Instant.ofEpochMilli(row.get(AT)),
        row.get(POSITION),
        row.get(EVENT_ID).isEmpty() ? null : row.get(EVENT_ID),
        read(row.get(ERRORS)),
        row.get(EVENT),
        row.get(TRUNCATED));
  }

  private static String json(List<FieldError> errors) {
    try {
      return JSON.writeValueAsString(errors);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<FieldError> read(String errors) {
    try {
      return JSON.readValue(errors, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A page of refused events.
   *
   * @param rejected the events, the latest first
   * @param removed how many older ones made room for newer ones
   * @param nextCursor where the next page begins, null at the end
   */
  @Schema(name = "RejectedEventPage")
  public record Page(
      List<Rejected> rejected,
      @Schema(description = "How many older ones made room for newer ones.") long removed,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /**
   * One refused event.
   *
   * @param receivedAt when it was refused last
   * @param index its position in that request, from 0
   * @param eventId its id, null where it has none
   * @param errors all that is wrong with it
   * @param event the text that was sent
   * @param truncated whether the text was cut, being far longer than any event
   */
  @Schema(name = "RejectedEvent")
  public record Rejected(
      Instant receivedAt,
      long index,
      @Nullable String eventId,
      List<FieldError> errors,
      String event,
      boolean truncated) {}
}
