package io.journeystats.metric;

import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.LinkedHashSet;
import java.util.Set;

/** What can be asked of any formula. */
final class Formulas {
  private Formulas() {}

  /** The aggregates that a formula rests on, each once, in reading order. */
  static Set<Aggregate> aggregates(Formula formula) {
    Set<Aggregate> aggregates = new LinkedHashSet<>();
    collect(formula, aggregates);
    return aggregates;
  }

  private static void collect(Formula formula, Set<Aggregate> into) {
    switch (formula) {
      case Aggregate aggregate -> into.add(aggregate);
      case Sum(var terms) -> terms.forEach(term -> collect(term, into));
      case Ratio(var numerator, var denominator) -> {
        collect(numerator, into);
        collect(denominator, into);
      }
      case Undefined() -> {}
    }
  }
}
