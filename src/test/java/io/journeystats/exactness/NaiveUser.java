package io.journeystats.exactness;

import static io.journeystats.exactness.NaiveCounts.ofTypes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One user in a journey: all events of that user there, at least one. */
record NaiveUser(String userId, List<NaiveEvent> events) {
  private static final List<String> KINDS = List.of("entered", "exited", "dropped");
  private static final List<String> STEP_RANKS = List.of("step_completed", "exited", "dropped");

  static NaiveUser of(String userId, List<NaiveEvent> ofJourney) {
    return new NaiveUser(
        userId, ofJourney.stream().filter(event -> event.userId().equals(userId)).toList());
  }

  /**
   * "Among the user's entered, exited and dropped events, the one with the latest time decides (at
   * equal times: entered &lt; exited &lt; dropped)"; then the greatest reason, then event name.
   */
  private Optional<NaiveEvent> deciding() {
    return ofTypes(events, "entered", "exited", "dropped").stream()
        .max(
            Comparator.comparing(NaiveEvent::time)
                .thenComparingInt(event -> KINDS.indexOf(event.type()))
                .thenComparing(event -> event.reason().orElse(""), Utf8.ORDER)
                .thenComparing(event -> event.eventName().orElse(""), Utf8.ORDER));
  }

  /** "entered → in_progress; exited → exited; dropped → dropped_off". */
  Optional<String> status() {
    return deciding()
        .map(event ->
            switch (event.type()) {
              case "entered" -> "in_progress";
              case "exited" -> "exited";
              case "dropped" -> "dropped_off";
              default -> throw new IllegalArgumentException(event.type());
            });
  }

  /** "For exited by cancel_event: Exit by Cancel event: &lt;event_name&gt;. Otherwise the step". */
  String lastStep(NaiveJourney journey) {
    Optional<NaiveEvent> deciding = deciding();
    if (deciding.isPresent()
        && deciding.get().is("exited")
        && deciding.get().reason().equals(Optional.of("cancel_event"))) {
      return "Exit by Cancel event: " + deciding.get().eventName().orElseThrow();
    }
    return lastStepId().map(journey::stepName).orElse("");
  }

  /**
   * "The step of the user's latest (by time) step_completed, exited or dropped event that carries a
   * step_id and is not earlier than the user's latest entered".
   */
  Optional<String> lastStepId() {
    return ofTypes(events, "step_completed", "exited", "dropped").stream()
        .filter(event -> event.stepId().isPresent())
        .max(
            Comparator.comparing(NaiveEvent::time)
                .thenComparingInt(event -> STEP_RANKS.indexOf(event.type()))
                .thenComparing(event -> event.stepId().orElseThrow(), Utf8.ORDER))
        .filter(event -> latest("entered").stream().noneMatch(event.time()::isBefore))
        .flatMap(NaiveEvent::stepId);
  }

  /** The latest time of the user's events of these types. */
  private Optional<Instant> latest(String... types) {
    return ofTypes(events, types).stream().map(NaiveEvent::time).max(Comparator.naturalOrder());
  }

  /** "hwid (of the latest event that has one)"; at equal times the greatest. */
  Optional<String> hwid() {
    return events.stream()
        .filter(event -> event.hwid().isPresent())
        .max(
            Comparator.comparing(NaiveEvent::time)
                .thenComparing(event -> event.hwid().orElseThrow(), Utf8.ORDER))
        .flatMap(NaiveEvent::hwid);
  }

  private List<NaiveEvent> entrances(NaivePeriod period) {
    return ofTypes(events, "entered").stream()
        .filter(event -> period.contains(event.time()))
        .toList();
  }

  boolean hasEntered(NaivePeriod period) {
    return !entrances(period).isEmpty();
  }

  /** "search = exact or prefix match on user_id or any hwid". */
  boolean matches(String search) {
    return userId.startsWith(search)
        || events.stream()
            .flatMap(event -> event.hwid().stream())
            .anyMatch(hwid -> hwid.startsWith(search));
  }

  /** The user's row; "status and last_step (as of now), entrances (in the period)". */
  ObjectNode row(NaiveJourney journey, NaivePeriod period) {
    ObjectNode row = Json.object();
    row.put("user_id", userId);
    row.set("hwid", Json.text(hwid()));
    row.put("status", status().orElseThrow());
    row.put("last_step", lastStep(journey));
    row.put("entrances", entrances(period).size());
    row.set("last_entered_at", Json.text(lastEnteredAt(period).map(Instant::toString)));
    row.set("updated_at", Json.text(updatedAt().map(Instant::toString)));
    return row;
  }

  private Optional<Instant> lastEnteredAt(NaivePeriod period) {
    return entrances(period).stream().map(NaiveEvent::time).max(Comparator.naturalOrder());
  }

  /** "updated_at (time of the latest lifecycle or step event)". */
  private Optional<Instant> updatedAt() {
    return latest("entered", "exited", "dropped", "step_entered", "step_completed");
  }
}
