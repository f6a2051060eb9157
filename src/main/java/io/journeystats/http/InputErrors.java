package io.journeystats.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of one input, gathered so that the caller learns of all of them at once. */
public final class InputErrors {
  private final List<FieldError> errors = new ArrayList<>();

  /** Notes a fault. */
  public void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /** Notes a fault where the condition does not hold. */
  public void require(boolean holds, String field, String message) {
    if (!holds) {
      add(field, message);
    }
  }

  /**
   * Checks a text that has to be there and may not be blank; gives it back, or an empty one in its
   * place.
   */
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

  /** Reads a yes or no of a query, where none is no. */
  public boolean flag(String field, @Nullable String value) {
    require(
        value == null || value.equals("true") || value.equals("false"),
        field,
        "must be true or false");
    return value != null && value.equals("true");
  }

  /** Tells whether no fault was noted so far. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /**
   * Ends the check.
   *
   * @throws InvalidInputException where a fault was noted
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  /**
   * Tells whether a text can be kept: half a surrogate pair cannot be written as UTF-8, so it would
   * come back as something else.
   */
  public static boolean isUnicode(String value) {
    // A loop, as every text of every event passes through here.
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
