package io.journeystats.metric;

import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Undefined;
import java.util.List;
import java.util.stream.Collectors;

/** Formulas in the notation of the metrics specification, for people. */
public final class FormulaText {
  private FormulaText() {}

  /** The formula as text, such as {@code |message_sent (push)|}. */
  public static String of(Formula formula) {
    return switch (formula) {
      case Count(var events) -> "|" + of(events) + "|";
      case Distinct(var subject, var events) ->
          switch (subject) {
                case USER -> "users";
                case MESSAGE -> "messages";
                case STEP_AND_USER -> "pairs";
              }
              + "("
              + of(events)
              + ")";
      case InState(var state) -> "users now " + state.key();
      case Converted _ -> "users(goal conversion)";
      case ConvertedEvents _ -> "|goal conversion|";
      case ConvertedAfter(_, var interactions) ->
          "users(goal conversion within its period after " + of(interactions) + ")";
      case Sum(var terms) -> sum(terms);
      case Ratio(var numerator, var denominator) ->
          bracketed(numerator) + " ÷ " + bracketed(denominator);
      case Undefined() -> "—";
    };
  }

  private static String sum(List<Formula> terms) {
    return terms.isEmpty()
        ? "0"
        : terms.stream().map(FormulaText::of).collect(Collectors.joining(" + "));
  }

  private static String bracketed(Formula formula) {
    return formula instanceof Sum ? "(" + of(formula) + ")" : of(formula);
  }

  private static String of(EventSelection events) {
    String types =
        events.types().stream()
            .sorted()
            .map(type -> type.key())
            .collect(Collectors.joining(" or "));
    return types
        + events.step().map(step -> " at " + step).orElse("")
        + events.reason().map(reason -> ", reason " + reason).orElse("")
        + events.link().map(link -> ", link " + link).orElse("")
        + events.channel().map(channel -> " (" + channel.key() + ")").orElse("");
  }
}
