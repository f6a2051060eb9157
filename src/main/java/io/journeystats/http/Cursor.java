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

/** Keyset paging on the wire: a cursor is the last row's key, opaque to callers. */
public final class Cursor {
  /** How many rows a page may have. */
  public static final int MAXIMUM_LIMIT = 1000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Cursor() {}

  /** The cursor behind a row with that key. */
  public static String after(List<String> key) {
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(key));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The key that a cursor stands for; empty for the first page.
   *
   * @param cursor the parameter, null where none was given
   * @param parts how many parts the key has
   * @throws InvalidInputException where it is no cursor
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
      // Not of our making: the same answer as for a key of the wrong size.
    }
    throw notACursor();
  }

  /**
   * A part of a key that is a number.
   *
   * @throws InvalidInputException where it is none
   */
  public static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException _) {
      throw notACursor();
    }
  }

  private static InvalidInputException notACursor() {
    return new InvalidInputException("cursor", "must be the next_cursor of an earlier page");
  }

  /**
   * The number of rows asked for.
   *
   * @throws InvalidInputException where it is not a number from 1 to {@value #MAXIMUM_LIMIT}
   */
  public static int limit(String limit) {
    try {
      int rows = Integer.parseInt(limit);
      if (rows >= 1 && rows <= MAXIMUM_LIMIT) {
        return rows;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of range is.
    }
    throw new InvalidInputException("limit", "must be a whole number from 1 to " + MAXIMUM_LIMIT);
  }
}
