package io.journeystats.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to change of a tenant, unchecked; the rest stays.
 *
 * @param name for people
 * @param timeZone an IANA name
 * @param limits how much it may have
 * @param retentionDays how long its events are kept; JSON's null: for ever
 */
record TenantEdit(
    @Schema(minLength = 1, maxLength = TenantForm.MAXIMUM_NAME) @Nullable String name,
    @Schema(description = "An IANA name, the zone of the tenant's calendar days.")
        @Nullable String timeZone,
    @Schema(
            description =
                "How much the tenant may have; what is left out stays, null is the default.")
        @Nullable LimitEdit limits,
    @Schema(
            types = {"integer"},
            minimum = "30",
            maximum = "36500",
            description =
                "How many days events are kept, today not counted; null for ever. Older ones no"
                    + " longer count at once, and do not come back.")
        @Nullable JsonNode retentionDays) {

  /** The same, checked. */
  Checked checked() {
    InputErrors errors = new InputErrors();
    errors.require(
        isOfOperator() || retentionDays != null,
        "name",
        "name, time_zone, limits or retention_days is required");
    Optional<String> given =
        Optional.ofNullable(name).map(text -> errors.text("name", text, TenantForm.MAXIMUM_NAME));
    Optional<ZoneId> zone = TenantForm.zone(timeZone, errors);
    LimitEdit.Checked changed = limits == null ? LimitEdit.Checked.NONE : limits.checked(errors);
    Optional<KeptDays> kept = Optional.ofNullable(retentionDays).map(days -> kept(days, errors));
    errors.throwIfAny();
    return new Checked(given, zone, changed, kept);
  }

  /** Tells whether it names what only the operator changes. */
  boolean isOfOperator() {
    return name != null || timeZone != null || limits != null;
  }

  private static KeptDays kept(JsonNode days, InputErrors errors) {
    boolean isNumber =
        days.isIntegralNumber()
            && days.canConvertToInt()
            && days.intValue() >= Retention.LEAST_DAYS
            && days.intValue() <= Retention.MOST_DAYS;
    errors.require(
        isNumber || days.isNull(),
        "retention_days",
        "must be a whole number from %d to %d, or null"
            .formatted(Retention.LEAST_DAYS, Retention.MOST_DAYS));
    return new KeptDays(isNumber ? Optional.of(days.intValue()) : Optional.empty());
  }

  /**
   * How long events are to be kept.
   *
   * @param days empty: for ever
   */
  record KeptDays(Optional<Integer> days) {}

  /** Changes that can be made. */
  record Checked(
      Optional<String> name,
      Optional<ZoneId> timeZone,
      LimitEdit.Checked limits,
      Optional<KeptDays> kept) {}
}
