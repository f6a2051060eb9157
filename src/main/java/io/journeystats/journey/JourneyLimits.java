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
 * The bounds on journeys: those of each tenant and that of the service. What is there already stays
 * where a limit is lowered; only growth is refused.
 *
 * @param journeysOfAll how many journeys there may be, of all tenants
 * @param ofTenant how much each tenant may have
 * @param clock tells which day it is
 */
record JourneyLimits(
    long journeysOfAll, Function<TenantId, TenantLimits> ofTenant, InstantSource clock) {
  /** How many times the bytes of all definitions may be written per day: the log keeps them. */
  private static final int WRITTEN_A_DAY = 4;

  /**
   * Refuses one journey too many.
   *
   * @param bytes how large its definition is
   * @throws ConflictException naming the limit
   */
  void checkCreation(JourneyDirectory directory, TenantId tenant, long bytes) {
    ofTenant
        .apply(tenant)
        .check(Limit.JOURNEYS, directory.of(tenant).journeys().size(), 1, "Delete journeys");
    if (directory.size() >= journeysOfAll) {
      throw new ConflictException(
          "The service holds %d journeys of all tenants, as many as `limits.journeysOfAll` in its configuration allows. Delete journeys, or ask the operator for more."
              .formatted(journeysOfAll));
    }
    checkBytes(directory, tenant, bytes, bytes);
  }

  /**
   * Refuses a definition that is too large beside the others.
   *
   * @param bytes how large it is
   * @throws ConflictException naming the limit
   */
  void checkReplacement(
      JourneyDirectory directory, TenantId tenant, StoredJourney replaced, long bytes) {
    checkBytes(directory, tenant, bytes, bytes - replaced.head().definitionBytes());
  }

  /**
   * Refuses one change too many of a journey.
   *
   * @throws ConflictException naming the limit
   */
  void checkRevisions(TenantId tenant, StoredJourney journey) {
    ofTenant
        .apply(tenant)
        .check(Limit.REVISIONS, journey.version(), 1, "Clone the journey and edit the copy");
  }

  private void checkBytes(JourneyDirectory directory, TenantId tenant, long bytes, long growth) {
    TenantJourneys present = directory.of(tenant);
    TenantLimits limits = ofTenant.apply(tenant);
    limits.check(
        Limit.DEFINITION_BYTES,
        present.definitionBytes(),
        growth,
        "Delete journeys, or make their definitions shorter");
    long now = clock.instant().getEpochSecond();
    long used = present.written().on(now);
    long mostToday = WRITTEN_A_DAY * limits.of(Limit.DEFINITION_BYTES);
    if (used + bytes > mostToday) {
      throw TryAgainException.ofCaller(
          "A tenant can write at most %d times the limit `%s` of definitions per day: %d bytes, of which %d are used."
              .formatted(WRITTEN_A_DAY, Limit.DEFINITION_BYTES.key(), mostToday, used),
          new RateLimit(
              "limits.definitionBytes",
              mostToday,
              RateLimit.Unit.BYTES,
              Optional.of(Duration.ofDays(1)),
              Math.max(0, mostToday - used),
              WrittenToday.left(now)));
    }
  }
}
