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
 * The configuration section {@code downloads}: the limits of streamed files.
 *
 * @param atOnce the maximum number of concurrent downloads; further ones wait
 * @param atOnceOfTenant the maximum number of concurrent downloads per tenant
 * @param longestWait how long a download waits before it is refused
 * @param longestPiece how long a client may take for 64 KiB
 */
record DownloadLimits(
    @Min(1) int atOnce,
    @Min(1) int atOnceOfTenant,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestWait,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestPiece) {

  /** Creates the limits; missing values have their defaults. */
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

  /** Returns the limits with all defaults. */
  static DownloadLimits defaults() {
    return of(null, null, null, null);
  }

  /** Returns the limiter of concurrent downloads. */
  TenantLimiter places() {
    return new TenantLimiter(
        TenantLimiter.Bounds.ofTenants(
            "Too many files are read at the same time",
            RateLimit.Unit.CONCURRENT_REQUESTS,
            new TenantLimiter.Bound("downloads.atOnce", atOnce),
            new TenantLimiter.Bound("downloads.atOnceOfTenant", atOnceOfTenant),
            longestWait.toJavaDuration()));
  }

  /** Returns how long a client may take for a chunk. */
  java.time.Duration pace() {
    return longestPiece.toJavaDuration();
  }
}
