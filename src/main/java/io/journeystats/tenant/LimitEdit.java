package io.journeystats.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a tenant that the operator changes, unchecked; those that are left out stay as they
 * are, and JSON's null takes one back to the default.
 *
 * @param journeys how many journeys
 * @param definitionBytes the bytes of all definitions of journeys
 * @param keys how many keys in force
 * @param revisions how many changes of one journey
 * @param rejectedEvents how many rejected events are kept
 * @param rejectedBytes the bytes of the rejected events that are kept
 * @param eventsPerDay how many events can be accepted on a day
 * @param storedEvents how many events can be stored
 */
@Schema(name = "TenantLimits")
record LimitEdit(
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "How many journeys, of whatever status." + OR_DEFAULT)
        @Nullable JsonNode journeys,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The bytes of the definitions of all journeys, as JSON." + OR_DEFAULT)
        @Nullable JsonNode definitionBytes,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "How many keys in force." + OR_DEFAULT)
        @Nullable JsonNode keys,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "How many changes of one journey." + OR_DEFAULT)
        @Nullable JsonNode revisions,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "How many rejected events are kept." + OR_DEFAULT)
        @Nullable JsonNode rejectedEvents,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The bytes of the rejected events that are kept." + OR_DEFAULT)
        @Nullable JsonNode rejectedBytes,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "How many events can be accepted on a day, UTC." + OR_DEFAULT)
        @Nullable JsonNode eventsPerDay,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "How many events can be stored." + OR_DEFAULT)
        @Nullable JsonNode storedEvents) {

  private static final String OR_DEFAULT = " Null: the default.";
  private static final long GREATEST = 1_000_000_000_000_000L;

  /** The same, checked. */
  Checked checked(InputErrors errors) {
    Map<Limit, Long> set = new EnumMap<>(Limit.class);
    Set<Limit> reset = EnumSet.noneOf(Limit.class);
    for (Limit limit : Limit.values()) {
      JsonNode maximum = of(limit);
      if (maximum == null) {
        continue;
      }
      if (maximum.isNull()) {
        reset.add(limit);
      } else if (maximum.isIntegralNumber()
          && maximum.canConvertToLong()
          && maximum.longValue() >= 0
          && maximum.longValue() <= GREATEST) {
        set.put(limit, maximum.longValue());
      } else {
        errors.add(
            "limits." + limit.key(),
            "must be a whole number from 0 to " + GREATEST + ", or null for the default");
      }
    }
    return new Checked(set, reset);
  }

  private @Nullable JsonNode of(Limit limit) {
    return switch (limit) {
      case JOURNEYS -> journeys;
      case DEFINITION_BYTES -> definitionBytes;
      case KEYS -> keys;
      case REVISIONS -> revisions;
      case REJECTED_EVENTS -> rejectedEvents;
      case REJECTED_BYTES -> rejectedBytes;
      case EVENTS_PER_DAY -> eventsPerDay;
      case STORED_EVENTS -> storedEvents;
    };
  }

  /**
   * Limits that can be changed.
   *
   * @param set how much is allowed from now on
   * @param reset those that are the default from now on
   */
  record Checked(Map<Limit, Long> set, Set<Limit> reset) {
    /** Changes no limit. */
    static final Checked NONE = new Checked(Map.of(), Set.of());
  }
}
