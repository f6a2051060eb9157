package io.journeystats.dashboard;

import io.journeystats.http.InputErrors;
import io.journeystats.http.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The parameter that names one user. */
public final class UserIdParameter {
  /** Its name. */
  public static final String NAME = "user_id";

  /** As long as an event's may be. */
  private static final int LONGEST_ID = 256;

  private UserIdParameter() {}

  /**
   * The id: what an event may have, also white space.
   *
   * @throws InvalidInputException where it is missing, or no event can have it
   */
  public static String checked(@Nullable String userId) {
    if (userId == null || userId.isEmpty()) {
      throw new InvalidInputException(NAME, "is required");
    }
    InputErrors errors = new InputErrors();
    errors.require(
        userId.codePointCount(0, userId.length()) <= LONGEST_ID,
        NAME,
        "must have at most " + LONGEST_ID + " characters");
    errors.require(InputErrors.isUnicode(userId), NAME, "must be valid Unicode");
    errors.throwIfAny();
    return userId;
  }
}
