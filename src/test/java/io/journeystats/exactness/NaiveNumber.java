package io.journeystats.exactness;

import io.journeystats.exactness.NaiveGoal.Conversion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A number that users stand behind: how it is asked for, and what it is made of.
 *
 * @param query its parameters
 * @param made what it is made of
 */
record NaiveNumber(String query, Made made) {

  /** A user did something at a time that a number counts. */
  record Deed(String userId, Instant time) {}

  /** All that a number is made of in a period, each once. */
  interface Made {
    List<Deed> in(NaiveStatistics statistics, NaivePeriod period);
  }

  /** Those of a journey, after the metrics' definitions. */
  static List<NaiveNumber> of(NaiveJourney journey) {
    List<NaiveNumber> numbers = new ArrayList<>();
    numbers.add(plain("entrances", "entered"));
    numbers.add(plain("exits", "exited"));
    numbers.add(plain("drop_offs", "dropped"));
    for (String error : List.of("internal_error", "sending_error")) {
      numbers.add(ofEvents("metric=" + error + "s", ofTypes("dropped").and(because(error))));
    }
    addChannels(numbers);
    numbers.add(
        ofEvents(
            "metric=messages_sent",
            ofTypes("message_sent", "message_failed")
                .and(event -> !event.isIn("in_app"))
                .or(ofTypes("message_shown").and(event -> event.isIn("in_app")))));
    numbers.add(
        ofEvents(
            "metric=messages_open_rate",
            ofTypes("message_opened")
                .and(event -> event.isIn("push") || event.isIn("email"))
                .or(ofTypes("message_read").and(event -> event.isIn("whatsapp")))));
    for (NaiveJourney.NaiveStep step : journey.steps()) {
      numbers.add(ofStep(step.id(), "entered", "step_entered"));
      numbers.add(ofStep(step.id(), "completed", "step_completed"));
      numbers.add(ofStep(step.id(), "exits", "exited"));
      step.channel().ifPresent(channel -> numbers.add(clicked(channel, step.id())));
    }
    return numbers;
  }

  /** "users(goal_reached of that goal)", "a goal with conditions is also reached by custom". */
  static List<NaiveNumber> ofGoals(NaiveJourney journey) {
    List<NaiveNumber> numbers = new ArrayList<>();
    for (NaiveGoal goal : journey.goals()) {
      for (String metric : List.of("count", "conversion_rate", "conversions")) {
        numbers.add(
            new NaiveNumber(
                "metric=" + metric + "&goal=" + Client.encode(goal.id()),
                (statistics, period) -> deeds(statistics.conversions(goal, period))));
      }
      numbers.add(
          new NaiveNumber(
              "metric=conversions_without_value&goal=" + Client.encode(goal.id()),
              (statistics, period) ->
                  deeds(
                      statistics.conversions(goal, period).stream()
                          .filter(conversion -> goal.value(conversion.event()).isEmpty())
                          .toList())));
      for (NaiveJourney.NaiveStep step : journey.steps()) {
        step.channel().ifPresent(channel -> numbers.add(converted(goal, channel, step.id())));
      }
    }
    return numbers;
  }

  /** "Users behind a row: stats/users?metric=clicked&amp;…&amp;link_url=". */
  static List<NaiveNumber> ofLinks(NaiveJourney journey, List<String> links) {
    List<NaiveNumber> numbers = new ArrayList<>();
    for (NaiveJourney.NaiveStep step : journey.steps()) {
      for (String link : links) {
        for (String metric : List.of("clicked", "clicks", "clicked_users", "click_rate")) {
          step.channel()
              .ifPresent(channel -> numbers.add(onLink(channel, step.id(), metric, link)));
        }
      }
    }
    return numbers;
  }

  private static NaiveNumber onLink(String channel, String step, String metric, String link) {
    return ofEvents(
        "metric=%s&channel=%s&step=%s&link_url=%s"
            .formatted(metric, channel, Client.encode(step), Client.encode(link)),
        ofTypes("message_clicked")
            .and(event -> event.isIn(channel) && event.isOfStep(step))
            .and(event -> event.linkUrl().orElse("").equals(link)));
  }

  /** "Per reason (failed and skipped together)": those of every channel. */
  static List<NaiveNumber> ofReasons(List<String> reasons) {
    return NaiveChannel.ALL.stream()
        .flatMap(channel -> reasons.stream().map(reason -> ofReason(channel, reason)))
        .toList();
  }

  private static void addChannels(List<NaiveNumber> numbers) {
    numbers.add(ofChannel("push", "sent", "message_sent", "message_failed"));
    numbers.add(ofChannel("push", "opened", "message_opened"));
    numbers.add(ofChannel("push", "open_rate", "message_opened"));
    numbers.add(ofChannel("in_app", "interactions", "message_interacted"));
    numbers.add(ofChannel("email", "clicked", "message_clicked"));
    numbers.add(ofChannel("email", "hard_bounces", "message_hard_bounced"));
    numbers.add(ofChannel("sms", "delivery_issues", "message_failed", "message_skipped"));
    numbers.add(ofChannel("whatsapp", "delivered", "message_delivered", "message_read"));
  }

  private static NaiveNumber plain(String metric, String type) {
    return ofEvents("metric=" + metric, ofTypes(type));
  }

  private static NaiveNumber ofChannel(String channel, String metric, String... types) {
    return ofEvents(
        "metric=" + metric + "&channel=" + channel,
        ofTypes(types).and(event -> event.isIn(channel)));
  }

  private static NaiveNumber ofReason(String channel, String reason) {
    return ofEvents(
        "metric=delivery_issues&channel=%s&reason=%s".formatted(channel, Client.encode(reason)),
        ofTypes("message_failed", "message_skipped")
            .and(event -> event.isIn(channel))
            .and(because(reason)));
  }

  private static NaiveNumber ofStep(String step, String metric, String type) {
    return ofEvents(
        "metric=" + metric + "&step=" + Client.encode(step),
        ofTypes(type).and(event -> event.isOfStep(step)));
  }

  private static NaiveNumber clicked(String channel, String step) {
    return ofEvents(
        "metric=clicked_users&channel=%s&step=%s".formatted(channel, Client.encode(step)),
        ofTypes(channel.equals("in_app") ? "message_interacted" : "message_clicked")
            .and(event -> event.isIn(channel) && event.isOfStep(step)));
  }

  private static NaiveNumber converted(NaiveGoal goal, String channel, String step) {
    return new NaiveNumber(
        "metric=converted_users&channel=%s&step=%s&goal=%s"
            .formatted(channel, Client.encode(step), Client.encode(goal.id())),
        (statistics, period) ->
            deeds(
                statistics
                    .message(channel, step)
                    .attributed(
                        statistics.conversions(goal, period),
                        statistics.journey().goal(goal.id()).conversionPeriod())));
  }

  private static NaiveNumber ofEvents(String query, Predicate<NaiveEvent> counts) {
    return new NaiveNumber(
        query,
        (statistics, period) ->
            statistics.ofJourney().stream()
                .filter(event -> period.contains(event.time()))
                .filter(counts)
                .map(event -> new Deed(event.userId(), event.time()))
                .toList());
  }

  private static List<Deed> deeds(List<Conversion> conversions) {
    return conversions.stream()
        .map(conversion -> new Deed(conversion.userId(), conversion.time()))
        .toList();
  }

  private static Predicate<NaiveEvent> ofTypes(String... types) {
    return event -> List.of(types).contains(event.type());
  }

  private static Predicate<NaiveEvent> because(String reason) {
    return event -> event.reason().equals(Optional.of(reason));
  }
}
