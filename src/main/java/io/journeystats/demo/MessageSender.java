package io.journeystats.demo;

import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The messages to one customer: sent, skipped or failed, and what the customer makes of them.
 *
 * @param customer the customer
 * @param incidents what goes wrong
 * @param diary takes the events
 * @param dice decides
 */
record MessageSender(
    Customer customer, List<Incident> incidents, EventRecorder diary, SeededRandom dice) {
  private static final double FREQUENCY_CAP = 0.012;
  private static final double QUIET_HOURS = 0.5;

  /**
   * What became of the message of a step.
   *
   * @param reacted when the customer first reacted to it; empty for never
   * @param failure why no message got through where one was tried
   */
  record Outcome(Optional<Instant> reacted, Optional<String> failure) {
    static final Outcome NONE = new Outcome(Optional.empty(), Optional.empty());

    static Outcome reacted(Instant time) {
      return new Outcome(Optional.of(time), Optional.empty());
    }

    static Outcome failed(String why) {
      return new Outcome(Optional.empty(), Optional.of(why));
    }

    /** Of the outcomes on several devices: any reaction, and a failure only if all failed. */
    Outcome or(Outcome other) {
      Optional<String> both = failure.isPresent() ? other.failure : Optional.empty();
      return new Outcome(reacted.or(other::reacted), both);
    }
  }

  /** Sends the message of a step, or skips it. */
  Outcome send(JourneyStage scene, JourneyStage.Send send, Instant time) {
    Optional<String> obstacle = obstacle(send.channel(), time);
    if (obstacle.isPresent()) {
      diary
          .note(EventType.MESSAGE_SKIPPED, time)
          .at(scene.step())
          .message(diary.messageId(scene.step(), ""))
          .because(obstacle.get())
          .write();
      return Outcome.NONE;
    }
    return switch (send.channel()) {
      case PUSH, IN_APP ->
          customer.devices().stream()
              .map(device -> letter(scene, send, device).deliver(time))
              .reduce(Outcome::or)
              .orElse(Outcome.NONE);
      case EMAIL, SMS, WHATSAPP -> letter(scene, send, "").deliver(time);
    };
  }

  private SentMessage letter(JourneyStage scene, JourneyStage.Send send, String device) {
    return new SentMessage(scene.step(), device, send.appeal(), incidents, diary, dice);
  }

  private Optional<String> obstacle(Channel channel, Instant time) {
    boolean reachable =
        switch (channel) {
          case PUSH, IN_APP -> !customer.devices().isEmpty();
          case SMS, WHATSAPP -> customer.hasPhone();
          case EMAIL -> true;
        };
    if (!reachable) {
      return Optional.of("no_device");
    }
    if (channel == Channel.EMAIL && !customer.takesEmail()) {
      return Optional.of("unsubscribed");
    }
    if (dice.hits(FREQUENCY_CAP)) {
      return Optional.of("frequency_cap");
    }
    boolean wakes = channel != Channel.EMAIL && channel != Channel.IN_APP;
    return wakes && isNight(time) && dice.hits(QUIET_HOURS)
        ? Optional.of("quiet_hours")
        : Optional.empty();
  }

  static boolean isNight(Instant time) {
    int hour = ShopCalendar.hourOf(time);
    return hour < 8 || hour >= 22;
  }
}
