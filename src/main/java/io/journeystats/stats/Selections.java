package io.journeystats.stats;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.trueCondition;

import io.journeystats.metric.EventSelection;
import org.jooq.Condition;

/** The SQL of which events a formula looks at. */
final class Selections {
  private Selections() {}

  /** Holds for the events of a selection. */
  static Condition matching(EventSelection events) {
    return Columns.TYPE
        .in(events.types().stream().sorted().map(type -> inline(type.key())).toList())
        .and(
            events
                .channel()
                .<Condition>map(channel -> Columns.CHANNEL.eq(inline(channel.key())))
                .orElse(trueCondition()))
        .and(
            events
                .reason()
                .<Condition>map(reason -> Columns.REASON.eq(inline(reason)))
                .orElse(trueCondition()))
        .and(
            events
                .step()
                .<Condition>map(step -> Columns.STEP_ID.eq(inline(step)))
                .orElse(trueCondition()));
  }
}
