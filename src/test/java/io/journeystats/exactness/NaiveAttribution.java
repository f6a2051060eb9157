package io.journeystats.exactness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveGoal.Conversion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A rule that gives each counted conversion to one message at most.
 *
 * @param goal of which goal
 * @param model {@code last} or {@code first}
 * @param touch what counts as a touch
 */
record NaiveAttribution(NaiveGoal goal, String model, String touch) {

  /** All that a goal can be asked about with. */
  static List<NaiveAttribution> of(NaiveGoal goal) {
    return List.of(
        new NaiveAttribution(goal, "last", "interaction"),
        new NaiveAttribution(goal, "first", "interaction"),
        new NaiveAttribution(goal, "last", "opened_else_sent"),
        new NaiveAttribution(goal, "first", "opened_else_sent"));
  }

  /** Its parameters. */
  String query() {
    return "goal=%s&attribution=%s%s"
        .formatted(
            Client.encode(goal.id()),
            model,
            touch.equals("interaction") && model.equals("last") ? "" : "&touch=" + touch);
  }

  /** A counted conversion, and the touch that it falls to. */
  record Credited(Conversion conversion, Optional<NaiveEvent> to) {
    boolean isTo(String channel) {
      return to.filter(event -> event.isIn(channel)).isPresent();
    }

    boolean isTo(String channel, String step) {
      return to.filter(event -> event.isIn(channel) && event.isOfStep(step)).isPresent();
    }
  }

  /** "Counted conversion = the user's first conversion of the goal in the period, at g". */
  List<Credited> credited(NaiveStatistics statistics, NaivePeriod period) {
    return new NaiveAttribution(statistics.journey().goal(goal.id()), model, touch)
        .ofPresentGoal(statistics, period);
  }

  /** The goal may have been defined otherwise since the question was made. */
  private List<Credited> ofPresentGoal(NaiveStatistics statistics, NaivePeriod period) {
    Map<String, Conversion> firsts = new TreeMap<>(Utf8.ORDER);
    for (Conversion conversion : statistics.conversions(goal, period)) {
      firsts.merge(
          conversion.userId(),
          conversion,
          (one, other) -> one.time().isBefore(other.time()) ? one : other);
    }
    List<Credited> credited = new ArrayList<>();
    firsts.forEach(
        (user, first) -> credited.add(new Credited(first, chosen(statistics, user, first.time()))));
    return credited;
  }

  /** "Touches of any message step of the journey, in any channel, at i with g − … ≤ i ≤ g". */
  private Optional<NaiveEvent> chosen(NaiveStatistics statistics, String user, Instant g) {
    List<NaiveEvent> before =
        statistics.ofJourney().stream()
            .filter(event -> event.userId().equals(user) && event.type().startsWith("message_"))
            .filter(event -> !event.time().isAfter(g))
            .filter(event -> !event.time().isBefore(g.minus(goal.conversionPeriod())))
            .toList();
    Comparator<NaiveEvent> order =
        Comparator.comparing(NaiveEvent::time)
            .thenComparingInt(event -> statistics.journey().position(event.stepId().orElseThrow()))
            .thenComparing(event -> event.stepId().orElseThrow(), Utf8.ORDER)
            .thenComparingInt(event -> NaiveChannel.ALL.indexOf(event.channel().orElseThrow()));
    List<NaiveEvent> touches = touches(before);
    return model.equals("last") ? touches.stream().max(order) : touches.stream().min(order);
  }

  /** "Opened, read or interacted events; only where there are none, sent or shown ones". */
  private List<NaiveEvent> touches(List<NaiveEvent> before) {
    if (touch.equals("interaction")) {
      return before.stream().filter(NaiveCsv::isInteraction).toList();
    }
    List<NaiveEvent> opened =
        NaiveCounts.ofTypes(before, "message_opened", "message_read", "message_interacted");
    return opened.isEmpty() ? NaiveCounts.ofTypes(before, "message_sent", "message_shown") : opened;
  }

  /** "The answer gains attribution". */
  ObjectNode json(List<Credited> credited, String channel) {
    ObjectNode json = Json.object();
    json.put("model", model);
    json.put("touch", touch);
    json.put("converted_users", credited.size());
    json.put(
        "other_channels",
        credited.stream().filter(one -> one.to().isPresent() && !one.isTo(channel)).count());
    json.put("unattributed", credited.stream().filter(one -> one.to().isEmpty()).count());
    return json;
  }

  /** What users stand behind beside a channel's messages, and behind those of a step of it. */
  List<NaiveNumber> numbers(String channel, String step) {
    String place = query() + "&channel=" + channel;
    return List.of(
        number("metric=converted_users&" + place, _ -> true, true),
        number(
            "metric=other_channels&" + place,
            one -> one.to().isPresent() && !one.isTo(channel),
            false),
        number("metric=unattributed&" + place, one -> one.to().isEmpty(), false),
        number(
            "metric=converted_users&" + place + "&step=" + Client.encode(step),
            one -> one.isTo(channel, step),
            false));
  }

  /** All converted users are those of all conversions, as behind the goal's count. */
  private NaiveNumber number(String query, Predicate<Credited> counts, boolean every) {
    return new NaiveNumber(
        query,
        (statistics, period) ->
            (every
                    ? statistics.conversions(goal, period).stream()
                    : credited(statistics, period).stream()
                        .filter(counts)
                        .map(Credited::conversion))
                .map(conversion -> new NaiveNumber.Deed(conversion.userId(), conversion.time()))
                .toList());
  }
}
