package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

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
   * The events that it counts, or that what it counts is told apart by; of a rate, those of what is
   * measured. Empty where it is not made of events of the journey alone.
   */
  public Set<EventSelection> events() {
    return Formulas.events(formula);
  }

  /** The same of one step only. */
  public Metric at(String stepId) {
    return new Metric(key, title, definition, Formulas.at(formula, stepId));
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
