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
 * The rules for valid events; source: the domain specification, "Event envelope" and "Types".
 *
 * @param journeys the definitions that events are checked against
 * @param latest the latest time that an event may have
 */
record EventRules(NamedJourneys journeys, Instant latest) {
  /**
   * Checks an event. If it is invalid, the result is empty and the raw event contains an error for
   * every broken rule, or a single error if it could not be read.
   */
  Optional<Event> check(RawEvent raw) {
    if (!raw.isReadable()) {
      return Optional.empty();
    }
    require(raw, EVENT_ID);
    require(raw, USER_ID);
    EventType type = type(raw);
    Instant time = time(raw);
    Optional<Channel> channel = channel(raw);
    Optional<NamedJourneys.Named> journey = journey(raw, type);
    if (type != null) {
      checkType(raw, type, channel);
      journey.ifPresent(found -> checkStep(raw, type, found, channel));
    }
    return type == null || time == null || !raw.errors().isEmpty()
        ? Optional.empty()
        : Optional.of(event(raw, type, time, journey.map(NamedJourneys.Named::id), channel));
  }

  private static Event event(
      RawEvent raw,
      EventType type,
      Instant time,
      Optional<JourneyId> journey,
      Optional<Channel> channel) {
    return new Event(
        raw.text(EVENT_ID),
        type,
        time,
        journey,
        raw.text(USER_ID),
        raw.text(RawEventField.HWID),
        raw.text(STEP_ID),
        channel,
        raw.text(MESSAGE_ID),
        raw.text(GOAL_ID),
        raw.text(REASON),
        raw.text(EVENT_NAME),
        raw.text(RawEventField.LINK_URL),
        raw.has(MACHINE) ? Optional.of(Boolean.parseBoolean(raw.text(MACHINE))) : Optional.empty(),
        raw.text(RawEventField.USER_AGENT),
        raw.text(ARM),
        raw.text(RawEventField.PROPERTIES));
  }

  private static void require(RawEvent raw, RawEventField field) {
    if (!raw.has(field) && !raw.hasError(field)) {
      raw.addError(field, "is required");
    }
  }

  private static @Nullable EventType type(RawEvent raw) {
    require(raw, TYPE);
    EventType type = EventType.find(raw.text(TYPE));
    if (type == null && !raw.hasError(TYPE)) {
      raw.addError(TYPE, "must be one of " + keys(EventType.values(), EventType::key));
    }
    return type;
  }

  private @Nullable Instant time(RawEvent raw) {
    require(raw, TIME);
    if (raw.hasError(TIME)) {
      return null;
    }
    Optional<Instant> time = EventTime.parse(raw.text(TIME));
    if (time.isEmpty()) {
      raw.addError(TIME, "must be RFC 3339 with an offset, such as 2026-05-12T09:30:00.000Z");
    } else if (time.get().isAfter(latest)) {
      raw.addError(TIME, "must not be more than 24 hours in the future");
    } else if (time.get().isBefore(EventTime.EARLIEST)) {
      raw.addError(TIME, "must not be before 1900");
    }
    return time.orElse(null);
  }

  private static Optional<Channel> channel(RawEvent raw) {
    Optional<Channel> channel = Channel.find(raw.text(CHANNEL));
    if (channel.isEmpty() && raw.has(CHANNEL) && !raw.hasError(CHANNEL)) {
      raw.addError(CHANNEL, "must be one of " + keys(Channel.values(), Channel::key));
    }
    return channel;
  }

  private Optional<NamedJourneys.Named> journey(RawEvent raw, @Nullable EventType type) {
    if (type != EventType.CUSTOM) {
      require(raw, JOURNEY_ID);
    }
    if (!namesJourney(raw)) {
      return Optional.empty();
    }
    Optional<NamedJourneys.Named> journey = journeys.find(raw.text(JOURNEY_ID));
    if (journey.isEmpty()) {
      raw.addError(JOURNEY_ID, "must be the UUID of a journey of this tenant");
    }
    return journey;
  }

  /** Whether an event has the id of a journey, which may belong to another tenant. */
  static boolean namesJourney(RawEvent raw) {
    return raw.has(JOURNEY_ID) && !raw.hasError(JOURNEY_ID);
  }

  private static void checkType(RawEvent raw, EventType type, Optional<Channel> channel) {
    TypeRules rules = TypeRules.of(type);
    rules.required().forEach(field -> require(raw, field));
    if (raw.has(ARM) && !TypeRules.allows(ARM, type) && !raw.hasError(ARM)) {
      raw.addError(
          ARM,
          "must be omitted: only entered and step_completed events have the arm of an experiment");
    }
    if (!rules.reasons().isEmpty()) {
      requireReason(raw, rules.reasons());
    }
    if (type == EventType.EXITED && raw.text(REASON).equals(TypeRules.CANCEL_EVENT)) {
      require(raw, EVENT_NAME);
    }
    if (type.subject() == EventType.Subject.MESSAGE) {
      channel
          .filter(sentBy -> !type.occursIn(sentBy))
          .ifPresent(sentBy ->
              raw.addError(
                  CHANNEL,
                  "must be a channel with "
                      + type.key()
                      + " events, which "
                      + sentBy.key()
                      + " is not"));
    }
  }

  private static void requireReason(RawEvent raw, List<String> allowed) {
    if (!allowed.contains(raw.text(REASON)) && !raw.hasError(REASON)) {
      raw.addError(REASON, "must be one of " + String.join(", ", allowed));
    }
  }

  /**
   * Checks the channel against the step. A step that is not in the definition passes, since
   * definitions change and events may arrive late.
   */
  private static void checkStep(
      RawEvent raw, EventType type, NamedJourneys.Named journey, Optional<Channel> channel) {
    boolean aboutStep =
        type.subject() == EventType.Subject.STEP || type.subject() == EventType.Subject.MESSAGE;
    if (!aboutStep || raw.hasError(CHANNEL)) {
      return;
    }
    journey
        .step(raw.text(STEP_ID))
        .filter(step -> !step.channel().equals(channel))
        .ifPresent(step ->
            raw.addError(
                CHANNEL,
                step.channel()
                    .map(own -> "must be " + own.key() + ", the channel of this step")
                    .orElse("must be omitted, because this step sends no messages")));
  }

  private static <T> String keys(T[] values, Function<T, String> key) {
    return Arrays.stream(values).map(key).collect(Collectors.joining(", "));
  }
}
