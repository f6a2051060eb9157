package io.journeystats.metric;

import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.ConvertedWithoutValue;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Lasted;
import io.journeystats.metric.Formula.Ratio;
import io.journeystats.metric.Formula.Sum;
import io.journeystats.metric.Formula.Travelled;
import io.journeystats.metric.Formula.Undefined;
import java.util.List;
import java.util.stream.Collectors;

/** A renderer of formulas in the notation of the metrics specification. */
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
      case ConvertedWithoutValue _ -> "|goal conversion without a value|";
      case ConvertedAfter(_, var interactions) ->
          "users(goal conversion within its period after " + of(interactions) + ")";
      case Attributed(_, var credit) -> "users(first goal conversion) " + of(credit);
      case Lasted(var span, var negative) ->
          "|" + of(span) + "|, " + (negative ? "negative" : "not negative");
      case Travelled(var part, _) -> of(part);
      case Sum(var terms) -> sum(terms);
      case Ratio(var numerator, var denominator) ->
          bracketed(numerator) + " ÷ " + bracketed(denominator);
      case Undefined() -> "—";
    };
  }

  private static String of(Attribution.Credit credit) {
    return switch (credit) {
      case Attribution.Credit.To _ -> "credited to the message";
      case Attribution.Credit.ToOtherThan(var channel) ->
          "credited to a message of a channel other than " + channel.key();
      case Attribution.Credit.ToNone() -> "credited to no message";
    };
  }

  private static String of(TimeSpan span) {
    return switch (span) {
      case TimeSpan.ToConvert _ -> "first goal conversion of a user − latest start before it";
      case TimeSpan.OfMessage(var sends, var answers) ->
          "first " + of(answers) + " of a message − first " + of(sends);
      case TimeSpan.InStep(var step) ->
          "step_completed at " + step + " − latest step_entered of the user before it";
    };
  }

  private static String of(FlowPart part) {
    return switch (part) {
      case FlowPart.Trips(var step) -> "trips with a visit of " + step;
      case FlowPart.Visits(var step) -> "visits of " + step;
      case FlowPart.Completed(var step) -> "trips with step_completed at " + step;
      case FlowPart.Passage(var from, var next) ->
          "passages from "
              + from.orElse("the start")
              + " to "
              + switch (next) {
                case FlowPart.Next.Visit(var step) -> step;
                case FlowPart.Next.End(var end) -> end.key();
              };
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
