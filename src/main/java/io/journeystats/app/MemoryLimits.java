package io.journeystats.app;

import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import io.journeystats.http.RateLimit;
import io.journeystats.limit.TenantLimiter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code requests.memory} of the configuration: the heap that requests hold together,
 * estimated from the sizes of their JSON bodies, of the definitions that they work on and of their
 * answers. Events and files have bounds of their own.
 *
 * @param ofAll how much requests with a key or a session hold together
 * @param ofTenant how much of it those of one tenant
 * @param ofUnknown how much requests without a key or a session that is known hold together
 * @param ofAddress how much of it those from one address
 * @param longestWait how long a request waits for it, before it is refused
 */
record MemoryLimits(
    @MinDataSize(65_536) DataSize ofAll,
    @MinDataSize(65_536) DataSize ofTenant,
    @MinDataSize(65_536) DataSize ofUnknown,
    @MinDataSize(65_536) DataSize ofAddress,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestWait) {
  private static final int PART_OF_HEAP = 4;
  private static final int PART_FOR_UNKNOWN = 32;
  private static final String TOO_MUCH = "Too much memory is held by requests at the same time";

  /** Makes the limits; what is absent gets its default. */
  @JsonCreator
  static MemoryLimits of(
      @JsonProperty("ofAll") @Nullable DataSize ofAll,
      @JsonProperty("ofTenant") @Nullable DataSize ofTenant,
      @JsonProperty("ofUnknown") @Nullable DataSize ofUnknown,
      @JsonProperty("ofAddress") @Nullable DataSize ofAddress,
      @JsonProperty("longestWait") @Nullable Duration longestWait) {
    DataSize all = requireNonNullElseGet(ofAll, () -> partOfHeap(PART_OF_HEAP));
    DataSize unknown = requireNonNullElseGet(ofUnknown, () -> partOfHeap(PART_FOR_UNKNOWN));
    return new MemoryLimits(
        all,
        requireNonNullElseGet(ofTenant, () -> half(all)),
        unknown,
        requireNonNullElseGet(ofAddress, () -> half(unknown)),
        requireNonNullElseGet(longestWait, () -> Duration.seconds(10)));
  }

  /** Every default. */
  static MemoryLimits defaults() {
    return of(null, null, null, null, null);
  }

  private static DataSize partOfHeap(int part) {
    return DataSize.bytes(Runtime.getRuntime().maxMemory() / part);
  }

  private static DataSize half(DataSize whole) {
    return DataSize.bytes(whole.toBytes() / 2);
  }

  /** What tenants share. */
  TenantLimiter limiter() {
    return new TenantLimiter(
        TenantLimiter.Bounds.ofTenants(
            TOO_MUCH,
            RateLimit.Unit.BYTES,
            new TenantLimiter.Bound("requests.memory.ofAll", ofAll.toBytes()),
            new TenantLimiter.Bound("requests.memory.ofTenant", ofTenant.toBytes()),
            longestWait.toJavaDuration()));
  }

  /** What unknown callers share. */
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
