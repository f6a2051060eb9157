package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.rate;
import static io.journeystats.exactness.NaiveCounts.users;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveGoal.Conversion;
import java.time.Duration;
import java.util.List;

/** One message step of a channel with all its events there, of any time. */
record NaiveMessage(String stepId, String channel, List<NaiveEvent> ever) {

  /** The row without the goal's columns. */
  ObjectNode row(String name, NaivePeriod period) {
    List<NaiveEvent> events = ever.stream().filter(event -> period.contains(event.time())).toList();
    ObjectNode row = Json.object();
    row.put("step_id", stepId);
    row.put("name", name);
    row.put("sent", new NaiveChannel(channel, events).messagesSent());
    row.put("recipient_users", recipientUsers(events));
    if (channel.equals("sms")) {
      row.set("opened_users", JsonNodeFactory.instance.nullNode());
      row.set("open_rate", JsonNodeFactory.instance.nullNode());
    } else {
      row.put("opened_users", openedUsers(events));
      row.set("open_rate", rate(openedUsers(events), recipientUsers(events)));
    }
    row.put("clicked_users", clickedUsers(events));
    row.set("click_rate", rate(clickedUsers(events), recipientUsers(events)));
    return row;
  }

  /** "users(message_sent) (in_app: message_shown)". */
  private long recipientUsers(List<NaiveEvent> events) {
    return users(events, channel.equals("in_app") ? "message_shown" : "message_sent");
  }

  /** "users(message_opened; whatsapp: message_read; in_app: message_shown; sms: —)". */
  private long openedUsers(List<NaiveEvent> events) {
    return switch (channel) {
      case "whatsapp" -> users(events, "message_read");
      case "in_app" -> users(events, "message_shown");
      default -> users(events, "message_opened");
    };
  }

  /** "users(message_clicked; in_app: message_interacted)". */
  private long clickedUsers(List<NaiveEvent> events) {
    return users(events, channel.equals("in_app") ? "message_interacted" : "message_clicked");
  }

  /**
   * "Users with a goal conversion of that goal at time g in the period and an interaction with that
   * step at a time i, g − conversion period ≤ i ≤ g (i may lie before the period)".
   */
  long convertedUsers(List<Conversion> inPeriod, Duration conversionPeriod) {
    return attributed(inPeriod, conversionPeriod).stream()
        .map(Conversion::userId)
        .distinct()
        .count();
  }

  /** The conversions that such an interaction went before. */
  List<Conversion> attributed(List<Conversion> inPeriod, Duration conversionPeriod) {
    return inPeriod.stream()
        .filter(conversion -> isAttributed(conversion, conversionPeriod))
        .toList();
  }

  private boolean isAttributed(Conversion conversion, Duration conversionPeriod) {
    for (NaiveEvent event : ever) {
      if (isInteraction(event)
          && event.userId().equals(conversion.userId())
          && !event.time().isBefore(conversion.time().minus(conversionPeriod))
          && !event.time().isAfter(conversion.time())) {
        return true;
      }
    }
    return false;
  }

  /**
   * "Interaction = push: opened or clicked; email: opened or clicked; sms: delivered or clicked;
   * whatsapp: read or clicked; in_app: interacted".
   */
  boolean isInteraction(NaiveEvent event) {
    return switch (channel) {
      case "push", "email" -> event.is("message_opened") || event.is("message_clicked");
      case "sms" -> event.is("message_delivered") || event.is("message_clicked");
      case "whatsapp" -> event.is("message_read") || event.is("message_clicked");
      case "in_app" -> event.is("message_interacted");
      default -> throw new IllegalArgumentException(channel);
    };
  }
}
