package io.journeystats.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event as the demo's journey engine would send it; what is empty is left out.
 *
 * @param eventId the same whenever the story is told again
 * @param type what kind of fact
 * @param time when it happened
 * @param journeyId the journey; empty for custom events
 * @param userId the customer
 * @param hwid the device
 * @param stepId the step
 * @param channel the channel of the message step
 * @param messageId one single send
 * @param goalId the goal reached
 * @param reason why, see the types
 * @param eventName the name of the customer's own event
 * @param linkUrl the link clicked
 * @param machine whether no person did it, where that is known
 * @param userAgent the program that it was done with
 * @param arm the branch of an experiment
 * @param properties free attributes
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DemoEvent(
    String eventId,
    EventType type,
    Instant time,
    Optional<JourneyId> journeyId,
    String userId,
    String hwid,
    String stepId,
    Optional<Channel> channel,
    String messageId,
    String goalId,
    String reason,
    String eventName,
    String linkUrl,
    Optional<Boolean> machine,
    String userAgent,
    String arm,
    SortedMap<String, Object> properties) {

  /** Copies the map, which is sorted so that the event is the same text every time. */
  DemoEvent {
    properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
  }
}
