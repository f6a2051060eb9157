package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.http.RequestMemory;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a journey became what it is: the changes that had an effect, oldest first, read from the log
 * when somebody asks.
 */
final class JourneyHistory {
  /**
   * How many bytes of the heap a byte of what is read at once takes at most: as it came, as text,
   * and one change of it as objects.
   */
  private static final int OBJECTS = 6;

  private final JourneyId id;
  private final List<Entry> entries = new ArrayList<>();
  private Optional<StoredJourney> journey = Optional.empty();

  /** The history of a journey, before its first change. */
  JourneyHistory(JourneyId id) {
    this.id = id;
  }

  /**
   * One change: who did what, when.
   *
   * @param at when
   * @param author the id of the key
   * @param change what; of definitions the title only
   */
  record Entry(Instant at, String author, JourneyChange change) {}

  /**
   * Reads a history.
   *
   * @param memory has to have room for the changes that are read at once
   */
  static JourneyHistory read(ChangeLog log, TenantId tenant, JourneyId id, RequestMemory memory) {
    JourneyHistory history = new JourneyHistory(id);
    log.forEach(tenant.value(), id.toString(), bytes -> memory.take(OBJECTS * bytes), history::add);
    return history;
  }

  /** Adds the next change; one that has no effect is no entry. */
  void add(Change change) {
    JourneyChange.read(change)
        .ifPresent(what -> {
          Optional<StoredJourney> next = StoredJourney.after(journey, id, change, what);
          if (!next.equals(journey)) {
            entries.add(new Entry(change.at(), change.author(), what.titleOnly()));
          }
          journey = next;
        });
  }

  /** The changes. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }
}
