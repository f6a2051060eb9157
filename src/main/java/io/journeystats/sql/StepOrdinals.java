package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.literals;
import static io.journeystats.clickhouse.ClickHouseExpressions.text;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import io.journeystats.journey.JourneyId;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;

/**
 * The SQL of a number for each step of a journey, from 1: those of the definition in its order,
 * then those that only events name, by id. Numbers stand for steps in keys of fixed size, and order
 * them.
 *
 * <p>The ids are found out before the statement reads its events. A step that comes in between has
 * the number 0, and so is as if it had come in after the answer was made.
 *
 * @param ids all of them, as an array
 */
record StepOrdinals(Field<Object> ids) {
  /** The bits of a number. */
  static final int BITS = 18;

  private static final Field<String> SEEN = field(name(EventColumns.SEEN), String.class);

  /**
   * The numbers of a journey's steps.
   *
   * @param defined the ids of the definition, in its order
   */
  static StepOrdinals of(TenantTables events, JourneyId journey, List<String> defined) {
    Field<String> step = text(SEEN);
    Field<Object> others =
        field(
            "(SELECT arraySort(groupUniqArray({0})) FROM ({1}) WHERE NOT has({2}, {0}))",
            Object.class, step, events.steps(journey), literals(withNone(defined)));
    return new StepOrdinals(
        field("arrayConcat({0}, {1}, [''])", Object.class, literals(defined), others));
  }

  /** So the array of literals is one of texts, however few there are. */
  private static List<String> withNone(List<String> ids) {
    return Stream.concat(ids.stream(), Stream.of("")).toList();
  }

  /** The number of a row's step; 0 where it is not known. */
  Field<Long> number() {
    return field(
        "toUInt32(transform({0}, {1}, range(1, length({1}) + 1), 0))",
        Long.class, EventColumns.STEP_ID, ids);
  }

  /** The number of a step; 0 where it is not known. */
  Field<Long> number(String id) {
    return field("toUInt32(indexOf({0}, {1}))", Long.class, ids, inline(id));
  }

  /** The id of the step with a number; empty for 0. */
  Field<String> id(Field<Long> number) {
    return field("if({0} = 0, '', arrayElement({1}, greatest({0}, 1)))", String.class, number, ids);
  }
}
