package io.journeystats.metric;

import com.fasterxml.jackson.annotation.JsonValue;
import io.journeystats.event.EventType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A user's state in a journey, decided by the latest event of the types below; source: the domain
 * specification.
 */
public enum UserState {
  IN_PROGRESS(EventType.ENTERED),
  EXITED(EventType.EXITED),
  DROPPED_OFF(EventType.DROPPED);

  private final EventType decidedBy;

  UserState(EventType decidedBy) {
    this.decidedBy = decidedBy;
  }

  /** The event type that puts a user into this state. */
  public EventType decidedBy() {
    return decidedBy;
  }

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state with this key; empty if there is none. */
  public static Optional<UserState> find(String key) {
    return Arrays.stream(values()).filter(state -> state.key().equals(key)).findFirst();
  }
}
