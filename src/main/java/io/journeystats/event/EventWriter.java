package io.journeystats.event;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.clickhouse.GroupCommit;
import io.journeystats.erasure.ErasedUsers;
import io.journeystats.erasure.Tombstones;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The only class that writes events. Writing is idempotent: the same event written again, by any
 * instance, is the same row, so no lookup is needed before a write.
 */
public final class EventWriter {
  /** The journey id of custom events, which belong to the tenant. */
  private static final UUID NO_JOURNEY = new UUID(0, 0);

  private static final byte NO_CHANNEL = 0;

  /** The code in the database of an event without the field {@code machine}. */
  private static final byte UNKNOWN = 0;

  private static final long MONTH_MILLIS = Duration.ofDays(31).toMillis();

  private static final List<Column<Row>> COLUMNS =
      List.of(
          text("event_id", Event::eventId),
          Column.text("tenant_id", row -> row.tenant().value()),
          uuid("journey_id", EventWriter::journey),
          code("type", event -> event.type().code()),
          Column.time("time", row -> row.event().time()),
          text("user_id", Event::userId),
          text("hwid", Event::hwid),
          text("step_id", Event::stepId),
          code("channel", event -> event.channel().map(Channel::code).orElse(NO_CHANNEL)),
          text("message_id", Event::messageId),
          text("goal_id", Event::goalId),
          text("reason", Event::reason),
          text("event_name", Event::eventName),
          text("link_url", Event::linkUrl),
          code("machine", event -> event.machine().map(EventWriter::machineCode).orElse(UNKNOWN)),
          text("user_agent", Event::userAgent),
          text("arm", Event::arm),
          text("properties", Event::properties),
          uuid("named_journey_id", EventWriter::namedJourney));

  private final CheckedInsert<Row> insert;
  private final Runnable onFailure;
  private final GroupCommit<Row> groupCommit;

  /**
   * Creates a writer.
   *
   * @param clickHouse the database
   * @param tombstones the erased users
   * @param onFailure runs after a failed insertion, whose events may be stored but missing from
   *     derived tables
   */
  public EventWriter(ClickHouse clickHouse, Tombstones tombstones, Runnable onFailure) {
    this.insert = CheckedInsert.into(clickHouse, EventTables.EVENTS.getName(), tombstones, COLUMNS);
    this.onFailure = onFailure;
    this.groupCommit = new GroupCommit<>(this::insert);
  }

  /** Writes a tenant's events. They are durable when this method returns. */
  void write(TenantId tenant, List<Event> events) {
    List<Row> rows = events.stream().map(event -> new Row(tenant, event)).toList();
    if (isQuick(events)) {
      groupCommit.insert(rows);
    } else {
      insert(rows);
    }
  }

  /**
   * Returns whether the events span less than a month, and so at most two partitions. Events of
   * many months are inserted separately, so that other senders do not wait for them.
   */
  static boolean isQuick(List<Event> events) {
    LongSummaryStatistics millis =
        events.stream().mapToLong(event -> event.time().toEpochMilli()).summaryStatistics();
    return millis.getMax() - millis.getMin() < MONTH_MILLIS;
  }

  private void insert(List<Row> rows) {
    try {
      insert.insert(rows);
    } catch (RuntimeException e) {
      onFailure.run();
      throw e;
    }
  }

  /** An event with its tenant, since one insertion may contain events of several tenants. */
  private record Row(TenantId tenant, Event event) implements CheckedInsert.OfUser {
    @Override
    public boolean isErased(ErasedUsers users) {
      return users.isErased(event.userId(), event.time());
    }
  }

  private static Column<Row> text(String name, Function<Event, String> value) {
    return Column.text(name, row -> value.apply(row.event()));
  }

  private static Column<Row> uuid(String name, Function<Event, UUID> value) {
    return Column.uuid(name, row -> value.apply(row.event()));
  }

  private static Column<Row> code(String name, ToIntFunction<Event> value) {
    return Column.code(name, row -> value.applyAsInt(row.event()));
  }

  private static byte machineCode(boolean machine) {
    return (byte) (machine ? 2 : 1);
  }

  /** The journey id that an event is stored with. */
  static UUID journey(Event event) {
    return event.type() == EventType.CUSTOM ? NO_JOURNEY : namedJourney(event);
  }

  private static UUID namedJourney(Event event) {
    return event.journey().map(JourneyId::value).orElse(NO_JOURNEY);
  }
}
