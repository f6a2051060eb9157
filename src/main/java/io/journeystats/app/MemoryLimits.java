package io.journeystats.app;

import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.journeystats.http.RateLimit;
import io.journeystats.limit.TenantLimiter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code requests.memory}: the maximum heap of concurrent requests,
 * estimated from the sizes of their JSON bodies, the journey definitions that they use, and their
 * responses. Events and files have limits of their own.
 *
 * @param ofAll the maximum of authenticated requests
 * @param ofTenant the maximum of authenticated requests per tenant
 * @param ofUnknown the maximum of unauthenticated requests
 * @param ofAddress the maximum of unauthenticated requests per client network
 * @param longestWait how long a request waits before it is refused
 */
record MemoryLimits(
    @MinDataSize(value = 64, unit = DataSizeUnit.KIBIBYTES) DataSize ofAll,
    @MinDataSize(value = 64, unit = DataSizeUnit.KIBIBYTES) DataSize ofTenant,
    @MinDataSize(value = 64, unit = DataSizeUnit.KIBIBYTES) DataSize ofUnknown,
    @MinDataSize(value = 64, unit = DataSizeUnit.KIBIBYTES) DataSize ofAddress,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestWait) {
  private static final int PART_OF_HEAP = 4;
  private static final int PART_FOR_UNKNOWN = 32;
  private static final String TOO_MUCH = "Requests use too much memory at the same time";

  /** Creates the limits; missing values have their defaults. */
  @JsonCreator
  static MemoryLimits of(
      @JsonProperty("ofAll") @Nullable DataSize ofAll,
      @JsonProperty("ofTenant") @Nullable DataSize ofTenant,
      @JsonProperty("ofUnknown") @Nullable DataSize ofUnknown,
      @JsonProperty("ofAddress") @Nullable DataSize ofAddress,
      @JsonProperty("longestWait") @Nullable Duration longestWait) {
    DataSize all = requireNonNullElseGet(ofAll, () -> heapFraction(PART_OF_HEAP));
    DataSize unknown = requireNonNullElseGet(ofUnknown, () -> heapFraction(PART_FOR_UNKNOWN));
    return new MemoryLimits(
        all,
        requireNonNullElseGet(ofTenant, () -> half(all)),
        unknown,
        requireNonNullElseGet(ofAddress, () -> half(unknown)),
        requireNonNullElseGet(longestWait, () -> Duration.seconds(10)));
  }

  /** Returns the limits with all defaults. */
  static MemoryLimits defaults() {
    return of(null, null, null, null, null);
  }

  private static DataSize heapFraction(int part) {
    return DataSize.bytes(Runtime.getRuntime().maxMemory() / part);
  }

  private static DataSize half(DataSize whole) {
    return DataSize.bytes(whole.toBytes() / 2);
  }

  /** Returns the limiter of authenticated requests. */
  TenantLimiter limiter() {
    return new TenantLimiter(
        TenantLimiter.Bounds.ofTenants(
            TOO_MUCH,
            RateLimit.Unit.BYTES,
            new TenantLimiter.Bound("requests.memory.ofAll", ofAll.toBytes()),
            new TenantLimiter.Bound("requests.memory.ofTenant", ofTenant.toBytes()),
            longestWait.toJavaDuration()));
  }

  /** Returns the limiter of unauthenticated requests. */
  TenantLimiter limiterOfUnknown() {
    return new TenantLimiter(
        new TenantLimiter.Bounds(
            TOO_MUCH,
            "from this address",
            RateLimit.Unit.BYTES,
            new TenantLimiter.Bound("requests.memory.ofUnknown", ofUnknown.toBytes()),
            new TenantLimiter.Bound("requests.memory.ofAddress", ofAddress.toBytes()),
            longestWait.toJavaDuration()));
  }
}
