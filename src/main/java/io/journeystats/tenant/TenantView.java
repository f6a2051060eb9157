package io.journeystats.tenant;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A tenant as answers show it. */
@Schema(name = "Tenant")
public record TenantView(
    TenantId id,
    String name,
    ZoneId timeZone,
    @Schema(
            description =
                "How many days events are kept, today not counted; null where they are kept for"
                    + " ever.")
        @Nullable Integer retentionDays,
    @Schema(format = "date-time", description = TenantView.DATA_FROM) @Nullable String dataFrom) {
  /** What the first day kept means, for answers that show it. */
  public static final String DATA_FROM =
      "The beginning of the first day whose events are kept, with the offset of the tenant's zone."
          + " It never moves back.";

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

  /** The beginning of a day as answers show it. */
  public static String time(Instant start, ZoneId zone) {
    return TIME.format(start.atZone(zone));
  }
}
