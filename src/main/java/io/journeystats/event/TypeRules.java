package io.journeystats.event;

import static io.journeystats.event.RawEventField.CHANNEL;
import static io.journeystats.event.RawEventField.EVENT_NAME;
import static io.journeystats.event.RawEventField.GOAL_ID;
import static io.journeystats.event.RawEventField.MESSAGE_ID;
import static io.journeystats.event.RawEventField.REASON;
import static io.journeystats.event.RawEventField.STEP_ID;
import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules that an event's type sets for its other fields; source: the domain specification,
 * "Types".
 *
 * @param required the required fields, besides those that every event needs
 * @param reasons the allowed reasons, of which one is required; empty if any or none is allowed
 */
record TypeRules(Set<RawEventField> required, List<String> reasons) {
  /** The reason of an exit that requires the name of an event. */
  static final String CANCEL_EVENT = "cancel_event";

  private static final Map<EventType, TypeRules> BY_TYPE = new EnumMap<>(EventType.class);

  static {
    for (EventType type : EventType.values()) {
      Set<RawEventField> required = EnumSet.noneOf(RawEventField.class);
      required.addAll(ofSubject(type.subject()));
      required.addAll(ofType(type));
      BY_TYPE.put(type, new TypeRules(required, reasonsOf(type)));
    }
  }

  /** Makes the collections immutable. */
  TypeRules {
    // Keeps the order of the fields, so that errors are reported in it.
    required = Collections.unmodifiableSet(required);
    reasons = List.copyOf(reasons);
  }

  /** The rules of a type. */
  static TypeRules of(EventType type) {
    return requireNonNull(BY_TYPE.get(type));
  }

  /** Whether an event of the type may have the field. */
  static boolean allows(RawEventField field, EventType type) {
    return field != RawEventField.ARM
        || type == EventType.ENTERED
        || type == EventType.STEP_COMPLETED;
  }

  /** Whether an event of the type must have the field. */
  boolean requires(RawEventField field, EventType type) {
    return switch (field) {
      case EVENT_ID, TYPE, TIME, USER_ID -> true;
      case JOURNEY_ID -> type != EventType.CUSTOM;
      case REASON -> !reasons.isEmpty() || required.contains(field);
      default -> required.contains(field);
    };
  }

  private static Set<RawEventField> ofSubject(EventType.Subject subject) {
    return switch (subject) {
      case STEP -> Set.of(STEP_ID);
      case MESSAGE -> Set.of(STEP_ID, MESSAGE_ID, CHANNEL);
      case JOURNEY, TENANT -> Set.of();
    };
  }

  private static Set<RawEventField> ofType(EventType type) {
    return switch (type) {
      case MESSAGE_FAILED, MESSAGE_SKIPPED -> Set.of(REASON);
      case GOAL_REACHED -> Set.of(GOAL_ID);
      case CUSTOM -> Set.of(EVENT_NAME);
      case ENTERED,
          EXITED,
          DROPPED,
          STEP_ENTERED,
          STEP_COMPLETED,
          MESSAGE_SENT,
          MESSAGE_DELIVERED,
          MESSAGE_OPENED,
          MESSAGE_CLICKED,
          MESSAGE_READ,
          MESSAGE_SHOWN,
          MESSAGE_INTERACTED,
          MESSAGE_DISMISSED,
          MESSAGE_UNSUBSCRIBED,
          MESSAGE_HARD_BOUNCED,
          MESSAGE_SOFT_BOUNCED,
          MESSAGE_COMPLAINED ->
          Set.of();
    };
  }

  private static List<String> reasonsOf(EventType type) {
    return switch (type) {
      case EXITED -> List.of("completed", CANCEL_EVENT, "left");
      case DROPPED -> List.of("internal_error", "sending_error");
      default -> List.of();
    };
  }
}
