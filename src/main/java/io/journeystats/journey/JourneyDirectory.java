package io.journeystats.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import io.journeystats.tenant.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journeys of all tenants at one moment: what the log of changes adds up to.
 *
 * @param tenants the journeys of each tenant by id; never changed once it stands here
 */
record JourneyDirectory(Map<TenantId, Map<JourneyId, JourneyHistory>> tenants) {
  /** The directory before the first change. */
  static final JourneyDirectory EMPTY = new JourneyDirectory(Map.of());

  private static final Logger LOG = LoggerFactory.getLogger(JourneyDirectory.class);
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
    changes.stream()
        .collect(Collectors.groupingBy(change -> new TenantId(change.tenant())))
        .forEach((tenant, own) -> next.put(tenant, after(all(tenant), own)));
    return new JourneyDirectory(next);
  }

  private static Map<JourneyId, JourneyHistory> after(
      Collection<JourneyHistory> present, List<Change> changes) {
    Map<JourneyId, JourneyHistory> next = new HashMap<>();
    present.forEach(history -> next.put(history.journey().id(), history));
    for (Change change : changes) {
      JourneyId id = new JourneyId(UUID.fromString(change.subject()));
      read(change)
          .map(read -> new JourneyHistory.Entry(change.at(), change.author(), read))
          .flatMap(entry -> JourneyHistory.after(Optional.ofNullable(next.get(id)), id, entry))
          .ifPresent(history -> next.put(id, history));
    }
    return next;
  }

  /** A change that cannot be read has no effect: one journey's must not take all others along. */
  private static Optional<JourneyChange> read(Change change) {
    try {
      return Optional.of(READER.<JourneyChange>readValue(change.payload()));
    } catch (JsonProcessingException unreadable) {
      LOG.error(
          "Change {} of journey {} cannot be read", change.id(), change.subject(), unreadable);
      return Optional.empty();
    }
  }
}
