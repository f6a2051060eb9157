package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.greatestIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.leastIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static io.journeystats.clickhouse.ClickHouseExpressions.tupleElement;
import static io.journeystats.event.EventType.MESSAGE_FAILED;
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
import io.journeystats.metric.ChannelProfile;
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
 * The SQL of the CSV of the users who received a message or interacted with it: the first event of
 * each kind in the period. Every column is a minimum or a maximum, so duplicate events do not
 * change it.
 *
 * @param events the tenant's events
 * @param journey the journey
 * @param range the period
 * @param channel the message's channel
 * @param stepId the id of the step that sends the message
 */
record MessageUsersTable(
    TenantTables events, JourneyId journey, TimeRange range, Channel channel, String stepId) {
  /** The names of the columns. */
  static final List<String> COLUMNS =
      List.of(
          "user_id", "hwid", "sent_at", "delivered_at", "opened_at", "clicked_at", "last_event");

  /** A user with no other events did not receive the message. */
  private static final Set<EventType> NOT_RECEIVED = Set.of(MESSAGE_FAILED, MESSAGE_SKIPPED);

  /** The rows. */
  Select<Record> rows(CsvFields texts) {
    ChannelProfile profile = ChannelProfile.of(channel);
    EventSelection all = EventSelection.about(EventType.Subject.MESSAGE).in(channel).at(stepId);
    List<SelectFieldOrAsterisk> cells =
        List.of(
            texts.text(anyOf(EventColumns.USER_ID)),
            texts.optionalText(hwid()),
            first(Set.of(profile.sent())),
            first(profile.delivered()),
            first(Set.of(profile.opened())),
            first(Set.of(profile.clicked())),
            text(
                tupleElement(
                    greatestIf(
                        tuple(epochMillis(EventColumns.TIME), EventColumns.TYPE), trueCondition()),
                    2,
                    String.class)));
    return select(cells)
        .from(events.withDuplicates(journey, all, range).asTable("messages"))
        .groupBy(EventColumns.USER_KEY)
        .having(max(iif(of(received()), inline(1), inline(0))).eq(inline(1)))
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

  private static Set<EventType> received() {
    return Arrays.stream(EventType.values())
        .filter(type -> type.subject() == EventType.Subject.MESSAGE && !NOT_RECEIVED.contains(type))
        .collect(Collectors.toUnmodifiableSet());
  }
}
