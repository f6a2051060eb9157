package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static io.journeystats.sql.ConversionsQuery.column;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.Attribution.Credit;
import io.journeystats.metric.AttributionModel;
import io.journeystats.metric.EventSelection;
import io.journeystats.query.AttributionAnswer;
import io.journeystats.query.TimeRange;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The SQL of first conversions and the messages they fall to; source: the specification of the
 * analysis, "Attribution".
 *
 * <p>The touches are read past the users who converted, who are held in memory. Of each user only
 * the touch that gets the conversion is kept, as one number that orders touches as the model does:
 * whether it is a preferred one, how long before the conversion it was, the step and the channel.
 *
 * @param events whose
 * @param journey in which journey
 * @param range converted when
 * @param attribution by which rule
 * @param users holds for the users whose conversions are wanted
 * @param fillings tell which conversions are kept
 */
record AttributionQuery(
    TenantTables events,
    JourneyId journey,
    TimeRange range,
    Attribution attribution,
    Condition users,
    MaterializedGoals fillings) {
  private static final Name TOUCH = name("touch");
  private static final Name DONE = name("done");
  private static final Field<Object> DONE_AT = FirstConversionsQuery.DONE_AT;
  private static final Field<String> WHO = FirstConversionsQuery.WHO;

  /** Of a touch, whether it is a preferred one; 0 where there is no touch. */
  private static final Field<Integer> RANK = field(name("touch_rank"), Integer.class);

  private static final Field<Long> STEP_NUMBER = field(name("step_number"), Long.class);
  private static final Field<Integer> CHANNEL_NUMBER = field(name("channel_number"), Integer.class);

  /** The greatest number that a touch has; 0 where the user has none. */
  private static final Field<Long> CHOSEN = field(name("chosen"), Long.class);

  private static final int CHANNEL_BITS = 3;
  private static final int PLACE_BITS = StepOrdinals.BITS + CHANNEL_BITS;

  /** A conversion period has at most 365 days. */
  private static final int AGE_BITS = 36;

  /** How many first conversions fall to each message. */
  AttributionAnswer read(DSLContext database) {
    Field<Integer> channel = channel();
    Field<String> step = numbers().id(step());
    Map<AttributionAnswer.Message, Long> byMessage = new HashMap<>();
    long unattributed = 0;
    for (Record row :
        database.fetch(
            withSettings(
                select(
                        condition("{0} = 0", CHOSEN).as("is_none"),
                        channel.as("in_channel"),
                        step.as("of_step"),
                        count())
                    .from(chosen(false).asTable("of_users"))
                    .groupBy(field("1"), field("2"), field("3")),
                IN_WITHOUT_INDEX))) {
      long number = row.get(3, Long.class);
      if (row.get(0, Integer.class) == 1) {
        unattributed += number;
      } else {
        byMessage.merge(
            new AttributionAnswer.Message(
                channel(row.get(1, Integer.class)), row.get(2, String.class)),
            number,
            Long::sum);
      }
    }
    return new AttributionAnswer(byMessage, unattributed);
  }

  /**
   * The first conversions that went to a place as if each were an event of its user: these columns,
   * of those that tell users and events apart.
   */
  Select<Record> each(List<Field<?>> columns, Credit credit) {
    Select<?> found =
        select(
                WHO.as(EventColumns.USER_ID),
                inline("").as(EventColumns.TYPE),
                DONE_AT.as(EventColumns.TIME),
                inline(0).as(EventColumns.EVENT_KEY))
            .from(chosen(true).asTable("of_users"))
            .where(goesTo(credit));
    return select(columns).from(found.asTable("found"));
  }

  private Condition goesTo(Credit credit) {
    return switch (credit) {
      case Credit.ToNone() -> CHOSEN.eq(inline(0L));
      case Credit.ToOtherThan(var than) ->
          CHOSEN.ne(inline(0L)).and(channel().ne(inline(number(than))));
      case Credit.To(var messages) -> {
        Condition inChannel =
            CHOSEN
                .ne(inline(0L))
                .and(channel().eq(inline(number(messages.channel().orElseThrow()))));
        yield messages
            .step()
            .map(id -> inChannel.and(step().eq(numbers().number(id))))
            .orElse(inChannel);
      }
    };
  }

  /** A row for each user who converted: the touch that gets the conversion. */
  private Select<Record> chosen(boolean withUsers) {
    Field<Object> doneAt = column(DONE, DONE_AT);
    Field<Long> age =
        field(
            "toUInt64(greatest(0, {0}))",
            Long.class, epochMillis(doneAt).minus(epochMillis(column(TOUCH, EventColumns.TIME))));
    Field<Long> place =
        field(
            "bitOr(bitShiftLeft(toUInt64({0}), {1}), toUInt64({2}))",
            Long.class,
            column(TOUCH, STEP_NUMBER),
            inline(CHANNEL_BITS),
            column(TOUCH, CHANNEL_NUMBER));
    boolean isLast = attribution.model() == AttributionModel.LAST;
    Field<Long> order =
        field(
            "bitShiftLeft(toUInt64({0}), {1}) + bitShiftLeft({2}, {3}) + {4}",
            Long.class,
            column(TOUCH, RANK),
            inline(AGE_BITS + PLACE_BITS),
            isLast ? field("({0} - {1})", inline((1L << AGE_BITS) - 1), age) : age,
            inline(PLACE_BITS),
            isLast ? place : inverted(place));
    Condition inTime =
        condition(
            "{0} > 0 AND {1} <= {2} AND {3} <= {4}",
            column(TOUCH, RANK),
            column(TOUCH, EventColumns.TIME),
            doneAt,
            age,
            inline(attribution.goal().conversionPeriod().toMillis()));
    Table<Record> joined =
        table(
            "({0}) AS {1} RIGHT JOIN ({2}) AS {3} ON {4}",
            touches(),
            TOUCH,
            FirstConversionsQuery.of(conversions(), withUsers),
            DONE,
            column(TOUCH, EventColumns.USER_KEY).eq(column(DONE, EventColumns.USER_KEY)));
    List<Field<?>> columns =
        Stream.<Field<?>>concat(
                Stream.of(
                    field("maxIf({0}, {1})", Long.class, order, inTime).as(CHOSEN),
                    anyOf(doneAt).as(DONE_AT)),
                withUsers ? Stream.of(anyOf(column(DONE, WHO)).as(WHO)) : Stream.empty())
            .toList();
    return select(columns).from(joined).groupBy(column(DONE, EventColumns.USER_KEY));
  }

  private Select<?> touches() {
    Condition preferred =
        or(attribution.touch().preferred().stream().map(SelectionConditions::matching).toList());
    List<EventSelection> all =
        Stream.concat(
                attribution.touch().preferred().stream(), attribution.touch().otherwise().stream())
            .toList();
    Select<?> some =
        select(
                EventColumns.USER_KEY,
                EventColumns.TIME,
                numbers().number().as(STEP_NUMBER),
                field("toUInt8({0})", Integer.class, EventColumns.CHANNEL).as(CHANNEL_NUMBER),
                field("toUInt8(if({0}, 2, 1))", Integer.class, preferred).as(RANK))
            .from(
                events
                    .withDuplicates(
                        journey,
                        EventNumbersQuery.union(all.stream()),
                        range.reachingBack(attribution.goal().conversionPeriod()))
                    .asTable("some"))
            .where(or(all.stream().map(SelectionConditions::matching).toList()));
    return select(
            List.of(EventColumns.USER_KEY, EventColumns.TIME, STEP_NUMBER, CHANNEL_NUMBER, RANK))
        .from(some.asTable("numbered"))
        .where(STEP_NUMBER.gt(inline(0L)));
  }

  private static Field<Long> inverted(Field<Long> place) {
    return field("({0} - {1})", Long.class, inline((1L << PLACE_BITS) - 1), place);
  }

  /** The step and the channel of the touch that was chosen. */
  private Field<Long> place() {
    Field<Long> place =
        field("bitAnd({0}, {1})", Long.class, CHOSEN, inline((1L << PLACE_BITS) - 1));
    return attribution.model() == AttributionModel.LAST ? place : inverted(place);
  }

  private Field<Long> step() {
    return field("bitShiftRight({0}, {1})", Long.class, place(), inline(CHANNEL_BITS));
  }

  private Field<Integer> channel() {
    return field(
        "toUInt8(bitAnd({0}, {1}))", Integer.class, place(), inline((1 << CHANNEL_BITS) - 1));
  }

  private static int number(Channel channel) {
    return channel.code();
  }

  private static Channel channel(int number) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.code() == number)
        .findFirst()
        .orElseThrow();
  }

  private StepOrdinals numbers() {
    return StepOrdinals.of(events, journey, attribution.steps());
  }

  private ConversionsQuery conversions() {
    GoalTable goals = new GoalTable(Map.of(journey, List.of(attribution.goal())));
    return new ConversionsQuery(
        events, range, users, goals, fillings.of(events.data(), goals, range));
  }

  /** The ids of users who may have converted. */
  Select<Record> possible() {
    return conversions().possible(EventColumns.USER_ID);
  }
}
