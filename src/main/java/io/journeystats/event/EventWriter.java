package io.journeystats.event;

import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.util.List;
import java.util.UUID;

/**
 * Writes events: the only class that does. The same event written again, at any time, by anybody,
 * is the same row, so nothing is looked up before.
 */
public final class EventWriter {
  /** Custom events belong to the tenant and are stored under no journey's id. */
  private static final UUID NO_JOURNEY = new UUID(0, 0);

  private static final byte NO_CHANNEL = 0;

  private final BulkInsert insert;
  private final Runnable whenInDoubt;

  /**
   * Writes to a database.
   *
   * @param clickHouse the database
   * @param whenInDoubt is told that an insertion failed: its events may be stored and yet be
   *     missing from what is derived from them
   */
  public EventWriter(ClickHouse clickHouse, Runnable whenInDoubt) {
    this.insert = new BulkInsert(clickHouse, EventTables.EVENTS.getName());
    this.whenInDoubt = whenInDoubt;
  }

  /** Writes a tenant's events; when this returns, they are durable. */
  void write(TenantId tenant, List<Event> events) {
    try {
      insert.insert(columns(tenant), events);
    } catch (RuntimeException e) {
      whenInDoubt.run();
      throw e;
    }
  }

  private static List<Column<Event>> columns(TenantId tenant) {
    return List.of(
        Column.text("event_id", Event::eventId),
        Column.text("tenant_id", _ -> tenant.value()),
        Column.uuid("journey_id", EventWriter::journey),
        Column.code("type", event -> event.type().code()),
        Column.time("time", Event::time),
        Column.text("user_id", Event::userId),
        Column.text("hwid", Event::hwid),
        Column.text("step_id", Event::stepId),
        Column.code("channel", event -> event.channel().map(Channel::code).orElse(NO_CHANNEL)),
        Column.text("message_id", Event::messageId),
        Column.text("goal_id", Event::goalId),
        Column.text("reason", Event::reason),
        Column.text("event_name", Event::eventName),
        Column.text("link_url", Event::linkUrl),
        Column.text("properties", Event::properties),
        Column.uuid("named_journey_id", EventWriter::namedJourney));
  }

  private static UUID journey(Event event) {
    return event.type() == EventType.CUSTOM ? NO_JOURNEY : namedJourney(event);
  }

  private static UUID namedJourney(Event event) {
    return event.journey().map(JourneyId::value).orElse(NO_JOURNEY);
  }
}
