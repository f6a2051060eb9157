package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One number with a meaning, defined once for every screen, file and answer.
 *
 * @param key its name in JSON, unique on its dashboard
 * @param title its name for people
 * @param definition what it means, in one sentence for people
 * @param formula how it is computed
 */
public record Metric(String key, String title, String definition, Formula formula) {

  /** In what it is measured. */
  public Unit unit() {
    return formula instanceof Formula.Ratio ? Unit.FRACTION : Unit.COUNT;
  }

  /** Tells whether it has no value where its base is 0, or ever. */
  public boolean isNullable() {
    return formula instanceof Formula.Ratio || formula instanceof Formula.Undefined;
  }

  /**
   * What users did that it is made of; of a rate, what is measured. Empty where it is of now, or
   * has no value.
   */
  public Set<Formula.Aggregate> deeds() {
    return Formulas.deeds(formula);
  }

  /** The same of one step only. */
  public Metric at(String stepId) {
    return narrowed(events -> events.at(stepId));
  }

  /** The same for one reason only. */
  public Metric because(String reason) {
    return narrowed(events -> events.because(reason));
  }

  /** The same of one link only; the empty address is that of clicks that name none. */
  public Metric on(String link) {
    return narrowed(events -> events.on(link));
  }

  private Metric narrowed(UnaryOperator<EventSelection> fewer) {
    return new Metric(key, title, definition, Formulas.narrowed(formula, fewer));
  }

  /** What the store must answer to compute it. */
  public Set<Formula.Aggregate> aggregates() {
    return Formulas.aggregates(formula);
  }

  /** In what a metric is measured. */
  public enum Unit {
    /** A whole number of events, users or messages. */
    COUNT,
    /** A fraction, shown to people as a percentage; null where its base is 0. */
    FRACTION;

    /** Its name on the wire. */
    @JsonValue
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
