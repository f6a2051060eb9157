package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.http.RequestMemory;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The effective changes of a journey, oldest first, read from the log on demand. */
final class JourneyHistory {
  /** The maximum heap per byte read at once: as received, as text, and one change as objects. */
  private static final int OBJECT_BYTES_PER_BYTE = 6;

  private final JourneyId id;
  private final List<Entry> entries = new ArrayList<>();
  private Optional<StoredJourney> journey = Optional.empty();

  /** Creates the empty history of a journey. */
  JourneyHistory(JourneyId id) {
    this.id = id;
  }

  /**
   * A change.
   *
   * @param at when it was made
   * @param author the id of the API key
   * @param change the change, without steps and goals
   */
  record Entry(Instant at, String author, JourneyChange change) {}

  /**
   * Reads a history.
   *
   * @param memory is charged for the changes that are read at once
   */
  static JourneyHistory read(ChangeLog log, TenantId tenant, JourneyId id, RequestMemory memory) {
    JourneyHistory history = new JourneyHistory(id);
    log.forEach(
        tenant.value(),
        id.toString(),
        bytes -> memory.take(OBJECT_BYTES_PER_BYTE * bytes),
        history::add);
    return history;
  }

  /** Adds the next change; a change without effect is skipped. */
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

  /** Returns the changes. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }
}
