package io.journeystats.journey;

import io.journeystats.http.ConflictException;
import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The limits on journeys, per tenant and for the service. Lowering a limit refuses growth but
 * removes nothing.
 *
 * @param journeysOfAll the maximum number of journeys of all tenants
 * @param ofTenant returns a tenant's limits
 * @param clock the clock
 */
record JourneyLimits(
    long journeysOfAll, Function<TenantId, TenantLimits> ofTenant, InstantSource clock) {
  /** The ratio of bytes written per day, which the log keeps, to the limit on definitions. */
  private static final int WRITES_PER_DAY = 4;

  /**
   * Checks that a journey can be created.
   *
   * @param bytes the size of its definition
   * @throws ConflictException naming the exceeded limit
   */
  void checkCreation(JourneyDirectory directory, TenantId tenant, long bytes) {
    ofTenant
        .apply(tenant)
        .check(Limit.JOURNEYS, directory.of(tenant).journeys().size(), 1, "Delete journeys");
    if (directory.size() >= journeysOfAll) {
      throw new ConflictException(
          "The service has %d journeys of all tenants, the maximum of `limits.journeysOfAll` in its configuration. Delete journeys, or ask the operator for a higher limit."
              .formatted(journeysOfAll));
    }
    checkBytes(directory, tenant, bytes, bytes);
  }

  /**
   * Checks that a definition can be replaced.
   *
   * @param bytes the size of the new definition
   * @throws ConflictException naming the exceeded limit
   */
  void checkReplacement(
      JourneyDirectory directory, TenantId tenant, StoredJourney replaced, long bytes) {
    checkBytes(directory, tenant, bytes, bytes - replaced.head().definitionBytes());
  }

  /**
   * Checks that a journey can be changed once more.
   *
   * @throws ConflictException naming the exceeded limit
   */
  void checkRevisions(TenantId tenant, StoredJourney journey) {
    ofTenant
        .apply(tenant)
        .check(Limit.REVISIONS, journey.version(), 1, "Clone the journey and edit the copy");
  }

  private void checkBytes(JourneyDirectory directory, TenantId tenant, long bytes, long growth) {
    TenantJourneys current = directory.of(tenant);
    TenantLimits limits = ofTenant.apply(tenant);
    limits.check(
        Limit.DEFINITION_BYTES,
        current.definitionBytes(),
        growth,
        "Delete journeys, or shorten their definitions");
    long now = clock.instant().getEpochSecond();
    long used = current.written().on(now);
    long maximumToday = WRITES_PER_DAY * limits.of(Limit.DEFINITION_BYTES);
    if (used + bytes > maximumToday) {
      throw TryAgainException.ofCaller(
          "A tenant can write at most %d times the limit `%s` per day: %d bytes, of which %d are used."
              .formatted(WRITES_PER_DAY, Limit.DEFINITION_BYTES.key(), maximumToday, used),
          new RateLimit(
              "limits.definitionBytes",
              maximumToday,
              RateLimit.Unit.BYTES,
              Optional.of(Duration.ofDays(1)),
              Math.max(0, maximumToday - used),
              WrittenToday.untilMidnight(now)));
    }
  }
}
