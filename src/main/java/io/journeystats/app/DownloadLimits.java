package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.journeystats.http.RateLimit;
import io.journeystats.limit.TenantLimiter;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code downloads} of the configuration: how many files of any number of rows go out
 * at the same time, and how slowly.
 *
 * @param atOnce how many; a further one waits
 * @param atOnceOfTenant how many of them may be one tenant's
 * @param longestWait how long one waits, before it is refused
 * @param longestPiece how long a client may take for 64 KiB
 */
record DownloadLimits(
    @Min(1) int atOnce,
    @Min(1) int atOnceOfTenant,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestWait,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestPiece) {

  /** Makes the limits; what is absent gets its default. */
  @JsonCreator
  static DownloadLimits of(
      @JsonProperty("atOnce") @Nullable Integer atOnce,
      @JsonProperty("atOnceOfTenant") @Nullable Integer atOnceOfTenant,
      @JsonProperty("longestWait") @Nullable Duration longestWait,
      @JsonProperty("longestPiece") @Nullable Duration longestPiece) {
    return new DownloadLimits(
        requireNonNullElse(atOnce, 4),
        requireNonNullElse(atOnceOfTenant, 2),
        requireNonNullElseGet(longestWait, () -> Duration.seconds(10)),
        requireNonNullElseGet(longestPiece, () -> Duration.seconds(10)));
  }

  /** Every default. */
  static DownloadLimits defaults() {
    return of(null, null, null, null);
  }

  /** How many go on at once. */
  TenantLimiter places() {
    return new TenantLimiter(
        TenantLimiter.Bounds.ofTenants(
            "Too many files are read at the same time",
            RateLimit.Unit.CONCURRENT_REQUESTS,
            new TenantLimiter.Bound("downloads.atOnce", atOnce),
            new TenantLimiter.Bound("downloads.atOnceOfTenant", atOnceOfTenant),
            longestWait.toJavaDuration()));
  }

  /** How long a client may take for a piece. */
  java.time.Duration pace() {
    return longestPiece.toJavaDuration();
  }
}
