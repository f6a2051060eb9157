package io.journeystats.tenant;

import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as a caller writes it down, unchecked.
 *
 * @param id as wished
 * @param name for people
 * @param timeZone an IANA name
 */
record TenantForm(
    @Schema(
            pattern = "^[a-z0-9][a-z0-9_-]{0,63}$",
            description = "As wished; it cannot be changed.",
            requiredMode = RequiredMode.REQUIRED)
        @Nullable String id,
    @Schema(
            minLength = 1,
            maxLength = TenantForm.MAXIMUM_NAME,
            requiredMode = RequiredMode.REQUIRED)
        @Nullable String name,
    @Schema(
            description = "An IANA name, the zone of the tenant's calendar days.",
            requiredMode = RequiredMode.REQUIRED)
        @Nullable String timeZone) {
  static final int MAXIMUM_NAME = 200;

  /** The tenant that this describes. */
  Tenant toTenant() {
    InputErrors errors = new InputErrors();
    String wished = id == null ? "" : id;
    errors.require(
        TenantId.isValid(wished),
        "id",
        "must be 1 to 64 lower-case letters, digits, - and _, beginning with a letter or digit");
    String given = errors.text("name", name, MAXIMUM_NAME);
    errors.require(timeZone != null, "time_zone", "is required");
    Optional<ZoneId> zone = zone(timeZone, errors);
    errors.throwIfAny();
    return new Tenant(new TenantId(wished), given, zone.orElseThrow());
  }

  /** The zone of that name; empty where there is none, which is noted if a name was given. */
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
