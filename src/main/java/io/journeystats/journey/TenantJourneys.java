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
 * The journeys of one tenant at one moment.
 *
 * @param journeys by id; never changed once it stands here
 * @param deleted when those were deleted whose events are not off the disk yet
 * @param written how much the tenant wrote into the log lately
 */
record TenantJourneys(
    Map<JourneyId, StoredJourney> journeys, Map<JourneyId, Instant> deleted, WrittenToday written) {
  /** Those of a tenant that has none. */
  static final TenantJourneys NONE = new TenantJourneys(Map.of(), Map.of(), new WrittenToday(0, 0));

  Optional<StoredJourney> find(JourneyId id) {
    return Optional.ofNullable(journeys.get(id));
  }

  /** The bytes of all definitions. */
  long definitionBytes() {
    return journeys.values().stream().mapToLong(journey -> journey.head().definitionBytes()).sum();
  }

  /** Those that were deleted before that time and whose events are not off the disk yet. */
  List<JourneyId> deletedBefore(Instant time) {
    return deleted.entrySet().stream()
        .filter(journey -> journey.getValue().isBefore(time))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Tells whether nothing is left of the tenant's journeys. */
  boolean isGone() {
    return journeys.isEmpty() && deleted.isEmpty();
  }

  /** The positions of all present definitions. */
  List<Long> definedAt() {
    return journeys.values().stream().map(StoredJourney::definedAt).toList();
  }

  /** How much of a limit the tenant uses. */
  long used(Limit limit) {
    return switch (limit) {
      case JOURNEYS -> journeys.size();
      case DEFINITION_BYTES -> definitionBytes();
      case REVISIONS ->
          journeys.values().stream().mapToLong(StoredJourney::version).max().orElse(0);
      case KEYS, REJECTED_EVENTS, REJECTED_BYTES, EVENTS_PER_DAY, STORED_EVENTS ->
          throw new IllegalArgumentException(limit + " is not about journeys");
    };
  }

  /** The same after further changes. */
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
    Optional<StoredJourney> present = Optional.ofNullable(next.get(id));
    Optional<StoredJourney> after = StoredJourney.after(present, id, change, what);
    after.ifPresentOrElse(journey -> next.put(id, journey), () -> next.remove(id));
    if (what instanceof JourneyChange.TenantDeleted) {
      next.clear();
      gone.clear();
    } else if (present.isPresent() && after.isEmpty()) {
      gone.put(id, change.at());
    } else if (what instanceof JourneyChange.Erased) {
      gone.remove(id);
    }
  }
}
