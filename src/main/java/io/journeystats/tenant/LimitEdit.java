package io.journeystats.tenant;

import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Limits of a tenant that the operator sets; those that are left out stay as they are.
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
    @Schema(minimum = "0", description = "How many journeys, of whatever status.")
        @Nullable Long journeys,
    @Schema(minimum = "0", description = "The bytes of the definitions of all journeys, as JSON.")
        @Nullable Long definitionBytes,
    @Schema(minimum = "0", description = "How many keys in force.") @Nullable Long keys,
    @Schema(minimum = "0", description = "How many changes of one journey.")
        @Nullable Long revisions,
    @Schema(minimum = "0", description = "How many rejected events are kept.")
        @Nullable Long rejectedEvents,
    @Schema(minimum = "0", description = "The bytes of the rejected events that are kept.")
        @Nullable Long rejectedBytes,
    @Schema(minimum = "0", description = "How many events can be accepted on a day, UTC.")
        @Nullable Long eventsPerDay,
    @Schema(minimum = "0", description = "How many events can be stored.")
        @Nullable Long storedEvents) {

  private static final long GREATEST = 1_000_000_000_000_000L;

  /** The limits that are set. */
  Map<Limit, Long> given() {
    Map<Limit, Long> given = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      Long maximum =
          switch (limit) {
            case JOURNEYS -> journeys;
            case DEFINITION_BYTES -> definitionBytes;
            case KEYS -> keys;
            case REVISIONS -> revisions;
            case REJECTED_EVENTS -> rejectedEvents;
            case REJECTED_BYTES -> rejectedBytes;
            case EVENTS_PER_DAY -> eventsPerDay;
            case STORED_EVENTS -> storedEvents;
          };
      if (maximum != null) {
        given.put(limit, maximum);
      }
    }
    return given;
  }

  /** Notes what is wrong. */
  void check(InputErrors errors) {
    given()
        .forEach((limit, maximum) ->
            errors.require(
                maximum >= 0 && maximum <= GREATEST,
                "limits." + limit.key(),
                "must be a whole number from 0 to " + GREATEST));
  }
}
