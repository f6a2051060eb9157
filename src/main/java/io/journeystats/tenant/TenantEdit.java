package io.journeystats.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unvalidated change of a tenant. Omitted fields keep their value.
 *
 * @param name a display name
 * @param timeZone an IANA time zone
 * @param limits the limits to change
 * @param retentionDays the retention in days; JSON's null keeps events forever
 */
record TenantEdit(
    @Schema(minLength = 1, maxLength = TenantForm.MAXIMUM_NAME) @Nullable String name,
    @Schema(description = "The IANA time zone of the tenant's calendar days.")
        @Nullable String timeZone,
    @Schema(
            description =
                "The limits to change. Omitted limits keep their value; null resets to the"
                    + " default.")
        @Nullable LimitEdit limits,
    @Schema(
            types = {"integer"},
            minimum = "30",
            maximum = "36500",
            description =
                "The number of days before today whose events are kept; null keeps events forever."
                    + " Older events stop counting at once and cannot be restored.")
        @Nullable JsonNode retentionDays) {

  /** Validates the change. */
  Checked checked() {
    InputErrors errors = new InputErrors();
    errors.require(
        requiresOperator() || retentionDays != null,
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

  /** Returns whether it changes fields that only the operator may change. */
  boolean requiresOperator() {
    return name != null || timeZone != null || limits != null;
  }

  private static KeptDays kept(JsonNode days, InputErrors errors) {
    boolean isNumber =
        days.isIntegralNumber()
            && days.canConvertToInt()
            && days.intValue() >= Retention.MINIMUM_DAYS
            && days.intValue() <= Retention.MAXIMUM_DAYS;
    errors.require(
        isNumber || days.isNull(),
        "retention_days",
        "must be a whole number from %d to %d, or null"
            .formatted(Retention.MINIMUM_DAYS, Retention.MAXIMUM_DAYS));
    return new KeptDays(isNumber ? Optional.of(days.intValue()) : Optional.empty());
  }

  /**
   * A retention to set.
   *
   * @param days the number of days; empty for forever
   */
  record KeptDays(Optional<Integer> days) {}

  /** A valid change. */
  record Checked(
      Optional<String> name,
      Optional<ZoneId> timeZone,
      LimitEdit.Checked limits,
      Optional<KeptDays> kept) {}
}
