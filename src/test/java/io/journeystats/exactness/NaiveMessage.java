package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.count;
import static io.journeystats.exactness.NaiveCounts.rate;
import static io.journeystats.exactness.NaiveCounts.users;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.NaiveGoal.Conversion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
    if (channel.equals("email")) {
      row.put("unsubscribed_users", users(events, "message_unsubscribed"));
      row.put("complained_users", users(events, "message_complained"));
      row.put("hard_bounces", count(events, "message_hard_bounced"));
      row.put("soft_bounces", count(events, "message_soft_bounced"));
    }
    return row;
  }

  /**
   * The links: "most clicks first, then link_url by code points; what is left in other_clicks: Σ
   * clicks + other_clicks = |message_clicked| of the step".
   */
  ObjectNode links(NaivePeriod period, String sort, int limit) {
    List<NaiveEvent> events = ever.stream().filter(event -> period.contains(event.time())).toList();
    List<NaiveEvent> clicked = NaiveCounts.ofTypes(events, "message_clicked");
    TreeSet<String> links = new TreeSet<>(Utf8.ORDER);
    clicked.forEach(event -> links.add(event.linkUrl().orElse("")));
    List<ObjectNode> rows = new ArrayList<>();
    for (String link : links) {
      List<NaiveEvent> on =
          clicked.stream().filter(event -> event.linkUrl().orElse("").equals(link)).toList();
      ObjectNode row = Json.object();
      row.set("link_url", Json.text(Optional.of(link).filter(url -> !url.isEmpty())));
      row.put("clicks", count(on, "message_clicked"));
      row.put("clicked_users", users(on, "message_clicked"));
      row.set("click_rate", rate(users(on, "message_clicked"), recipientUsers(events)));
      rows.add(row);
    }
    String column = sort.replace("-", "");
    if (!column.equals("link_url")) {
      Comparator<ObjectNode> order = Comparator.comparingLong(row -> row.get(column).longValue());
      rows.sort(sort.startsWith("-") ? order.reversed() : order);
    } else if (sort.startsWith("-")) {
      Collections.reverse(rows);
    }
    List<ObjectNode> shown = rows.stream().limit(limit).toList();
    ObjectNode answer = Json.object().put("channel", channel).put("step_id", stepId);
    answer.put("recipient_users", recipientUsers(events));
    answer.put("clicked_users", users(events, "message_clicked"));
    answer.set("links", Json.array(shown));
    return answer.put(
        "other_clicks",
        count(events, "message_clicked")
            - shown.stream().mapToLong(row -> row.get("clicks").longValue()).sum());
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
