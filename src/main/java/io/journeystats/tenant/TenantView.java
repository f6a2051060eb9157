package io.journeystats.tenant;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The API representation of a tenant. */
@Schema(name = "Tenant")
public record TenantView(
    TenantId id,
    String name,
    ZoneId timeZone,
    @Schema(
            description =
                "The number of days before today whose events are kept; null if events are kept"
                    + " forever.")
        @Nullable Integer retentionDays,
    @Schema(format = "date-time", description = TenantView.DATA_FROM) @Nullable String dataFrom) {
  /** The API description of {@code data_from}. */
  public static final String DATA_FROM =
      "The start of the first day whose events are kept, with the UTC offset of the tenant's time"
          + " zone. It never moves back.";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  static TenantView of(Tenant tenant, Instant now) {
    return new TenantView(
        tenant.id(),
        tenant.name(),
        tenant.timeZone(),
        tenant.retention().days().orElse(null),
        tenant.data(now).from().map(from -> time(from, tenant.timeZone())).orElse(null));
  }

  /** Formats an instant with the zone's offset then, to the second. */
  public static String time(Instant start, ZoneId zone) {
    return TIME.format(start.atZone(zone));
  }
}
