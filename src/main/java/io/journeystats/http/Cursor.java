package io.journeystats.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keyset pagination: a cursor is the key of the last row, opaque to clients. */
public final class Cursor {
  /** The maximum number of rows per page. */
  public static final int MAXIMUM_LIMIT = 1000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Cursor() {}

  /** Returns the cursor that points after a row with the given key. */
  public static String after(List<String> key) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(key));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Parses a cursor.
   *
   * @param cursor the query parameter; null for the first page
   * @param parts the number of parts of the key
   * @return the key; empty for the first page
   * @throws InvalidInputException if the cursor is invalid
   */
  public static Optional<List<String>> parse(@Nullable String cursor, int parts) {
    if (cursor == null) {
      return Optional.empty();
    }
    try {
      List<String> key =
          JSON.readValue(Base64.getUrlDecoder().decode(cursor), new TypeReference<>() {});
      if (key != null && key.size() == parts && key.stream().allMatch(Objects::nonNull)) {
        return Optional.of(key);
      }
    } catch (IOException | IllegalArgumentException e) {
      // Not a cursor of this service; reported like a key of the wrong size.
    }
    throw invalidCursor();
  }

  /**
   * Parses a numeric part of a key.
   *
   * @throws InvalidInputException if it is not a number
   */
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException _) {
      throw invalidCursor();
    }
  }

  private static InvalidInputException invalidCursor() {
    return new InvalidInputException("cursor", "must be the `next_cursor` of an earlier page");
  }

  /**
   * Parses the page size.
   *
   * @throws InvalidInputException if it is not a number from 1 to {@value #MAXIMUM_LIMIT}
   */
  public static int limit(String limit) {
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= MAXIMUM_LIMIT) {
        return rows;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number out of range.
    }
    throw new InvalidInputException("limit", "must be a whole number from 1 to " + MAXIMUM_LIMIT);
  }
}
