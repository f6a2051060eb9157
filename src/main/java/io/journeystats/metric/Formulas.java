package io.journeystats.metric;

import com.google.common.collect.ImmutableSet;
import io.journeystats.metric.Attribution.Credit;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Followed;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Lasted;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Operations on formulas of every kind. */
final class Formulas {
  private Formulas() {}

  /** The aggregates that a formula is computed from, each once, in reading order. */
  static Set<Aggregate> aggregates(Formula formula) {
    Set<Aggregate> aggregates = new LinkedHashSet<>();
    collect(formula, aggregates);
    return aggregates;
  }

  /**
   * The aggregates of a formula that count what users did; of a rate, those of its numerator. A
   * current state counts no events, so it is not included.
   */
  static Set<Aggregate> contributions(Formula formula) {
    return switch (formula) {
      case Count count -> Set.of(count);
      case Distinct distinct -> Set.of(distinct);
      case Converted converted -> Set.of(converted);
      case ConvertedAfter converted -> Set.of(converted);
      case Followed followed -> Set.of(followed);
      // The users are found by their conversions.
      case ConvertedEvents(var goal) -> Set.of(new Converted(Set.of(goal)));
      case Sum(var terms) ->
          terms.stream()
              .flatMap(term -> contributions(term).stream())
              .collect(ImmutableSet.toImmutableSet());
      case Ratio(var numerator, _) -> contributions(numerator);
      case InState _, Undefined _ -> Set.of();
    };
  }

  /** This formula with each selection of events replaced by a narrower one. */
  static Formula narrowed(Formula formula, UnaryOperator<EventSelection> fewer) {
    return switch (formula) {
      case Count(var events) -> new Count(fewer.apply(events));
      case Distinct(var subject, var events) -> new Distinct(subject, fewer.apply(events));
      case Sum(var terms) -> new Sum(terms.stream().map(term -> narrowed(term, fewer)).toList());
      case Ratio(var numerator, var denominator) ->
          new Ratio(narrowed(numerator, fewer), narrowed(denominator, fewer));
      case ConvertedAfter(var goal, var interactions) ->
          new ConvertedAfter(goal, fewer.apply(interactions));
      case Attributed(var attribution, Credit.To(var messages)) ->
          new Attributed(attribution, new Credit.To(fewer.apply(messages)));
      case Lasted(TimeSpan.OfMessage(var sends, var answers), var negative) ->
          new Lasted(new TimeSpan.OfMessage(fewer.apply(sends), fewer.apply(answers)), negative);
      case InState _, Converted _, ConvertedEvents _, Undefined _, Followed _ -> formula;
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
