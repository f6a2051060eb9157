package io.journeystats.tenant;

import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unvalidated request for a tenant.
 *
 * @param id the requested id
 * @param name a display name
 * @param timeZone an IANA time zone
 */
record TenantForm(
    @Schema(
            pattern = "^[a-z0-9][a-z0-9_-]{0,63}$",
            description = "The tenant's id; it cannot be changed later.",
            requiredMode = RequiredMode.REQUIRED)
        @Nullable String id,
    @Schema(
            minLength = 1,
            maxLength = TenantForm.MAXIMUM_NAME,
            requiredMode = RequiredMode.REQUIRED)
        @Nullable String name,
    @Schema(
            description = "The IANA time zone of the tenant's calendar days.",
            requiredMode = RequiredMode.REQUIRED)
        @Nullable String timeZone) {
  static final int MAXIMUM_NAME = 200;

  /** Validates the form and returns the tenant. */
  Tenant toTenant() {
    InputErrors errors = new InputErrors();
    String requested = id == null ? "" : id;
    errors.require(
        TenantId.isValid(requested),
        "id",
        "must be 1 to 64 lowercase letters, digits, - and _, starting with a letter or digit");
    String given = errors.text("name", name, MAXIMUM_NAME);
    errors.require(timeZone != null, "time_zone", "is required");
    Optional<ZoneId> zone = zone(timeZone, errors);
    errors.throwIfAny();
    return new Tenant(new TenantId(requested), given, zone.orElseThrow());
  }

  /** Returns the time zone with the given name; adds an error if the name is unknown. */
  static Optional<ZoneId> zone(@Nullable String name, InputErrors errors) {
    if (name == null) {
      return Optional.empty();
    }
    Optional<ZoneId> zone = TimeZones.find(name);
    errors.require(
        zone.isPresent(), "time_zone", "must be an IANA time zone such as Europe/Berlin");
    return zone;
  }
}
