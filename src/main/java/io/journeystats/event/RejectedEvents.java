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
 * The store of rejected events. It keeps them for 30 days, within the limits of their tenant, so
 * that senders can correct them. An event that is sent again is stored once.
 */
public final class RejectedEvents {
  private static final String TABLE = "rejected_events";

  /** The number of bytes after which a page ends. */
  private static final int PAGE_BYTES = 1 << 20;

  /** The maximum heap per byte of a page: the bytes read, the objects and the text. */
  private static final int HEAP_PER_BYTE = 8;

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

  /** The total size of the rows before a row. */
  private static final Field<BigDecimal> BYTES_BEFORE =
      sum(field("length({0}) + length({1})", Long.class, EVENT, ERRORS))
          .over()
          .orderBy(AT.desc(), KEY.desc())
          .rowsBetweenUnboundedPreceding()
          .andPreceding(1);

  private static final Field<Integer> CANDIDATES = count().over().as("candidates");

  private static final List<Column<Row>> COLUMNS =
      List.of(
          Column.text("tenant_id", row -> row.tenant().value()),
          Column.time("received_at", Row::receivedAt),
          Column.count("position", row -> position(row.event().rejection())),
          Column.text("event_id", row -> requireNonNullElse(row.event().rejection().eventId(), "")),
          Column.text("user_id", row -> row.event().userId()),
          Column.text("event", row -> row.event().text()),
          Column.flag("truncated", row -> row.event().truncated()),
          Column.text("errors", row -> json(row.event().rejection().errors())));

  private final DSLContext database;
  private final CheckedInsert<Row> insert;
  private final RejectedEventsQuota quota;

  /** Creates the store in a database, with default limits. */
  public RejectedEvents(ClickHouse clickHouse, Tombstones tombstones) {
    this(clickHouse, tombstones, _ -> TenantLimits.DEFAULTS);
  }

  /**
   * Creates the store in a database.
   *
   * @param tombstones the erased users
   * @param limits returns the limits of a tenant
   */
  public RejectedEvents(
      ClickHouse clickHouse, Tombstones tombstones, Function<TenantId, TenantLimits> limits) {
    this.database = clickHouse.dsl("rejected_events");
    this.insert = CheckedInsert.into(clickHouse, TABLE, tombstones, COLUMNS);
    this.quota = new RejectedEventsQuota(database, limits);
  }

  /** Stores rejected events, and removes the oldest ones if a limit is exceeded. */
  void keep(TenantId tenant, List<RejectedEvent> rejected, Instant receivedAt) {
    if (!rejected.isEmpty()) {
      insert.insert(rejected.stream().map(event -> new Row(tenant, receivedAt, event)).toList());
      quota.added(tenant, rejected, receivedAt);
    }
  }

  /** Counts a tenant's use of a limit. */
  public long used(TenantId tenant, Limit limit) {
    return used(quota.kept(tenant), limit);
  }

  /** A tenant's use of a limit by the last count and additions since; 0 before the first count. */
  public long known(TenantId tenant, Limit limit) {
    return used(quota.known(tenant), limit);
  }

  private static long used(RejectedEventsQuota.Kept kept, Limit limit) {
    return switch (limit) {
      case REJECTED_EVENTS -> kept.events();
      case REJECTED_BYTES -> kept.bytes();
      case JOURNEYS, DEFINITION_BYTES, KEYS, REVISIONS, EVENTS_PER_DAY, STORED_EVENTS ->
          throw new IllegalArgumentException(limit + " is not a limit on rejected events");
    };
  }

  /** Removes all events of a deleted tenant and returns whether there were none. */
  public boolean remove(TenantId tenant) {
    return quota.removeAll(tenant);
  }

  /** A rejected event with its tenant. */
  private record Row(TenantId tenant, Instant receivedAt, RejectedEvent event)
      implements CheckedInsert.OfUser {
    /** An event without a readable time may precede the erasure. */
    @Override
    public boolean isErased(ErasedUsers users) {
      return event
          .time()
          .map(time -> users.isErased(event.userId(), time))
          .orElseGet(() -> users.isKnown(event.userId()));
    }
  }

  /** Limits the position to the 32 bits of the column. */
  private static int position(Rejection rejection) {
    return (int) Math.min(rejection.index(), LAST_POSITION);
  }

  /**
   * Returns a page of the tenant's rejected events, the latest first. A page ends before the limit
   * if it would become too large: one event may be as long as hundreds of others.
   *
   * @param memory the memory budget that the page is taken from
   */
  Page list(TenantId tenant, int limit, Optional<List<String>> after, RequestMemory memory) {
    memory.take(HEAP_PER_BYTE * PAGE_BYTES);
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
    Condition isAfter =
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
        .and(isAfter)
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
   * A page of rejected events.
   *
   * @param rejected the events, the latest first
   * @param removed the number of older events that were removed in favour of newer ones
   * @param nextCursor the cursor of the next page; null on the last page
   */
  @Schema(name = "RejectedEventPage")
  public record Page(
      List<Rejected> rejected,
      @Schema(
              description =
                  "The number of older events that were removed because a limit was reached.")
          long removed,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /**
   * A rejected event.
   *
   * @param receivedAt the time of the last rejection
   * @param index the position in that request, from 0
   * @param eventId the id; null if the event has none
   * @param errors the errors
   * @param event the text that was sent
   * @param truncated whether the text was truncated because it is far longer than a valid event
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
