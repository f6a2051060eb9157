package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The status of a journey in its life cycle. */
public enum JourneyStatus {
  DRAFT,
  ACTIVE,
  PAUSED,
  FINISHED,
  STOPPED;

  /** Returns the name in JSON. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether the life cycle allows a transition from this status to another. */
  public boolean canBecome(JourneyStatus next) {
    return switch (this) {
      case DRAFT -> next == ACTIVE;
      case ACTIVE -> next == PAUSED || next == FINISHED || next == STOPPED;
      case PAUSED -> next == ACTIVE || next == STOPPED;
      case FINISHED, STOPPED -> false;
    };
  }

  /** Returns whether no transition leads out of this status. */
  public boolean isFinal() {
    return this == FINISHED || this == STOPPED;
  }

  /** Returns whether the journey may be deleted: no users can be sent through it. */
  public boolean isDeletable() {
    return this == DRAFT || isFinal();
  }

  /** Returns whether steps and goals may be edited. */
  public boolean isEditable() {
    return this == DRAFT || this == PAUSED;
  }
}
