package io.journeystats.http;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of every list that is read in pages. */
public final class PageParameters {
  /** What the cursor of an answer means, for whoever describes answers. */
  public static final String NEXT_CURSOR = "Where the next page begins; null at the end.";

  private static final String DEFAULT_LIMIT = "50";

  @QueryParam("limit")
  @Parameter(
      description = "How many rows the page may have.",
      schema =
          @Schema(
              type = "integer",
              minimum = "1",
              maximum = "" + Cursor.MAXIMUM_LIMIT,
              defaultValue = DEFAULT_LIMIT))
  private @Nullable String limit;

  @QueryParam("cursor")
  @Parameter(
      description =
          "The `next_cursor` of the page before, under the same other parameters; left out for the"
              + " first page.")
  private @Nullable String cursor;

  /**
   * How many rows are wanted.
   *
   * @throws InvalidInputException where that is no number in range
   */
  public int rows() {
    return Cursor.limit(requireNonNullElse(limit, DEFAULT_LIMIT));
  }

  /**
   * The key behind which the page begins; empty for the first page.
   *
   * @param parts how many parts the key has
   * @throws InvalidInputException where the cursor is none
   */
  public Optional<List<String>> after(int parts) {
    return Cursor.parse(cursor, parts);
  }
}
