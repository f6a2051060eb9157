package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.journeystats.stats.TimeRange;
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
    String name, @JsonIgnore TimeRange range, @JsonIgnore ZoneId zone, @JsonIgnore Instant now) {

  /** The first instant, null where there is no bound. */
  @JsonProperty
  public @Nullable Instant from() {
    return range.from().orElse(null);
  }

  /** The first instant after it, null where there is no bound. */
  @JsonProperty
  public @Nullable Instant to() {
    return range.to().orElse(null);
  }

  /** The zone's IANA name. */
  @JsonProperty
  public String tz() {
    return zone.getId();
  }
}
