package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import io.journeystats.tenant.Limit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An immutable snapshot of one tenant's journeys.
 *
 * @param journeys the journeys by id; must not be modified
 * @param deleted the deletion times of deleted journeys whose events are still on the disk
 * @param written the amount that the tenant recently wrote to the log
 */
record TenantJourneys(
    Map<JourneyId, StoredJourney> journeys, Map<JourneyId, Instant> deleted, WrittenToday written) {
  /** A tenant without journeys. */
  static final TenantJourneys NONE = new TenantJourneys(Map.of(), Map.of(), new WrittenToday(0, 0));

  Optional<StoredJourney> find(JourneyId id) {
    return Optional.ofNullable(journeys.get(id));
  }

  /** Returns the total size of all definitions in bytes. */
  long definitionBytes() {
    return journeys.values().stream().mapToLong(journey -> journey.head().definitionBytes()).sum();
  }

  /**
   * Returns the journeys that were deleted before the given time and whose events are still on the
   * disk.
   */
  List<JourneyId> deletedBefore(Instant time) {
    return deleted.entrySet().stream()
        .filter(journey -> journey.getValue().isBefore(time))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns whether no journeys are left. */
  boolean isGone() {
    return journeys.isEmpty() && deleted.isEmpty();
  }

  /** Returns the log positions of all current definitions. */
  List<Long> definedAt() {
    return journeys.values().stream().map(StoredJourney::definedAt).toList();
  }

  /** Returns the use of a limit. */
  long used(Limit limit) {
    return switch (limit) {
      case JOURNEYS -> journeys.size();
      case DEFINITION_BYTES -> definitionBytes();
      case REVISIONS ->
          journeys.values().stream().mapToLong(StoredJourney::version).max().orElse(0);
      case KEYS, REJECTED_EVENTS, REJECTED_BYTES, EVENTS_PER_DAY, STORED_EVENTS ->
          throw new IllegalArgumentException(limit + " does not concern journeys");
    };
  }

  /** Returns a copy after further changes. */
  TenantJourneys after(List<Change> changes) {
    Map<JourneyId, StoredJourney> next = new HashMap<>(journeys);
    Map<JourneyId, Instant> gone = new HashMap<>(deleted);
    WrittenToday bytes = written;
    for (Change change : changes) {
      JourneyId id = new JourneyId(UUID.fromString(change.subject()));
      bytes = bytes.after(change);
      JourneyChange.read(change).ifPresent(what -> apply(id, change, what, next, gone));
    }
    return new TenantJourneys(next, gone, bytes);
  }

  private static void apply(
      JourneyId id,
      Change change,
      JourneyChange what,
      Map<JourneyId, StoredJourney> next,
      Map<JourneyId, Instant> gone) {
    Optional<StoredJourney> current = Optional.ofNullable(next.get(id));
    Optional<StoredJourney> after = StoredJourney.after(current, id, change, what);
    after.ifPresentOrElse(journey -> next.put(id, journey), () -> next.remove(id));
    if (what instanceof JourneyChange.TenantDeleted) {
      next.clear();
      gone.clear();
    } else if (current.isPresent() && after.isEmpty()) {
      gone.put(id, change.at());
    } else if (what instanceof JourneyChange.Erased) {
      gone.remove(id);
    }
  }
}
