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
 * The section {@code limits} of the configuration, as written: how much a tenant may have unless
 * the operator sets other limits for it, and how much memory journeys take.
 *
 * @param journeys how many journeys
 * @param definitionBytes the bytes of the definitions of all its journeys
 * @param keys how many keys in force
 * @param revisions how many changes of one journey
 * @param rejectedEvents how many rejected events are kept
 * @param rejectedBytes the bytes of those
 * @param eventsPerDay how many events can be accepted on a day, UTC; no limit unless given
 * @param storedEvents how many events can be stored; no limit unless given
 * @param journeysOfAll how many journeys of all tenants together
 * @param definitionMemory the heap that definitions may take
 * @param erasureDelay how long after a journey was deleted its events are removed from the disk, as
 *     some may still be on their way
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

  /** How much each tenant may have. */
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

  /** How much memory journeys take. */
  CatalogueMemory memory() {
    CatalogueMemory usual = CatalogueMemory.ofHeap();
    Long bytes = bytes(definitionMemory);
    return new CatalogueMemory(
        bytes == null ? usual.definitionBytes() : bytes,
        Objects.requireNonNullElse(journeysOfAll, usual.journeys()));
  }

  /** How long deleted events stay on the disk. */
  java.time.Duration erasure() {
    return Objects.requireNonNullElseGet(erasureDelay, () -> Duration.minutes(15)).toJavaDuration();
  }

  private static @Nullable Long bytes(@Nullable DataSize size) {
    return size == null ? null : Long.valueOf(size.toBytes());
  }

  /** How much a tenant uses of each limit. */
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
