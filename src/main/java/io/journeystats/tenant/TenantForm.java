package io.journeystats.tenant;

import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.media.Schema;
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
            description = "As wished, when the tenant is created; it cannot be changed.")
        @Nullable String id,
    @Schema(minLength = 1, maxLength = TenantForm.MAXIMUM_NAME) @Nullable String name,
    @Schema(description = "An IANA name, the zone of the tenant's calendar days.")
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
    Optional<ZoneId> zone = zone(errors);
    errors.require(timeZone != null, "time_zone", "is required");
    errors.throwIfAny();
    return new Tenant(new TenantId(wished), given, zone.orElseThrow());
  }

  /** The changes to an existing tenant that this describes. */
  Edit toEdit() {
    InputErrors errors = new InputErrors();
    errors.require(id == null, "id", "cannot be changed");
    errors.require(name != null || timeZone != null, "name", "name or time_zone is required");
    Optional<String> given =
        name == null ? Optional.empty() : Optional.of(errors.text("name", name, MAXIMUM_NAME));
    Optional<ZoneId> zone = zone(errors);
    errors.throwIfAny();
    return new Edit(given, zone);
  }

  /** What is to change; the rest stays. */
  record Edit(Optional<String> name, Optional<ZoneId> timeZone) {}

  private Optional<ZoneId> zone(InputErrors errors) {
    if (timeZone == null) {
      return Optional.empty();
    }
    Optional<ZoneId> zone = TimeZones.find(timeZone);
    errors.require(
        zone.isPresent(), "time_zone", "must be an IANA time zone such as Europe/Berlin");
    return zone;
  }
}
