package io.journeystats.app;

import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.journeystats.journey.CatalogueMemory;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.tenant.Limit;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantLimits;
import io.journeystats.tenant.Tenants;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code limits}: the default limits of tenants, and the memory of
 * journeys.
 *
 * @param journeys the maximum number of journeys
 * @param definitionBytes the maximum total size of journey definitions
 * @param keys the maximum number of active API keys
 * @param revisions the maximum number of revisions per journey
 * @param rejectedEvents the maximum number of stored rejected events
 * @param rejectedBytes the maximum total size of stored rejected events
 * @param eventsPerDay the maximum number of events accepted per UTC day; unlimited by default
 * @param storedEvents the maximum number of stored events; unlimited by default
 * @param journeysOfAll the maximum number of journeys of all tenants
 * @param definitionMemory the heap for definitions
 * @param erasureDelay the time from the deletion of a journey to the removal of its events from the
 *     disk, since some may still be in transit
 */
record LimitSettings(
    @Nullable @PositiveOrZero Long journeys,
    @Nullable DataSize definitionBytes,
    @Nullable @PositiveOrZero Long keys,
    @Nullable @PositiveOrZero Long revisions,
    @Nullable @PositiveOrZero Long rejectedEvents,
    @Nullable DataSize rejectedBytes,
    @Nullable @PositiveOrZero Long eventsPerDay,
    @Nullable @PositiveOrZero Long storedEvents,
    @Nullable @Positive Long journeysOfAll,
    @Nullable DataSize definitionMemory,
    @Nullable Duration erasureDelay) {

  static LimitSettings defaults() {
    return new LimitSettings(null, null, null, null, null, null, null, null, null, null, null);
  }

  /** Returns the default limits of tenants. */
  TenantLimits ofTenant() {
    Map<Limit, Long> maxima = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      Long maximum =
          switch (limit) {
            case JOURNEYS -> journeys;
            case DEFINITION_BYTES -> bytes(definitionBytes);
            case KEYS -> keys;
            case REVISIONS -> revisions;
            case REJECTED_EVENTS -> rejectedEvents;
            case REJECTED_BYTES -> bytes(rejectedBytes);
            case EVENTS_PER_DAY -> eventsPerDay;
            case STORED_EVENTS -> storedEvents;
          };
      if (maximum != null) {
        maxima.put(limit, maximum);
      }
    }
    return new TenantLimits(maxima);
  }

  /** Returns the memory budget of journeys. */
  CatalogueMemory memory() {
    CatalogueMemory defaults = CatalogueMemory.ofHeap();
    Long bytes = bytes(definitionMemory);
    return new CatalogueMemory(
        bytes == null ? defaults.definitionBytes() : bytes,
        Objects.requireNonNullElse(journeysOfAll, defaults.journeys()));
  }

  /** Returns the time from a deletion to the removal of events from the disk. */
  java.time.Duration erasure() {
    return Objects.requireNonNullElseGet(erasureDelay, () -> Duration.minutes(15)).toJavaDuration();
  }

  private static @Nullable Long bytes(@Nullable DataSize size) {
    return size == null ? null : Long.valueOf(size.toBytes());
  }

  /** Returns functions for a tenant's use of each limit. */
  static Map<Limit, ToLongFunction<TenantId>> used(
      Tenants tenants,
      JourneyCatalogue journeys,
      ToLongBiFunction<TenantId, Limit> rejectedEvents,
      ToLongBiFunction<TenantId, Limit> events) {
    Map<Limit, ToLongFunction<TenantId>> used = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      used.put(
          limit,
          switch (limit) {
            case JOURNEYS, DEFINITION_BYTES, REVISIONS -> tenant -> journeys.used(tenant, limit);
            case KEYS -> tenants::keysInForce;
            case REJECTED_EVENTS, REJECTED_BYTES ->
                tenant -> rejectedEvents.applyAsLong(tenant, limit);
            case EVENTS_PER_DAY, STORED_EVENTS -> tenant -> events.applyAsLong(tenant, limit);
          });
    }
    return used;
  }
}
