package io.journeystats.journey;

import io.journeystats.http.PreconditionFailedException;
import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A journey's version as an entity tag, by which an edit says what it was made on. */
final class VersionTag {
  /** What {@code If-Match} is for, for whoever describes edits. */
  static final String MEANING =
      "The `ETag` that came with the journey; an edit of another version is refused with 412.";

  private static final Pattern FORM = Pattern.compile("\"(\\d{1,9})\"");

  private VersionTag() {}

  static EntityTag of(VersionedJourney journey) {
    return new EntityTag(Integer.toString(journey.version()));
  }

  /** The version that {@code If-Match} names; empty where it names none or any. */
  static OptionalInt parse(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return OptionalInt.empty();
    }
    Matcher tag = FORM.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new PreconditionFailedException(
          "If-Match must be the ETag that came with the journey, such as \"3\".");
    }
    return OptionalInt.of(Integer.parseInt(tag.group(1)));
  }
}
