package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One event, as the specification's envelope has it. */
record NaiveEvent(
    String eventId,
    String type,
    Instant time,
    Optional<String> journeyId,
    String userId,
    Optional<String> hwid,
    Optional<String> stepId,
    Optional<String> channel,
    Optional<String> messageId,
    Optional<String> goalId,
    Optional<String> reason,
    Optional<String> eventName,
    Optional<String> linkUrl,
    JsonNode machine,
    Optional<String> userAgent,
    Optional<String> arm,
    JsonNode properties) {

  /** "Two events with the same event_id and time are one event." */
  record Identity(String eventId, Instant time) {}

  /**
   * Reads the event as it is sent; "time is kept to the millisecond; further digits are cut off".
   */
  static NaiveEvent read(JsonNode event) {
    return new NaiveEvent(
        event.get("event_id").textValue(),
        event.get("type").textValue(),
        OffsetDateTime.parse(event.get("time").textValue())
            .toInstant()
            .truncatedTo(ChronoUnit.MILLIS),
        Json.text(event, "journey_id"),
        event.get("user_id").textValue(),
        Json.text(event, "hwid"),
        Json.text(event, "step_id"),
        Json.text(event, "channel"),
        Json.text(event, "message_id"),
        Json.text(event, "goal_id"),
        Json.text(event, "reason"),
        Json.text(event, "event_name"),
        Json.text(event, "link_url"),
        event.path("machine"),
        Json.text(event, "user_agent"),
        Json.text(event, "arm"),
        event.path("properties"));
  }

  Identity identity() {
    return new Identity(eventId, time);
  }

  boolean is(String anyType) {
    return type.equals(anyType);
  }

  boolean isIn(String someChannel) {
    return channel.equals(Optional.of(someChannel));
  }

  boolean isOfStep(String someStep) {
    return stepId.equals(Optional.of(someStep));
  }

  /** Custom events belong to the tenant; a journey_id on one has no effect. */
  boolean isOfJourney(String someJourney) {
    return !is("custom") && journeyId.equals(Optional.of(someJourney));
  }
}
