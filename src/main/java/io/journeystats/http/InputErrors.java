package io.journeystats.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A collector of the errors of one input, so that the client receives all of them at once. */
public final class InputErrors {
  private final List<FieldError> errors = new ArrayList<>();

  /** Adds an error. */
  public void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /** Adds an error unless a condition holds. */
  public void require(boolean holds, String field, String message) {
    if (!holds) {
      add(field, message);
    }
  }

  /** Validates a required, nonblank text. Returns the value, or an empty string if it is null. */
  public String text(String field, @Nullable String value, int maximumLength) {
    if (value == null) {
      add(field, "is required");
      return "";
    }
    if (value.isBlank()) {
      add(field, "must not be blank");
    } else if (value.codePointCount(0, value.length()) > maximumLength) {
      add(field, "must have at most " + maximumLength + " characters");
    } else if (!isUnicode(value)) {
      add(field, "must be valid Unicode");
    }
    return value;
  }

  /** Parses a boolean query parameter; null is false. */
  public boolean flag(String field, @Nullable String value) {
    require(
        value == null || value.equals("true") || value.equals("false"),
        field,
        "must be true or false");
    return value != null && value.equals("true");
  }

  /** Returns whether there are no errors so far. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /**
   * Completes the validation.
   *
   * @throws InvalidInputException if there are errors
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /**
   * Returns whether a text is well-formed Unicode. An unpaired surrogate cannot be encoded as
   * UTF-8, so it would be stored as another character.
   */
  public static boolean isUnicode(String value) {
    // A loop, since every text of every event passes through here.
    for (int index = 0; index < value.length(); index++) {
      char unit = value.charAt(index);
      if (Character.isHighSurrogate(unit)
          && index + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(index + 1))) {
        index++;
      } else if (Character.isSurrogate(unit)) {
        return false;
      }
    }
    return true;
  }
}
