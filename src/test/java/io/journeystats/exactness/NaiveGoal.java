package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A conversion goal and the conversions that the events make. */
record NaiveGoal(
    String id,
    String name,
    Optional<String> eventName,
    JsonNode filters,
    Optional<String> goalStepId,
    int conversionPeriodDays) {

  /** A user completes the goal at a time. */
  record Conversion(String userId, Instant time) {}

  /** "conversion_period_days (1–365, default 30)". */
  static NaiveGoal read(JsonNode goal) {
    return new NaiveGoal(
        goal.get("id").textValue(),
        goal.get("name").textValue(),
        Json.text(goal, "event_name"),
        goal.hasNonNull("filters") ? goal.get("filters") : Json.array(),
        Json.text(goal, "goal_step_id"),
        goal.path("conversion_period_days").asInt(30));
  }

  Duration conversionPeriod() {
    return Duration.ofHours(24L * conversionPeriodDays);
  }

  /** {@code "conditions": {"event_name","filters"}}, null for a goal without. */
  JsonNode conditions() {
    if (eventName.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode conditions = Json.object();
    conditions.put("event_name", eventName.get());
    conditions.set("filters", filters);
    return conditions;
  }

  /** "A goal with conditions is also reached by custom events." */
  List<Conversion> conversions(List<NaiveEvent> ofJourney, List<NaiveEvent> ofTenant) {
    List<Conversion> conversions = new ArrayList<>();
    for (NaiveEvent event : ofJourney) {
      if (event.is("goal_reached") && event.goalId().equals(Optional.of(id))) {
        conversions.add(new Conversion(event.userId(), event.time()));
      }
    }
    for (NaiveEvent event : ofTenant) {
      if (satisfiesConditions(event) && isTracked(event, ofJourney)) {
        conversions.add(new Conversion(event.userId(), event.time()));
      }
    }
    return conversions;
  }

  /** "All filters must hold." */
  private boolean satisfiesConditions(NaiveEvent event) {
    if (!event.is("custom") || eventName.isEmpty() || !event.eventName().equals(eventName)) {
      return false;
    }
    for (JsonNode filter : filters) {
      if (!NaiveFilter.holds(filter, event.properties())) {
        return false;
      }
    }
    return true;
  }

  /** "If the user has a start event s with s.time ≤ t < s.time + conversion period." */
  private boolean isTracked(NaiveEvent custom, List<NaiveEvent> ofJourney) {
    Instant t = custom.time();
    for (NaiveEvent s : ofJourney) {
      if (isStart(s)
          && s.userId().equals(custom.userId())
          && !s.time().isAfter(t)
          && t.isBefore(s.time().plus(conversionPeriod()))) {
        return true;
      }
    }
    return false;
  }

  /** "Start = step_completed of goal_step_id, or entered where the goal names no step." */
  boolean isStart(NaiveEvent event) {
    return goalStepId.isPresent()
        ? event.is("step_completed") && event.stepId().equals(goalStepId)
        : event.is("entered");
  }
}
