package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happened to one user in a journey, worked out plainly. */
final class NaiveTimeline {
  /** "Unknown user: 404". */
  static final JsonNode UNKNOWN = Json.object().put("unknown", true);

  /** "In the order of the types" of the specification's table. */
  private static final List<String> TYPES =
      List.of(
          "entered",
          "step_entered",
          "step_completed",
          "exited",
          "dropped",
          "message_sent",
          "message_failed",
          "message_skipped",
          "message_delivered",
          "message_opened",
          "message_clicked",
          "message_read",
          "message_shown",
          "message_interacted",
          "message_dismissed",
          "message_unsubscribed",
          "message_hard_bounced",
          "message_soft_bounced",
          "message_complained",
          "goal_reached",
          "custom");

  private NaiveTimeline() {}

  /** All pages as one. */
  static JsonNode of(NaiveStatistics statistics, String userId, String custom) {
    NaiveJourney journey = statistics.journey();
    NaiveUser user = NaiveUser.of(userId, statistics.ofJourney());
    if (user.events().isEmpty()) {
      return UNKNOWN;
    }
    Trips trips = Trips.of(user.events());
    ObjectNode answer = Json.object().put("user_id", userId);
    answer.set("devices", devices(user.events()));
    answer.set("status", Json.text(user.status()));
    answer.put("last_step", user.lastStep(journey));
    answer.put("trips", trips.number());
    List<NaiveEvent> events = new ArrayList<>(user.events());
    for (NaiveEvent event : statistics.customs()) {
      boolean wanted =
          custom.equals("all")
              || (custom.equals("conversions") && !goals(statistics, event).isEmpty());
      if (event.userId().equals(userId) && wanted) {
        events.add(event);
      }
    }
    events.sort(
        Comparator.comparing(NaiveEvent::time)
            .thenComparingInt(event -> TYPES.indexOf(event.type())));
    ArrayNode rows = answer.putArray("events");
    events.forEach(event -> rows.add(row(statistics, trips, event)));
    return normalised(answer.putNull("next_cursor"));
  }

  /** The one of the latest event first. */
  private static ArrayNode devices(List<NaiveEvent> events) {
    List<NaiveEvent> latest =
        events.stream()
            .filter(event -> event.hwid().isPresent())
            .sorted(
                Comparator.comparing(NaiveEvent::time)
                    .thenComparing(event -> event.hwid().orElseThrow(), Utf8.ORDER)
                    .reversed())
            .toList();
    ArrayNode devices = Json.array();
    Set<String> known = new HashSet<>();
    for (NaiveEvent event : latest) {
      if (known.add(event.hwid().orElseThrow())) {
        devices.add(event.hwid().orElseThrow());
      }
    }
    return devices;
  }

  private static ObjectNode row(NaiveStatistics statistics, Trips trips, NaiveEvent event) {
    ObjectNode row = Json.object().put("time", event.time().toString()).put("type", event.type());
    trips
        .at(event.time())
        .ifPresentOrElse(trip -> row.put("trip", trip), () -> row.putNull("trip"));
    row.set("step_id", Json.text(event.stepId()));
    row.set("step_name", Json.text(event.stepId().map(statistics.journey()::stepName)));
    row.set("channel", Json.text(event.channel()));
    row.set("message", Json.text(event.messageId()));
    row.set("reason", Json.text(event.reason()));
    ArrayNode goals = row.putArray("goal_ids");
    goals(statistics, event).forEach(goals::add);
    row.set("event_name", Json.text(event.eventName()));
    row.set("link_url", Json.text(event.linkUrl()));
    row.set("hwid", Json.text(event.hwid()));
    if (event.properties().isObject()) {
      row.set("properties", event.properties());
    } else {
      row.putNull("properties");
    }
    return row;
  }

  /** "A conversion of a goal of this journey (goal_ids)". */
  private static List<String> goals(NaiveStatistics statistics, NaiveEvent event) {
    if (event.is("goal_reached")) {
      return List.of(event.goalId().orElseThrow());
    }
    return statistics.journey().goals().stream()
        .filter(goal -> goal.isReachedBy(event, statistics.ofJourney()))
        .map(NaiveGoal::id)
        .toList();
  }

  /**
   * The same where what is only "by identity, any fixed order" and "a short opaque token" does not
   * differ: events of the same time and type in the order of their texts, and in place of a token
   * all events that have it.
   */
  static JsonNode normalised(JsonNode answer) {
    if (!answer.has("events") || !answer.has("trips")) {
      return answer;
    }
    Map<String, List<String>> messages = new TreeMap<>();
    answer
        .get("events")
        .forEach(event ->
            Json.text(event, "message")
                .ifPresent(message ->
                    messages
                        .computeIfAbsent(message, _ -> new ArrayList<>())
                        .add(event.get("time").textValue() + event.get("type").textValue())));
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode event : answer.get("events")) {
      ObjectNode copy = event.deepCopy();
      Optional<String> message = Json.text(event, "message");
      copy.set(
          "message",
          Json.text(
              message.map(token ->
                  messages.getOrDefault(token, List.of()).stream()
                      .sorted()
                      .collect(Collectors.joining(" ")))));
      events.add(copy);
    }
    // Stable: of what it cannot tell apart the order stays, so that a wrong order is seen.
    for (int first = 0; first < events.size(); ) {
      int end = first + 1;
      while (end < events.size() && isAlike(events.get(first), events.get(end))) {
        end++;
      }
      events.subList(first, end).sort(Comparator.comparing(NaiveTimeline::withoutNumbers));
      first = end;
    }
    ObjectNode normalised = answer.deepCopy();
    normalised.set("events", Json.array(events));
    return normalised;
  }

  private static boolean isAlike(JsonNode one, JsonNode other) {
    return one.get("time").equals(other.get("time")) && one.get("type").equals(other.get("type"));
  }

  /** Numbers may be written in several ways. */
  private static String withoutNumbers(JsonNode event) {
    ObjectNode copy = event.deepCopy();
    copy.put("properties", event.get("properties").toString().replaceAll("[-0-9.eE+]", ""));
    return Json.write(copy);
  }
}
