package io.journeystats.http;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query parameters of paginated lists. */
public final class PageParameters {
  /** The API description of {@code next_cursor}. */
  public static final String NEXT_CURSOR = "The cursor of the next page; null on the last page.";

  private static final String DEFAULT_LIMIT = "50";

  @QueryParam("limit")
  @Parameter(
      description = "The maximum number of rows per page.",
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
          "The `next_cursor` of the previous page. The other parameters must be the same. Omit it"
              + " for the first page.")
  private @Nullable String cursor;

  /**
   * Returns the page size.
   *
   * @throws InvalidInputException if it is not a number in range
   */
  public int rows() {
    return Cursor.limit(requireNonNullElse(limit, DEFAULT_LIMIT));
  }

  /**
   * Returns the key after which the page starts; empty for the first page.
   *
   * @param parts the number of parts of the key
   * @throws InvalidInputException if the cursor is invalid
   */
  public Optional<List<String>> after(int parts) {
    return Cursor.parse(cursor, parts);
  }
}
