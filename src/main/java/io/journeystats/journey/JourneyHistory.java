package io.journeystats.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A journey and how it became what it is: what its changes add up to, in the order of the log. A
 * change that the life cycle does not allow where it stands has no effect and no entry, so {@code
 * stopped} and {@code finished} absorb whatever comes after.
 *
 * @param journey as it is defined now
 * @param entries the changes that had an effect, oldest first; never empty
 */
record JourneyHistory(Journey journey, List<Entry> entries) {

  /**
   * One change: who did what, when.
   *
   * @param at when
   * @param author the id of the key
   * @param change what
   */
  record Entry(Instant at, String author, JourneyChange change) {}

  /** Copies the list. */
  JourneyHistory {
    entries = List.copyOf(entries);
  }

  /** The number of the present version, from 1; an edit may name the one it was made on. */
  int version() {
    return entries.size();
  }

  /** What becomes of a journey by a further change; of none, where there is none yet. */
  static Optional<JourneyHistory> after(
      Optional<JourneyHistory> present, JourneyId id, Entry entry) {
    return switch (entry.change()) {
      case JourneyChange.Created created ->
          present.or(() -> Optional.of(begin(id, entry, created)));
      case JourneyChange.Replaced replaced ->
          present.map(history ->
              history.journey.status().isEditable()
                  ? history.with(history.redefined(replaced.definition()), entry)
                  : history);
      case JourneyChange.Renamed renamed ->
          present.map(history -> history.with(history.renamed(renamed.title()), entry));
      case JourneyChange.Moved moved ->
          present.map(history ->
              history.journey.status().canBecome(moved.status())
                  ? history.with(history.moved(moved.status(), entry.at()), entry)
                  : history);
    };
  }

  private static JourneyHistory begin(JourneyId id, Entry entry, JourneyChange.Created created) {
    Definition definition = created.definition();
    Journey journey =
        new Journey(
            id,
            definition.title(),
            definition.category(),
            created.type(),
            JourneyStatus.DRAFT,
            entry.at(),
            Optional.empty(),
            Optional.empty(),
            definition.steps(),
            definition.goals());
    return new JourneyHistory(journey, List.of(remembered(entry)));
  }

  private JourneyHistory with(Journey next, Entry entry) {
    List<Entry> longer = new ArrayList<>(entries);
    longer.add(remembered(entry));
    return new JourneyHistory(next, longer);
  }

  /** Old definitions stay in the log; memory keeps what the history shows of them. */
  private static Entry remembered(Entry entry) {
    return switch (entry.change()) {
      case JourneyChange.Created created ->
          new Entry(
              entry.at(),
              entry.author(),
              new JourneyChange.Created(
                  created.type(), created.definition().titleOnly(), created.copyOf()));
      case JourneyChange.Replaced replaced ->
          new Entry(
              entry.at(),
              entry.author(),
              new JourneyChange.Replaced(replaced.definition().titleOnly()));
      case JourneyChange.Renamed _, JourneyChange.Moved _ -> entry;
    };
  }

  private Journey redefined(Definition definition) {
    return new Journey(
        journey.id(),
        definition.title(),
        definition.category(),
        journey.type(),
        journey.status(),
        journey.createdAt(),
        journey.launchedAt(),
        journey.endedAt(),
        definition.steps(),
        definition.goals());
  }

  private Journey renamed(String title) {
    return redefined(new Definition(title, journey.category(), journey.steps(), journey.goals()));
  }

  private Journey moved(JourneyStatus status, Instant at) {
    boolean launched = status == JourneyStatus.ACTIVE;
    boolean ended = status == JourneyStatus.FINISHED || status == JourneyStatus.STOPPED;
    return new Journey(
        journey.id(),
        journey.title(),
        journey.category(),
        journey.type(),
        status,
        journey.createdAt(),
        launched ? journey.launchedAt().or(() -> Optional.of(at)) : journey.launchedAt(),
        ended ? Optional.of(at) : journey.endedAt(),
        journey.steps(),
        journey.goals());
  }
}
