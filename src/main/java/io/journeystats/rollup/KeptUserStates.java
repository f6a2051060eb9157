package io.journeystats.rollup;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * The SQL of the user states that remain when the events before an instant expire. Each column is a
 * maximum by time or a set of times, so an expired value is reset, and a later value is the same as
 * without the expired events. This applies to every row of a user, before and after the store
 * merges them.
 */
public final class KeptUserStates {
  /** The remaining value of each column, where {0} is the instant in milliseconds since 1900. */
  private static final ImmutableMap<String, String> REMAINING =
      ImmutableMap.<String, String>builder()
          .put("state", "if(state < {0} * 4, 0, state)")
          .put(
              "lifecycle",
              "if(tupleElement(lifecycle, 1) < {0}, (toInt64(0), toUInt8(0), '', ''), lifecycle)")
          .put("entered_at", "if(entered_at < {0}, 0, entered_at)")
          .put(
              "last_step",
              "if(tupleElement(last_step, 1) < {0}, (toInt64(0), toUInt8(0), ''), last_step)")
          .put("updated_at", "if(updated_at < {0}, 0, updated_at)")
          .put("device", "if(tupleElement(device, 1) < {0}, (toInt64(0), ''), device)")
          .put(
              "entrance_keys",
              "arrayFilter(key -> key >= bitShiftLeft(toUInt128({0}), 64), entrance_keys)")
          .buildOrThrow();

  private KeptUserStates() {}

  /** An instant in the columns' unit: milliseconds since 1900. */
  public static Field<Long> millis(Instant instant) {
    return field(
        "toInt64({0})",
        Long.class, inline(Math.max(0, instant.toEpochMilli() + QuarterHours.OFFSET_MILLIS)));
  }

  /** All columns of the table with their remaining values. */
  public static Field<Object> columns(Instant from) {
    return field(
        REMAINING.entrySet().stream()
            .map(column -> column.getValue() + " AS " + column.getKey())
            .collect(joining(", ", "* REPLACE (", ")")),
        Object.class,
        millis(from));
  }

  /** The assignments of the remaining values. */
  static Field<Object> assignments(Field<Long> from) {
    return field(
        REMAINING.entrySet().stream()
            .map(column -> column.getKey() + " = " + column.getValue())
            .collect(joining(", ")),
        Object.class,
        from);
  }

  /** A condition that selects rows with an expired value. */
  static Condition isPartlyOld(Field<Long> from) {
    return condition(
        """
        (state > 0 AND state < {0} * 4 OR tupleElement(lifecycle, 2) > 0 AND tupleElement(lifecycle, 1) < {0}
          OR entered_at > 0 AND entered_at < {0} OR updated_at > 0 AND updated_at < {0}
          OR tupleElement(last_step, 3) != '' AND tupleElement(last_step, 1) < {0}
          OR tupleElement(device, 2) != '' AND tupleElement(device, 1) < {0}
          OR arrayExists(key -> key < bitShiftLeft(toUInt128({0}), 64), entrance_keys))\
        """,
        from);
  }

  /** A condition that selects rows without a remaining value. */
  static Condition isWhollyOld(Field<Long> from) {
    return condition(
        """
        (updated_at < {0} AND tupleElement(device, 1) < {0}
          AND NOT arrayExists(key -> key >= bitShiftLeft(toUInt128({0}), 64), entrance_keys))\
        """,
        from);
  }
}
