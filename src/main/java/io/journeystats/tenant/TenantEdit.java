package io.journeystats.tenant;

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
 */
record TenantEdit(
    @Schema(minLength = 1, maxLength = TenantForm.MAXIMUM_NAME) @Nullable String name,
    @Schema(description = "An IANA name, the zone of the tenant's calendar days.")
        @Nullable String timeZone,
    @Schema(description = "How much the tenant may have; what is left out stays.")
        @Nullable LimitEdit limits) {

  /** The same, checked. */
  Checked checked() {
    InputErrors errors = new InputErrors();
    errors.require(
        name != null || timeZone != null || limits != null,
        "name",
        "name, time_zone or limits is required");
    Optional<String> given =
        Optional.ofNullable(name).map(text -> errors.text("name", text, TenantForm.MAXIMUM_NAME));
    Optional<ZoneId> zone = TenantForm.zone(timeZone, errors);
    if (limits != null) {
      limits.check(errors);
    }
    errors.throwIfAny();
    return new Checked(given, zone, Optional.ofNullable(limits));
  }

  /** Changes that can be made. */
  record Checked(Optional<String> name, Optional<ZoneId> timeZone, Optional<LimitEdit> limits) {}
}
