package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.journeystats.stats.TimeRange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The time that an answer is about, as the answer tells it.
 *
 * @param name the period as it was asked for
 * @param range the instants it means
 * @param zone the zone of its calendar days
 * @param now the moment of the request
 */
@JsonPropertyOrder({"name", "from", "to", "tz"})
public record ResolvedPeriod(
    @Schema(description = "The period as it was asked for.") String name,
    @JsonIgnore TimeRange range,
    @JsonIgnore ZoneId zone,
    @JsonIgnore Instant now) {

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
