package io.journeystats.exactness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number that users stand behind: how it is asked for, and which events it is made of.
 *
 * @param query its parameters
 * @param types any of these types
 * @param channel only of this channel
 * @param step only of this step
 * @param reason only for this reason
 */
record NaiveNumber(
    String query,
    List<String> types,
    Optional<String> channel,
    Optional<String> step,
    Optional<String> reason) {

  boolean counts(NaiveEvent event) {
    return types.contains(event.type())
        && (channel.isEmpty() || event.channel().equals(channel))
        && (step.isEmpty() || event.stepId().equals(step))
        && (reason.isEmpty() || event.reason().equals(reason));
  }

  /** Those of a journey, after the metrics' definitions. */
  static List<NaiveNumber> of(NaiveJourney journey) {
    List<NaiveNumber> numbers = new ArrayList<>();
    numbers.add(plain("entrances", "entered"));
    numbers.add(plain("exits", "exited"));
    numbers.add(plain("drop_offs", "dropped"));
    for (String error : List.of("internal_error", "sending_error")) {
      numbers.add(
          new NaiveNumber(
              "metric=" + error + "s",
              List.of("dropped"),
              Optional.empty(),
              Optional.empty(),
              Optional.of(error)));
    }
    numbers.add(ofChannel("push", "sent", "message_sent", "message_failed"));
    numbers.add(ofChannel("push", "opened", "message_opened"));
    numbers.add(ofChannel("push", "open_rate", "message_opened"));
    numbers.add(ofChannel("in_app", "interactions", "message_interacted"));
    numbers.add(ofChannel("email", "clicked", "message_clicked"));
    numbers.add(ofChannel("email", "hard_bounces", "message_hard_bounced"));
    numbers.add(ofChannel("sms", "delivery_issues", "message_failed", "message_skipped"));
    numbers.add(ofChannel("whatsapp", "delivered", "message_delivered", "message_read"));
    for (NaiveJourney.NaiveStep step : journey.steps()) {
      numbers.add(ofStep(step.id(), "entered", "step_entered"));
      numbers.add(ofStep(step.id(), "completed", "step_completed"));
      numbers.add(ofStep(step.id(), "exits", "exited"));
      step.channel()
          .ifPresent(channel ->
              numbers.add(
                  new NaiveNumber(
                      "metric=clicked_users&channel=%s&step=%s"
                          .formatted(channel, Client.encode(step.id())),
                      List.of(channel.equals("in_app") ? "message_interacted" : "message_clicked"),
                      Optional.of(channel),
                      Optional.of(step.id()),
                      Optional.empty())));
    }
    return numbers;
  }

  private static NaiveNumber plain(String metric, String type) {
    return new NaiveNumber(
        "metric=" + metric, List.of(type), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static NaiveNumber ofChannel(String channel, String metric, String... types) {
    return new NaiveNumber(
        "metric=" + metric + "&channel=" + channel,
        List.of(types),
        Optional.of(channel),
        Optional.empty(),
        Optional.empty());
  }

  private static NaiveNumber ofStep(String step, String metric, String type) {
    return new NaiveNumber(
        "metric=" + metric + "&step=" + Client.encode(step),
        List.of(type),
        Optional.empty(),
        Optional.of(step),
        Optional.empty());
  }
}
