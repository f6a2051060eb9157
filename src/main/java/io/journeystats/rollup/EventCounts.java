package io.journeystats.rollup;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The SQL expressions that the rollup shares with its readers. */
public final class EventCounts {
  /** The number of a row's quarter hour; see {@link QuarterHours}. */
  public static final Field<Long> QUARTER_HOUR = field(name("quarter_hour"), Long.class);

  private EventCounts() {}

  /** The number of the quarter hour that contains an event's time. */
  public static Field<Long> quarterHour(Field<?> time) {
    return field(
        "intDiv(toUnixTimestamp64Milli({0}) + {1}, {2})",
        Long.class, time, inline(QuarterHours.OFFSET_MILLIS), inline(QuarterHours.MILLIS));
  }

  /** The rows of the rollup's table, unnested to one row per kind of event. */
  public static Table<Record> each(Table<Record> eventCounts) {
    return table(
        "{0} ARRAY JOIN counts.type AS type, counts.step_id AS step_id, counts.channel AS channel,"
            + " counts.reason AS reason, counts.number AS number",
        eventCounts);
  }

  /** The start of a row's quarter hour, in milliseconds since 1970. */
  public static Field<Long> startMillis() {
    return field(
        "toInt64({0}) * {1} - {2}",
        Long.class, QUARTER_HOUR, inline(QuarterHours.MILLIS), inline(QuarterHours.OFFSET_MILLIS));
  }

  /** A condition that selects the quarter hours of a set. */
  public static Condition in(QuarterHours quarterHours, Field<Long> quarterHour) {
    return quarterHours.isEmpty()
        ? DSL.falseCondition()
        : quarterHour.in(quarterHours.numbers().stream().map(DSL::inline).toList());
  }
}
