package io.journeystats.journey;

import io.journeystats.http.PreconditionFailedException;
import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A journey's version as an entity tag, which an edit names as its base. */
final class VersionTag {
  /** The API description of {@code If-Match}. */
  static final String DESCRIPTION =
      "The `ETag` of the journey that the edit is based on; if the journey has changed since, the"
          + " edit is refused with 412.";

  private static final Pattern FORM = Pattern.compile("\"(\\d{1,9})\"");

  private VersionTag() {}

  static EntityTag of(VersionedJourney journey) {
    return new EntityTag(Integer.toString(journey.version()));
  }

  /** Parses {@code If-Match}; empty if it is missing or matches any version. */
  static OptionalInt parse(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return OptionalInt.empty();
    }
    Matcher tag = FORM.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw new PreconditionFailedException(
          "`If-Match` must be the `ETag` of the journey, such as \"3\".");
    }
    return OptionalInt.of(Integer.parseInt(tag.group(1)));
  }
}
