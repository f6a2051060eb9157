package io.journeystats.event;

import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import java.time.Instant;
import java.util.Optional;

/**
 * One immutable fact that passed validation; the envelope of the domain specification.
 *
 * <p>A text that the event lacks is empty here: the empty text and none are the same.
 *
 * @param eventId unique in the tenant, together with the time
 * @param type what kind of fact
 * @param time when it happened, to the millisecond
 * @param journey the journey; empty only for custom events that name none
 * @param userId the person
 * @param hwid the device
 * @param stepId the step
 * @param channel the channel of a message or of a message step
 * @param messageId one single send to one device or address
 * @param goalId the goal reached
 * @param reason why, see the types
 * @param eventName the cancel event of an exit, or the name of a custom event
 * @param linkUrl the link clicked
 * @param machine whether no person did it, as the sender judges; empty where they do not say
 * @param userAgent the program that the user did it with
 * @param arm the branch of an experiment
 * @param properties free attributes as the text of a JSON object
 */
public record Event(
    String eventId,
    EventType type,
    Instant time,
    Optional<JourneyId> journey,
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
    String properties) {}
