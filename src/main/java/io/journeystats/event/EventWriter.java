package io.journeystats.event;

import com.clickhouse.client.api.data_formats.RowBinaryFormatSerializer;
import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.io.IOException;
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

  private static final List<String> COLUMNS =
      List.of(
          "event_id",
          "tenant_id",
          "journey_id",
          "type",
          "time",
          "user_id",
          "hwid",
          "step_id",
          "channel",
          "message_id",
          "goal_id",
          "reason",
          "event_name",
          "link_url",
          "properties",
          "named_journey_id");

  private final BulkInsert insert;

  /** Writes to the database. */
  public EventWriter(ClickHouse clickHouse) {
    this.insert = new BulkInsert(clickHouse, EventTables.EVENTS.getName(), COLUMNS);
  }

  /** Writes a tenant's events; when this returns, they are durable. */
  void write(TenantId tenant, List<Event> events) {
    insert.insert(events, (event, row) -> write(tenant, event, row));
  }

  private static void write(TenantId tenant, Event event, RowBinaryFormatSerializer row)
      throws IOException {
    boolean custom = event.type() == EventType.CUSTOM;
    UUID named = event.journey().map(JourneyId::value).orElse(NO_JOURNEY);
    UUID journey = custom ? NO_JOURNEY : named;
    row.writeString(event.eventId());
    row.writeString(tenant.value());
    writeUuid(journey, row);
    row.writeEnum8(event.type().code());
    row.writeInt64(event.time().toEpochMilli());
    row.writeString(event.userId());
    row.writeString(event.hwid());
    row.writeString(event.stepId());
    row.writeEnum8(event.channel().map(Channel::code).orElse(NO_CHANNEL));
    row.writeString(event.messageId());
    row.writeString(event.goalId());
    row.writeString(event.reason());
    row.writeString(event.eventName());
    row.writeString(event.linkUrl());
    row.writeString(event.properties());
    writeUuid(named, row);
  }

  /** The driver's own method for UUIDs writes their halves in the wrong order. */
  private static void writeUuid(UUID uuid, RowBinaryFormatSerializer row) throws IOException {
    row.writeInt64(uuid.getMostSignificantBits());
    row.writeInt64(uuid.getLeastSignificantBits());
  }
}
