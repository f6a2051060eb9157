package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.anyOf;
import static io.journeystats.clickhouse.ClickHouseExpressions.closestJoin;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.sql.ConversionsQuery.column;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.TimeSpan;
import io.journeystats.query.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;

/**
 * The SQL of durations: a row for each value, with its length and the time by which it belongs to
 * the range; source: the specification of the analysis, "Durations".
 *
 * @param events whose
 * @param journey in which journey
 * @param range which values
 * @param span of which duration
 * @param users holds for the users whose values are wanted
 * @param fillings tell which conversions are kept
 */
record TimeSpanQuery(
    TenantTables events,
    JourneyId journey,
    TimeRange range,
    TimeSpan span,
    Condition users,
    MaterializedGoals fillings) {
  /** The length in milliseconds; negative where what should come first has the later time. */
  static final Field<Long> LENGTH = field(name("length"), Long.class);

  /** What tells apart values of the same user and time. */
  private static final Field<Object> KEY = field(name("value_key"), Object.class);

  private static final Field<Object> DONE_AT = FirstConversionsQuery.DONE_AT;
  private static final Field<String> WHO = FirstConversionsQuery.WHO;
  private static final Name START = name("start_of_span");
  private static final Name END = name("end_of_span");

  /** The values' lengths, and the times in {@link EventColumns#TIME}. */
  Select<Record> lengths() {
    return select(List.of(DONE_AT.as(EventColumns.TIME), LENGTH))
        .from(values(false).asTable("spans"));
  }

  /**
   * The values as if each were an event of its user: these columns, of those that tell users and
   * events apart.
   *
   * @param negative whether those below zero are wanted instead of the others
   */
  Select<Record> each(List<Field<?>> columns, boolean negative) {
    Select<?> found =
        select(
                WHO.as(EventColumns.USER_ID),
                inline("").as(EventColumns.TYPE),
                DONE_AT.as(EventColumns.TIME),
                KEY.as(EventColumns.EVENT_KEY))
            .from(values(true).asTable("spans"))
            .where(negative ? LENGTH.lt(inline(0L)) : LENGTH.ge(inline(0L)));
    return select(columns).from(found.asTable("found")).where(users);
  }

  /** The ids of users who may have a value, each as often as that may be. */
  Select<Record> possible() {
    return switch (span) {
      case TimeSpan.ToConvert(var goal) -> conversions(goal).possible(EventColumns.USER_ID);
      case TimeSpan.OfMessage(var sends, _) -> ofUsers(sends);
      case TimeSpan.InStep(var step) ->
          ofUsers(EventSelection.of(EventType.STEP_COMPLETED).at(step));
    };
  }

  private Select<Record> ofUsers(EventSelection selection) {
    return select(List.of(EventColumns.USER_ID))
        .from(events.withDuplicates(journey, selection, range).asTable("some"))
        .where(users);
  }

  /** Rows of {@link #DONE_AT} and {@link #LENGTH}, and where wanted the user and the key. */
  private Select<Record> values(boolean withUsers) {
    return switch (span) {
      case TimeSpan.ToConvert(var goal) -> toConvert(goal, withUsers);
      case TimeSpan.OfMessage(var sends, var answers) -> ofMessages(sends, answers, withUsers);
      case TimeSpan.InStep(var step) -> inStep(step, withUsers);
    };
  }

  /** The first conversions are the side that is held: users who converted are the fewest. */
  private Select<Record> toConvert(Goal goal, boolean withUsers) {
    Select<Record> firsts = FirstConversionsQuery.of(conversions(goal), withUsers);
    EventSelection starts =
        goal.goalStepId()
            .map(step -> EventSelection.of(EventType.STEP_COMPLETED).at(step))
            .orElseGet(() -> EventSelection.of(EventType.ENTERED));
    Table<Record> joined =
        table(
            "({0}) AS {1} INNER JOIN ({2}) AS {3} ON {4}",
            before(starts),
            START,
            firsts,
            END,
            column(START, EventColumns.USER_KEY).eq(column(END, EventColumns.USER_KEY)));
    Field<Object> done = column(END, DONE_AT);
    return select(
            columns(
                List.of(
                    anyOf(done).as(DONE_AT),
                    min(epochMillis(done).minus(epochMillis(column(START, EventColumns.TIME))))
                        .as(LENGTH)),
                withUsers,
                anyOf(column(END, WHO)).as(WHO),
                inline(0).as(KEY)))
        .from(joined)
        .where(column(START, EventColumns.TIME).le(done))
        .groupBy(column(END, EventColumns.USER_KEY));
  }

  /** Whatever was sent in the range may have been sent before as well, and answered at any time. */
  private Select<Record> ofMessages(
      EventSelection sends, EventSelection answers, boolean withUsers) {
    Condition isSend = SelectionConditions.matching(EventSelection.of(types(sends)));
    Condition isAnswer = SelectionConditions.matching(EventSelection.of(types(answers)));
    Select<?> some =
        events.withDuplicates(
            journey, EventNumbersQuery.union(Stream.of(sends, answers)), TimeRange.UNBOUNDED);
    Condition wanted =
        range.bounds().isEmpty() && users.equals(noCondition())
            ? trueCondition()
            : condition(
                "{0} IN ({1})",
                EventColumns.MESSAGE_KEY,
                select(EventColumns.MESSAGE_KEY)
                    .from(events.withDuplicates(journey, sends, range).asTable("sends"))
                    .where(users));
    Field<Object> sent = field("minIf({0}, {1})", Object.class, EventColumns.TIME, isSend);
    Field<Object> answered = field("minIf({0}, {1})", Object.class, EventColumns.TIME, isAnswer);
    Field<Object> firstSender =
        field(
            "argMinIf({0}, ({1}, {0}), {2})",
            Object.class, EventColumns.USER_ID, EventColumns.TIME, isSend);
    Select<?> messages =
        select(
                columns(
                    List.of(
                        EventColumns.MESSAGE_KEY.as(KEY),
                        sent.as(DONE_AT),
                        epochMillis(answered).minus(epochMillis(sent)).as(LENGTH)),
                    withUsers,
                    firstSender.as(WHO)))
            .from(some.asTable("of_messages"))
            .where(wanted)
            .groupBy(EventColumns.MESSAGE_KEY)
            .having(condition("countIf({0}) > 0 AND countIf({1}) > 0", isSend, isAnswer));
    return select(columns(List.of(DONE_AT, LENGTH), withUsers, WHO, KEY))
        .from(messages.asTable("messages"))
        .where(inside());
  }

  /** A completion counts once, so its copies are dropped while they are read. */
  private Select<Record> inStep(String step, boolean withUsers) {
    Select<?> done =
        select(
                columns(
                    List.of(EventColumns.USER_KEY, EventColumns.TIME),
                    withUsers,
                    EventColumns.USER_ID,
                    EventColumns.EVENT_KEY))
            .from(
                events
                    .once(journey, EventSelection.of(EventType.STEP_COMPLETED).at(step), range)
                    .asTable("completions"))
            .where(users);
    Select<?> entered =
        select(EventColumns.USER_KEY, EventColumns.TIME)
            .from(before(EventSelection.of(EventType.STEP_ENTERED).at(step)).asTable("entrances"))
            .where(
                range.bounds().isEmpty() && users.equals(noCondition())
                    ? trueCondition()
                    : condition(
                        "{0} IN ({1})",
                        EventColumns.USER_KEY,
                        select(EventColumns.USER_KEY).from(done.asTable("done"))));
    Field<Object> doneAt = column(END, EventColumns.TIME);
    return select(
            columns(
                List.of(
                    doneAt.as(DONE_AT),
                    epochMillis(doneAt)
                        .minus(epochMillis(column(START, EventColumns.TIME)))
                        .as(LENGTH)),
                withUsers,
                column(END, EventColumns.USER_ID).as(WHO),
                column(END, EventColumns.EVENT_KEY).as(KEY)))
        .from(
            closestJoin(
                done,
                END,
                entered,
                START,
                column(END, EventColumns.USER_KEY)
                    .eq(column(START, EventColumns.USER_KEY))
                    .and(doneAt.ge(column(START, EventColumns.TIME)))));
  }

  private Select<?> before(EventSelection selection) {
    return events.withDuplicates(journey, selection, new TimeRange(Optional.empty(), range.to()));
  }

  private Condition inside() {
    return SelectionConditions.inside(events.kept(range), DONE_AT);
  }

  private ConversionsQuery conversions(Goal goal) {
    GoalTable goals = new GoalTable(Map.of(journey, List.of(goal)));
    return new ConversionsQuery(
        events, range, users, goals, fillings.of(events.data(), goals, range));
  }

  private static EventType[] types(EventSelection selection) {
    return selection.types().toArray(EventType[]::new);
  }

  private static List<SelectFieldOrAsterisk> columns(
      List<? extends SelectFieldOrAsterisk> always,
      boolean withUsers,
      SelectFieldOrAsterisk... ofUsers) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>(always);
    if (withUsers) {
      columns.addAll(List.of(ofUsers));
    }
    return columns;
  }
}
