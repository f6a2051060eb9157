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
 * Writes events: the only class that does. The same event written again, at any time, by anybody,
 * is the same row, so nothing is looked up before.
 */
public final class EventWriter {
  /** Custom events belong to the tenant and are stored under no journey's id. */
  private static final UUID NO_JOURNEY = new UUID(0, 0);

  private static final byte NO_CHANNEL = 0;

  /** The number that the database stores where the sender has no verdict. */
  private static final byte NOT_SAID = 0;

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
          code("machine", event -> event.machine().map(EventWriter::verdict).orElse(NOT_SAID)),
          text("user_agent", Event::userAgent),
          text("arm", Event::arm),
          text("properties", Event::properties),
          uuid("named_journey_id", EventWriter::namedJourney));

  private final CheckedInsert<Row> insert;
  private final Runnable whenInDoubt;
  private final GroupCommit<Row> together;

  /**
   * Writes to a database.
   *
   * @param clickHouse the database
   * @param tombstones tells which users were erased
   * @param whenInDoubt is told that an insertion failed: its events may be stored and yet be
   *     missing from what is derived from them
   */
  public EventWriter(ClickHouse clickHouse, Tombstones tombstones, Runnable whenInDoubt) {
    this.insert = CheckedInsert.into(clickHouse, EventTables.EVENTS.getName(), tombstones, COLUMNS);
    this.whenInDoubt = whenInDoubt;
    this.together = new GroupCommit<>(this::insert);
  }

  /** Writes a tenant's events; when this returns, they are durable. */
  void write(TenantId tenant, List<Event> events) {
    List<Row> rows = events.stream().map(event -> new Row(tenant, event)).toList();
    if (isQuick(events)) {
      together.insert(rows);
    } else {
      insert(rows);
    }
  }

  /**
   * Tells whether the events make few parts, which are by month: others should not have to wait for
   * an insertion of many.
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
      whenInDoubt.run();
      throw e;
    }
  }

  /** An event that knows whose it is, as an insertion may be of several tenants. */
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

  private static byte verdict(boolean machine) {
    return (byte) (machine ? 2 : 1);
  }

  /** The journey that an event is stored under. */
  static UUID journey(Event event) {
    return event.type() == EventType.CUSTOM ? NO_JOURNEY : namedJourney(event);
  }

  private static UUID namedJourney(Event event) {
    return event.journey().map(JourneyId::value).orElse(NO_JOURNEY);
  }
}
