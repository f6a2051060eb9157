package io.journeystats.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of an export are wanted; null is no filter. Which filters there are depends on the
 * kind.
 *
 * @param status of journeys: their status; of users: their state
 * @param category the journeys' category
 * @param type the journeys' type
 * @param q a part of the journeys' title
 * @param search the beginning of a user's id, or of a device's
 */
record ExportFilters(
    @Schema(description = "Only journeys of this status, or only users who are in this state now.")
        @Nullable String status,
    @Schema(description = "Only journeys of this category.") @Nullable String category,
    @Schema(description = "Only journeys of this type.") @Nullable String type,
    @Schema(description = "Only journeys with this in their title, regardless of case.")
        @Nullable String q,
    @Schema(description = "Only users whose id, or the id of a device of theirs, begins with this.")
        @Nullable String search) {
  /** All rows. */
  static final ExportFilters NONE = new ExportFilters(null, null, null, null, null);

  /** Those that were given, by their names. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "status", status);
    put(given, "category", category);
    put(given, "type", type);
    put(given, "q", q);
    put(given, "search", search);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (value != null) {
      given.put(name, value);
    }
  }
}
