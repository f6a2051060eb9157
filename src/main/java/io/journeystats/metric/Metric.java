package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A number with a meaning, defined once for every screen, file and answer.
 *
 * @param key the name in JSON, unique on its dashboard
 * @param title the name for people
 * @param definition the meaning, in one sentence for people
 * @param formula the computation
 */
public record Metric(String key, String title, String definition, Formula formula) {

  /** The unit of measurement. */
  public Unit unit() {
    return formula instanceof Formula.Ratio ? Unit.FRACTION : Unit.COUNT;
  }

  /** Whether the metric may have no value: a rate with a base of 0, or an undefined metric. */
  public boolean isNullable() {
    return formula instanceof Formula.Ratio || formula instanceof Formula.Undefined;
  }

  /**
   * The aggregates of user events that the metric counts; of a rate, those of its numerator. Empty
   * if the metric is a current state or has no value.
   */
  public Set<Formula.Aggregate> contributions() {
    return Formulas.contributions(formula);
  }

  /** This metric, limited to a step. */
  public Metric at(String stepId) {
    return narrowed(events -> events.at(stepId));
  }

  /** This metric, limited to a reason. */
  public Metric because(String reason) {
    return narrowed(events -> events.because(reason));
  }

  /** This metric, limited to a link; the empty address selects clicks without one. */
  public Metric on(String link) {
    return narrowed(events -> events.on(link));
  }

  private Metric narrowed(UnaryOperator<EventSelection> fewer) {
    return new Metric(key, title, definition, Formulas.narrowed(formula, fewer));
  }

  /** The aggregates that the store must answer to compute the metric. */
  public Set<Formula.Aggregate> aggregates() {
    return Formulas.aggregates(formula);
  }

  /** A unit of measurement. */
  public enum Unit {
    /** A whole number of events, users or messages. */
    COUNT,
    /** A fraction, shown to people as a percentage; null if its base is 0. */
    FRACTION;

    /** The name on the wire. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
