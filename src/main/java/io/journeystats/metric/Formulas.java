package io.journeystats.metric;

import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be asked of any formula. */
final class Formulas {
  private Formulas() {}

  /** The aggregates that a formula rests on, each once, in reading order. */
  static Set<Aggregate> aggregates(Formula formula) {
    Set<Aggregate> aggregates = new LinkedHashSet<>();
    collect(formula, aggregates);
    return aggregates;
  }

  /** The events that a formula counts; of a rate, those of what is measured. */
  static Set<EventSelection> events(Formula formula) {
    return switch (formula) {
      case Count(var events) -> Set.of(events);
      case Distinct(_, var events) -> Set.of(events);
      case Sum(var terms) ->
          terms.stream()
              .flatMap(term -> events(term).stream())
              .collect(Collectors.toUnmodifiableSet());
      case Ratio(var numerator, _) -> events(numerator);
      case InState _, Converted _, ConvertedAfter _, Undefined _ -> Set.of();
    };
  }

  /** The same formula, of the events of one step. */
  static Formula at(Formula formula, String stepId) {
    return switch (formula) {
      case Count(var events) -> new Count(events.at(stepId));
      case Distinct(var subject, var events) -> new Distinct(subject, events.at(stepId));
      case Sum(var terms) -> new Sum(terms.stream().map(term -> at(term, stepId)).toList());
      case Ratio(var numerator, var denominator) ->
          new Ratio(at(numerator, stepId), at(denominator, stepId));
      case ConvertedAfter(var goal, var interactions) ->
          new ConvertedAfter(goal, interactions.at(stepId));
      case InState _, Converted _, Undefined _ -> formula;
    };
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
