package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code ingestion}: the limits of event ingestion. A request over a
 * limit waits and is eventually refused with 429 or 503.
 *
 * @param bodies the maximum total size of decoded bodies
 * @param bodiesOfTenant the maximum total size of decoded bodies per tenant
 * @param atOnce the maximum number of requests that are validated and written at the same time
 * @param atOnceOfTenant the maximum number of them per tenant
 * @param imports the maximum number of concurrent imports; each takes up to 40 MiB
 * @param importsOfTenant the maximum number of concurrent imports per tenant
 * @param longestImport the maximum total time that an import waits for its client
 * @param longestWait how long a request waits for any of these
 */
public record IngestionLimits(
    @MinDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES) DataSize bodies,
    @MinDataSize(value = 1, unit = DataSizeUnit.MEBIBYTES) DataSize bodiesOfTenant,
    @Min(1) @Max(1000) int atOnce,
    @Min(1) @Max(1000) int atOnceOfTenant,
    @Min(1) @Max(1000) int imports,
    @Min(1) @Max(1000) int importsOfTenant,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration longestImport,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestWait) {
  /**
   * A typical body takes five times its size while it is processed, a malicious one eight times.
   */
  private static final int PART_OF_HEAP = 16;

  /** Webhooks have a share of their own, since their sender is unknown while the body is read. */
  private static final int PART_FOR_WEBHOOKS = 4;

  private static final Duration WEBHOOK_WAIT = Duration.seconds(1);

  private static final String TOO_MUCH = "Too many events are received at the same time";

  /** Creates the limits; missing values have their defaults. */
  @JsonCreator
  public static IngestionLimits of(
      @JsonProperty("bodies") @Nullable DataSize bodies,
      @JsonProperty("bodiesOfTenant") @Nullable DataSize bodiesOfTenant,
      @JsonProperty("atOnce") @Nullable Integer atOnce,
      @JsonProperty("atOnceOfTenant") @Nullable Integer atOnceOfTenant,
      @JsonProperty("imports") @Nullable Integer imports,
      @JsonProperty("importsOfTenant") @Nullable Integer importsOfTenant,
      @JsonProperty("longestImport") @Nullable Duration longestImport,
      @JsonProperty("longestWait") @Nullable Duration longestWait) {
    DataSize all =
        requireNonNullElseGet(
            bodies, () -> DataSize.bytes(Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    return new IngestionLimits(
        all,
        requireNonNullElseGet(bodiesOfTenant, () -> DataSize.bytes(all.toBytes() / 2)),
        requireNonNullElse(atOnce, 32),
        requireNonNullElse(atOnceOfTenant, 16),
        requireNonNullElse(imports, 4),
        requireNonNullElse(importsOfTenant, 2),
        requireNonNullElseGet(longestImport, () -> Duration.hours(12)),
        requireNonNullElseGet(longestWait, () -> Duration.seconds(10)));
  }

  /** Returns the limits with all defaults. */
  static IngestionLimits defaults() {
    return of(null, null, null, null, null, null, null, null);
  }

  /** Returns the limiter of the memory of bodies. */
  TenantLimiter memory() {
    return limiter(
        TOO_MUCH,
        RateLimit.Unit.BYTES,
        new TenantLimiter.Bound("ingestion.bodies", bodies.toBytes()),
        new TenantLimiter.Bound("ingestion.bodiesOfTenant", bodiesOfTenant.toBytes()),
        longestWait);
  }

  /**
   * Returns the limiter of the memory of webhook bodies, which is separate from that of
   * authenticated clients.
   */
  TenantLimiter memoryOfWebhooks() {
    return limiter(
        TOO_MUCH,
        RateLimit.Unit.BYTES,
        new TenantLimiter.Bound(
            "a quarter of ingestion.bodies", bodies.toBytes() / PART_FOR_WEBHOOKS),
        new TenantLimiter.Bound(
            "a quarter of ingestion.bodiesOfTenant", bodiesOfTenant.toBytes() / PART_FOR_WEBHOOKS),
        WEBHOOK_WAIT);
  }

  /** Returns the limiter of concurrent requests. */
  TenantLimiter turns() {
    return limiter(
        TOO_MUCH,
        RateLimit.Unit.CONCURRENT_REQUESTS,
        new TenantLimiter.Bound("ingestion.atOnce", atOnce),
        new TenantLimiter.Bound("ingestion.atOnceOfTenant", atOnceOfTenant),
        longestWait);
  }

  /** Returns the limiter of concurrent imports. */
  TenantLimiter importPlaces() {
    return limiter(
        "Too many imports at the same time",
        RateLimit.Unit.CONCURRENT_REQUESTS,
        new TenantLimiter.Bound("ingestion.imports", imports),
        new TenantLimiter.Bound("ingestion.importsOfTenant", importsOfTenant),
        longestWait);
  }

  private static TenantLimiter limiter(
      String problem,
      RateLimit.Unit unit,
      TenantLimiter.Bound all,
      TenantLimiter.Bound ofTenant,
      Duration longestWait) {
    return new TenantLimiter(
        TenantLimiter.Bounds.ofTenants(problem, unit, all, ofTenant, longestWait.toJavaDuration()));
  }
}
