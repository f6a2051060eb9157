package io.journeystats.event;

import static io.journeystats.event.RawEventField.ARM;
import static io.journeystats.event.RawEventField.CHANNEL;
import static io.journeystats.event.RawEventField.EVENT_ID;
import static io.journeystats.event.RawEventField.EVENT_NAME;
import static io.journeystats.event.RawEventField.GOAL_ID;
import static io.journeystats.event.RawEventField.JOURNEY_ID;
import static io.journeystats.event.RawEventField.MACHINE;
import static io.journeystats.event.RawEventField.MESSAGE_ID;
import static io.journeystats.event.RawEventField.REASON;
import static io.journeystats.event.RawEventField.STEP_ID;
import static io.journeystats.event.RawEventField.TIME;
import static io.journeystats.event.RawEventField.TYPE;
import static io.journeystats.event.RawEventField.USER_ID;

import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules that an event must keep to be stored; source: the domain specification, "Event
 * envelope" and "Types".
 *
 * @param journeys the definitions that events are checked against
 * @param latest no event may be later
 */
record EventRules(NamedJourneys journeys, Instant latest) {
  /**
   * The event, or none where the envelope keeps not all rules; then it names every one that is
   * broken, or only that the event could not be read.
   */
  Optional<Event> check(RawEvent envelope) {
    if (!envelope.isReadable()) {
      return Optional.empty();
    }
    require(envelope, EVENT_ID);
    require(envelope, USER_ID);
    EventType type = type(envelope);
    Instant time = time(envelope);
    Optional<Channel> channel = channel(envelope);
    Optional<NamedJourneys.Named> journey = journey(envelope, type);
    if (type != null) {
      checkType(envelope, type, channel);
      journey.ifPresent(found -> checkStep(envelope, type, found, channel));
    }
    return type == null || time == null || !envelope.errors().isEmpty()
        ? Optional.empty()
        : Optional.of(event(envelope, type, time, journey.map(NamedJourneys.Named::id), channel));
  }

  private static Event event(
      RawEvent envelope,
      EventType type,
      Instant time,
      Optional<JourneyId> journey,
      Optional<Channel> channel) {
    return new Event(
        envelope.text(EVENT_ID),
        type,
        time,
        journey,
        envelope.text(USER_ID),
        envelope.text(RawEventField.HWID),
        envelope.text(STEP_ID),
        channel,
        envelope.text(MESSAGE_ID),
        envelope.text(GOAL_ID),
        envelope.text(REASON),
        envelope.text(EVENT_NAME),
        envelope.text(RawEventField.LINK_URL),
        envelope.has(MACHINE)
            ? Optional.of(Boolean.parseBoolean(envelope.text(MACHINE)))
            : Optional.empty(),
        envelope.text(RawEventField.USER_AGENT),
        envelope.text(ARM),
        envelope.text(RawEventField.PROPERTIES));
  }

  private static void require(RawEvent envelope, RawEventField field) {
    if (!envelope.has(field) && !envelope.isFaulty(field)) {
      envelope.fault(field, "is required");
    }
  }

  private static @Nullable EventType type(RawEvent envelope) {
    require(envelope, TYPE);
    EventType type = EventType.find(envelope.text(TYPE));
    if (type == null && !envelope.isFaulty(TYPE)) {
      envelope.fault(TYPE, "must be one of " + keys(EventType.values(), EventType::key));
    }
    return type;
  }

  private @Nullable Instant time(RawEvent envelope) {
    require(envelope, TIME);
    if (envelope.isFaulty(TIME)) {
      return null;
    }
    Optional<Instant> time = EventTime.parse(envelope.text(TIME));
    if (time.isEmpty()) {
      envelope.fault(TIME, "must be RFC 3339 with an offset, such as 2026-05-12T09:30:00.000Z");
    } else if (time.get().isAfter(latest)) {
      envelope.fault(TIME, "must not be more than 24 hours in the future");
    } else if (time.get().isBefore(EventTime.EARLIEST)) {
      envelope.fault(TIME, "must not be before 1900");
    }
    return time.orElse(null);
  }

  private static Optional<Channel> channel(RawEvent envelope) {
    Optional<Channel> channel = Channel.find(envelope.text(CHANNEL));
    if (channel.isEmpty() && envelope.has(CHANNEL) && !envelope.isFaulty(CHANNEL)) {
      envelope.fault(CHANNEL, "must be one of " + keys(Channel.values(), Channel::key));
    }
    return channel;
  }

  private Optional<NamedJourneys.Named> journey(RawEvent envelope, @Nullable EventType type) {
    if (type != EventType.CUSTOM) {
      require(envelope, JOURNEY_ID);
    }
    if (!namesJourney(envelope)) {
      return Optional.empty();
    }
    Optional<NamedJourneys.Named> journey = journeys.find(envelope.text(JOURNEY_ID));
    if (journey.isEmpty()) {
      envelope.fault(JOURNEY_ID, "must be the UUID of a journey of this tenant");
    }
    return journey;
  }

  /** Tells whether an envelope has the id of a journey, of whatever tenant. */
  static boolean namesJourney(RawEvent envelope) {
    return envelope.has(JOURNEY_ID) && !envelope.isFaulty(JOURNEY_ID);
  }

  private static void checkType(RawEvent envelope, EventType type, Optional<Channel> channel) {
    TypeRules rules = TypeRules.of(type);
    rules.required().forEach(field -> require(envelope, field));
    if (envelope.has(ARM) && !TypeRules.allows(ARM, type) && !envelope.isFaulty(ARM)) {
      envelope.fault(
          ARM, "must be left out: only entered and step_completed events have the arm of a test");
    }
    if (!rules.reasons().isEmpty()) {
      requireReason(envelope, rules.reasons());
    }
    if (type == EventType.EXITED && envelope.text(REASON).equals(TypeRules.CANCEL_EVENT)) {
      require(envelope, EVENT_NAME);
    }
    if (type.subject() == EventType.Subject.MESSAGE) {
      channel
          .filter(sentBy -> !type.occursIn(sentBy))
          .ifPresent(
              sentBy -> envelope.fault(CHANNEL, sentBy.key() + " messages have no " + type.key()));
    }
  }

  private static void requireReason(RawEvent envelope, List<String> allowed) {
    if (!allowed.contains(envelope.text(REASON)) && !envelope.isFaulty(REASON)) {
      envelope.fault(REASON, "must be one of " + String.join(", ", allowed));
    }
  }

  /**
   * A step that the definition lacks passes: definitions are edited, and events of before come
   * late.
   */
  private static void checkStep(
      RawEvent envelope, EventType type, NamedJourneys.Named journey, Optional<Channel> channel) {
    boolean aboutStep =
        type.subject() == EventType.Subject.STEP || type.subject() == EventType.Subject.MESSAGE;
    if (!aboutStep || envelope.isFaulty(CHANNEL)) {
      return;
    }
    journey
        .step(envelope.text(STEP_ID))
        .filter(step -> !step.channel().equals(channel))
        .ifPresent(step ->
            envelope.fault(
                CHANNEL,
                step.channel()
                    .map(own -> "must be " + own.key() + ", the channel of this step")
                    .orElse("must be left out, as this step sends no messages")));
  }

  private static <T> String keys(T[] values, Function<T, String> key) {
    return Arrays.stream(values).map(key).collect(Collectors.joining(", "));
  }
}
