package io.journeystats.export;

import io.journeystats.http.NotFoundException;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id of an export, as a path names it. */
final class ExportId {
  /** Stricter than {@link UUID#fromString}, which takes {@code 1-1-1-1-1}. */
  private static final Pattern FORM =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private ExportId() {}

  /**
   * Takes it from its text.
   *
   * @throws NotFoundException where it is none
   */
  static UUID parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new NotFoundException("There is no export with this id.");
    }
    return UUID.fromString(text);
  }
}
