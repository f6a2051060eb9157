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
 * The unvalidated change of a tenant's limits. Omitted limits keep their value; JSON's null resets
 * a limit to its default.
 *
 * @param journeys the maximum number of journeys
 * @param definitionBytes the maximum total size of journey definitions in bytes
 * @param keys the maximum number of active API keys
 * @param revisions the maximum number of revisions per journey
 * @param rejectedEvents the maximum number of stored rejected events
 * @param rejectedBytes the maximum total size of stored rejected events in bytes
 * @param eventsPerDay the maximum number of events accepted per day
 * @param storedEvents the maximum number of stored events
 */
@Schema(name = "TenantLimits")
record LimitEdit(
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The maximum number of journeys of any status." + OR_DEFAULT)
        @Nullable JsonNode journeys,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description =
                "The maximum total size of all journey definitions as JSON, in bytes." + OR_DEFAULT)
        @Nullable JsonNode definitionBytes,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The maximum number of active API keys." + OR_DEFAULT)
        @Nullable JsonNode keys,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The maximum number of revisions per journey." + OR_DEFAULT)
        @Nullable JsonNode revisions,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The maximum number of stored rejected events." + OR_DEFAULT)
        @Nullable JsonNode rejectedEvents,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description =
                "The maximum total size of stored rejected events, in bytes." + OR_DEFAULT)
        @Nullable JsonNode rejectedBytes,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The maximum number of events accepted per UTC day." + OR_DEFAULT)
        @Nullable JsonNode eventsPerDay,
    @Schema(
            types = {"integer"},
            minimum = "0",
            description = "The maximum number of stored events." + OR_DEFAULT)
        @Nullable JsonNode storedEvents) {

  private static final String OR_DEFAULT = " Null resets to the default.";
  private static final long MAXIMUM = 1_000_000_000_000_000L;

  /** Validates the change. */
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
          && maximum.longValue() <= MAXIMUM) {
        set.put(limit, maximum.longValue());
      } else {
        errors.add(
            "limits." + limit.key(),
            "must be a whole number from 0 to " + MAXIMUM + ", or null for the default");
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
   * A valid change of limits.
   *
   * @param set the limits to set
   * @param reset the limits to reset to their defaults
   */
  record Checked(Map<Limit, Long> set, Set<Limit> reset) {
    /** No changes. */
    static final Checked NONE = new Checked(Map.of(), Set.of());
  }
}
