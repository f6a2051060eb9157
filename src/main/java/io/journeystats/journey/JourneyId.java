package io.journeystats.journey;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a journey, unique in its tenant.
 *
 * @param value the UUID
 */
public record JourneyId(@JsonValue UUID value) {
  /** Stricter than {@link UUID#fromString}, which takes {@code 1-1-1-1-1}. */
  private static final Pattern FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Takes the UUID from its wire form. */
  @JsonCreator
  public JourneyId {}

  /** The id in its text form; empty where the text is no UUID in the usual notation. */
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
