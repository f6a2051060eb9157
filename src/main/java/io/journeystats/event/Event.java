package io.journeystats.event;

import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import java.time.Instant;
import java.util.Optional;

/**
 * A validated, immutable event; source: the domain specification, "Event envelope".
 *
 * <p>An absent text field is empty: the empty text and an absent field have the same meaning.
 *
 * @param eventId the id, unique in the tenant together with the time
 * @param type the type
 * @param time the time of the event, to the millisecond
 * @param journey the journey; empty only for custom events outside a journey
 * @param userId the id of the user
 * @param hwid the id of the device
 * @param stepId the id of the step
 * @param channel the channel of a message or of a message step
 * @param messageId the id of one send to one device or address
 * @param goalId the id of the goal that was reached
 * @param reason the reason, as the type defines it
 * @param eventName the cancel event of an exit, or the name of a custom event
 * @param linkUrl the address of the clicked link
 * @param machine whether a machine caused the event, by the sender's judgement; empty if unknown
 * @param userAgent the user agent of the client that the user used
 * @param arm the branch of an experiment
 * @param properties free attributes, as the text of a JSON object
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
