package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.greatestIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.leastIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.clickhouse.ClickHouseExpressions.tupleElement;
import static io.journeystats.event.EventType.MESSAGE_CLICKED;
import static io.journeystats.event.EventType.MESSAGE_DELIVERED;
import static io.journeystats.event.EventType.MESSAGE_FAILED;
import static io.journeystats.event.EventType.MESSAGE_INTERACTED;
import static io.journeystats.event.EventType.MESSAGE_OPENED;
import static io.journeystats.event.EventType.MESSAGE_READ;
import static io.journeystats.event.EventType.MESSAGE_SENT;
import static io.journeystats.event.EventType.MESSAGE_SHOWN;
import static io.journeystats.event.EventType.MESSAGE_SKIPPED;
import static org.jooq.impl.DSL.iif;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.csv.CsvFields;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.TimeRange;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL of the users who got a message or interacted with it: what came first of each kind in the
 * period. Everything is a minimum or a maximum, so duplicate events change nothing.
 *
 * @param events whose
 * @param journey of which journey
 * @param range of which time
 * @param channel in which channel
 * @param stepId of which step
 */
record MessageUsersTable(
    TenantTables events, JourneyId journey, TimeRange range, Channel channel, String stepId) {
  /** The columns. */
  static final List<String> COLUMNS =
      List.of(
          "user_id", "hwid", "sent_at", "delivered_at", "opened_at", "clicked_at", "last_event");

  /** Who has no others neither got the message nor saw it. */
  private static final Set<EventType> IN_VAIN = Set.of(MESSAGE_FAILED, MESSAGE_SKIPPED);

  /** The rows. */
  Select<Record> rows(CsvFields texts) {
    EventSelection all = EventSelection.about(EventType.Subject.MESSAGE).in(channel).at(stepId);
    List<SelectFieldOrAsterisk> cells =
        List.of(
            texts.text(anyOf(EventColumns.USER_ID)),
            texts.optionalText(hwid()),
            first(sent()),
            first(delivered()),
            first(opened()),
            first(clicked()),
            text(
                tupleElement(
                    greatestIf(
                        tuple(epochMillis(EventColumns.TIME), EventColumns.TYPE), trueCondition()),
                    2,
                    String.class)));
    return select(cells)
        .from(events.withDuplicates(journey, all, range).asTable("messages"))
        .groupBy(EventColumns.USER_KEY)
        .having(max(iif(of(got()), inline(1), inline(0))).eq(inline(1)))
        .orderBy(anyOf(EventColumns.USER_ID));
  }

  private static Field<String> hwid() {
    return tupleElement(
        greatestIf(
            tuple(epochMillis(EventColumns.TIME), EventColumns.HWID),
            EventColumns.HWID.ne(inline(""))),
        2,
        String.class);
  }

  private static Field<Object> first(Set<EventType> types) {
    return leastIf(EventColumns.TIME, of(types));
  }

  private static Condition of(Set<EventType> types) {
    return EventColumns.TYPE.in(
        types.stream().map(EventType::key).sorted().map(key -> inline(key)).toList());
  }

  private static Set<EventType> got() {
    return Arrays.stream(EventType.values())
        .filter(type -> type.subject() == EventType.Subject.MESSAGE && !IN_VAIN.contains(type))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<EventType> sent() {
    return Set.of(channel == Channel.IN_APP ? MESSAGE_SHOWN : MESSAGE_SENT);
  }

  /** WhatsApp may report a read without a delivery. */
  private Set<EventType> delivered() {
    return channel == Channel.WHATSAPP
        ? Set.of(MESSAGE_DELIVERED, MESSAGE_READ)
        : Set.of(MESSAGE_DELIVERED);
  }

  private Set<EventType> opened() {
    return switch (channel) {
      case PUSH, EMAIL, SMS -> Set.of(MESSAGE_OPENED);
      case WHATSAPP -> Set.of(MESSAGE_READ);
      case IN_APP -> Set.of(MESSAGE_SHOWN);
    };
  }

  private Set<EventType> clicked() {
    return Set.of(channel == Channel.IN_APP ? MESSAGE_INTERACTED : MESSAGE_CLICKED);
  }
}
