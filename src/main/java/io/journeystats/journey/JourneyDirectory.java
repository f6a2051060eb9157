package io.journeystats.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import io.journeystats.tenant.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The journeys of all tenants at one moment: what the log of changes adds up to.
 *
 * @param tenants the journeys of each tenant by id; never changed once it stands here
 */
record JourneyDirectory(Map<TenantId, Map<JourneyId, JourneyHistory>> tenants) {
  /** The directory before the first change. */
  static final JourneyDirectory EMPTY = new JourneyDirectory(Map.of());

  private static final ObjectReader READER = Json.mapper().readerFor(JourneyChange.class);

  Optional<JourneyHistory> find(TenantId tenant, JourneyId id) {
    return Optional.ofNullable(tenants.getOrDefault(tenant, Map.of()).get(id));
  }

  Collection<JourneyHistory> all(TenantId tenant) {
    return tenants.getOrDefault(tenant, Map.of()).values();
  }

  /** This directory after further changes; only the tenants they concern are copied. */
  JourneyDirectory after(List<Change> changes) {
    Map<TenantId, Map<JourneyId, JourneyHistory>> next = new HashMap<>(tenants);
    Set<TenantId> copied = new HashSet<>();
    for (Change change : changes) {
      TenantId tenant = new TenantId(change.tenant());
      if (copied.add(tenant)) {
        next.put(tenant, new HashMap<>(next.getOrDefault(tenant, Map.of())));
      }
      JourneyId id = new JourneyId(UUID.fromString(change.subject()));
      Map<JourneyId, JourneyHistory> journeys = next.get(tenant);
      var entry = new JourneyHistory.Entry(change.at(), change.author(), read(change));
      JourneyHistory.after(Optional.ofNullable(journeys.get(id)), id, entry)
          .ifPresent(history -> journeys.put(id, history));
    }
    return new JourneyDirectory(next);
  }

  private static JourneyChange read(Change change) {
    try {
      return READER.readValue(change.payload());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "change " + change.id() + " of journey " + change.subject() + " cannot be read",
          unreadable);
    }
  }
}
