package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a journey is in its life cycle. */
public enum JourneyStatus {
  DRAFT,
  ACTIVE,
  PAUSED,
  FINISHED,
  STOPPED;

  /** The name on the wire. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Tells whether the life cycle leads from this status directly to the next one. */
  public boolean canBecome(JourneyStatus next) {
    return switch (this) {
      case DRAFT -> next == ACTIVE;
      case ACTIVE -> next == PAUSED || next == FINISHED || next == STOPPED;
      case PAUSED -> next == ACTIVE || next == STOPPED;
      case FINISHED, STOPPED -> false;
    };
  }

  /** Tells whether nothing leads on from it. */
  public boolean isFinal() {
    return this == FINISHED || this == STOPPED;
  }

  /** Tells whether the journey may be deleted: nobody is sent through it. */
  public boolean isDeletable() {
    return this == DRAFT || isFinal();
  }

  /** Tells whether steps and goals may be edited: "pause to edit". */
  public boolean isEditable() {
    return this == DRAFT || this == PAUSED;
  }
}
