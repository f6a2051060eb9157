package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
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
 * How much of events is taken in at the same time; who wants more waits, and is answered with 429
 * or 503 in the end.
 *
 * @param bodies how many bytes the bodies may have together, unpacked
 * @param bodiesOfTenant how many of them those of one tenant
 * @param atOnce how many requests are checked and written at once
 * @param atOnceOfTenant how many of them one tenant's
 * @param imports how many imports go on at once; each takes up to 40 MiB
 * @param importsOfTenant how many of them one tenant's
 * @param longestImport how long an import waits for its sender in all
 * @param longestWait how long a request waits for any of these
 */
public record IngestionLimits(
    @MinDataSize(1_048_576) DataSize bodies,
    @MinDataSize(1_048_576) DataSize bodiesOfTenant,
    @Min(1) @Max(1000) int atOnce,
    @Min(1) @Max(1000) int atOnceOfTenant,
    @Min(1) @Max(1000) int imports,
    @Min(1) @Max(1000) int importsOfTenant,
    @MinDuration(value = 1, unit = TimeUnit.SECONDS) Duration longestImport,
    @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration longestWait) {
  /** An ordinary body takes five times its size while it is worked on, a malicious one eight. */
  private static final int PART_OF_HEAP = 16;

  /** What webhooks have beside it, as whoever calls them is not known yet when he is read. */
  private static final int PART_FOR_WEBHOOKS = 4;

  private static final Duration PATIENCE_WITH_WEBHOOKS = Duration.seconds(1);

  private static final String TOO_MUCH = "Too many events are being taken in at the same time";

  /** Makes the limits; what is absent gets its default. */
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

  /** Every default. */
  static IngestionLimits defaults() {
    return of(null, null, null, null, null, null, null, null);
  }

  /** The memory of bodies, to be shared. */
  TenantLimiter memory() {
    return limiter(
        TOO_MUCH,
        RateLimit.Unit.BYTES,
        new TenantLimiter.Bound("ingestion.bodies", bodies.toBytes()),
        new TenantLimiter.Bound("ingestion.bodiesOfTenant", bodiesOfTenant.toBytes()),
        longestWait);
  }

  /** The memory of the bodies of webhooks, which cannot take any of that of senders with a key. */
  TenantLimiter memoryOfWebhooks() {
    return limiter(
        TOO_MUCH,
        RateLimit.Unit.BYTES,
        new TenantLimiter.Bound(
            "a quarter of ingestion.bodies", bodies.toBytes() / PART_FOR_WEBHOOKS),
        new TenantLimiter.Bound(
            "a quarter of ingestion.bodiesOfTenant", bodiesOfTenant.toBytes() / PART_FOR_WEBHOOKS),
        PATIENCE_WITH_WEBHOOKS);
  }

  /** The turns of requests, to be shared. */
  TenantLimiter turns() {
    return limiter(
        TOO_MUCH,
        RateLimit.Unit.CONCURRENT_REQUESTS,
        new TenantLimiter.Bound("ingestion.atOnce", atOnce),
        new TenantLimiter.Bound("ingestion.atOnceOfTenant", atOnceOfTenant),
        longestWait);
  }

  /** The places of imports, to be shared. */
  TenantLimiter importPlaces() {
    return limiter(
        "Too many imports go on at the same time",
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
