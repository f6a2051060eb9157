package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a journey, unique within its tenant.
 *
 * @param value the UUID
 */
public record JourneyId(@JsonValue UUID value) {
  /** Stricter than {@link UUID#fromString}, which accepts {@code 1-1-1-1-1}. */
  private static final Pattern FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Creates the id. */
  @JsonCreator
  public JourneyId {}

  /** Parses an id; empty if the text is not a UUID in canonical notation. */
  public static Optional<JourneyId> find(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new JourneyId(UUID.fromString(text)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
