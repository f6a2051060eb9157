package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of a journey, unique in its tenant.
 *
 * @param value the UUID
 */
public record JourneyId(@JsonValue UUID value) {
  /** Takes the UUID from its wire form. */
  @JsonCreator
  public JourneyId {}

  @Override
  public String toString() {
    return value.toString();
  }
}
