package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time that an answer is about, as the answer tells it.
 *
 * @param name the period as it was asked for
 * @param range the instants it means
 * @param zone the zone of its calendar days
 * @param now the moment of the request
 * @param dataFrom the first day kept, where it cuts the range; else empty
 */
@JsonPropertyOrder({"name", "from", "to", "tz", "data_from"})
public record ResolvedPeriod(
    @Schema(description = "The period as it was asked for.") String name,
    @JsonIgnore TimeRange range,
    @JsonIgnore ZoneId zone,
    @JsonIgnore Instant now,
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @Schema(
            format = "date-time",
            description = TenantView.DATA_FROM + ResolvedPeriod.WHERE_IT_CUTS)
        Optional<String> dataFrom) {
  private static final String WHERE_IT_CUTS =
      " Only there where it cuts the period: earlier events are not counted.";

  /** A period of which everything is kept. */
  public ResolvedPeriod(String name, TimeRange range, ZoneId zone, Instant now) {
    this(name, range, zone, now, Optional.empty());
  }

  /** The same of a tenant that may not keep all of it. */
  ResolvedPeriod keptBy(Tenant tenant) {
    return new ResolvedPeriod(
        name,
        range,
        zone,
        now,
        tenant
            .data(now)
            .from()
            .filter(kept -> range.from().filter(start -> !start.isBefore(kept)).isEmpty())
            .map(kept -> TenantView.time(kept, tenant.timeZone())));
  }

  /** The first instant, null where there is no bound. */
  @JsonProperty
  @Schema(description = "The first instant; null where there is no bound.")
  public @Nullable Instant from() {
    return range.from().orElse(null);
  }

  /** The first instant after it, null where there is no bound. */
  @JsonProperty
  @Schema(description = "The first instant after it; null where there is no bound.")
  public @Nullable Instant to() {
    return range.to().orElse(null);
  }

  /** The zone's IANA name. */
  @JsonProperty
  @Schema(description = "The zone of its days, by its IANA name.")
  public String tz() {
    return zone.getId();
  }
}
