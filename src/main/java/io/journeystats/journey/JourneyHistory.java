package io.journeystats.journey;

import io.journeystats.clickhouse.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a journey became what it is: the changes that had an effect, oldest first, read from the log
 * when somebody asks.
 */
final class JourneyHistory {
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
