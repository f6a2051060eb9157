package io.journeystats.journey;

import com.google.common.base.Utf8;
import io.journeystats.clickhouse.Change;
import java.util.Optional;

/**
 * The in-memory representation of a journey: the state after all of its changes, without the
 * definition, which stays in the log. A change that the life cycle does not allow has no effect, so
 * {@code stopped} and {@code finished} are final.
 *
 * @param head the list entry
 * @param version the number of effective changes, which an edit may name as its base
 * @param definedAt the log position of the change with the current steps and goals
 */
record StoredJourney(JourneyHead head, int version, long definedAt) {

  /** Applies a change; empty if there is no journey afterwards. */
  static Optional<StoredJourney> after(
      Optional<StoredJourney> current, JourneyId id, Change change, JourneyChange what) {
    return switch (what) {
      case JourneyChange.Created created ->
          current.or(() -> Optional.of(begin(id, change, created)));
      case JourneyChange.Replaced replaced ->
          current.map(journey ->
              journey.head.status().isEditable()
                  ? journey.redefined(change, replaced.definition())
                  : journey);
      case JourneyChange.Renamed renamed ->
          current.map(journey ->
              new StoredJourney(
                  journey.head.renamed(renamed.title()), journey.version + 1, journey.definedAt));
      case JourneyChange.Moved moved ->
          current.map(journey ->
              journey.head.status().canBecome(moved.status())
                  ? new StoredJourney(
                      journey.head.moved(moved.status(), change.at()),
                      journey.version + 1,
                      journey.definedAt)
                  : journey);
      case JourneyChange.Deleted _ ->
          current.filter(journey -> !journey.head.status().isDeletable());
      case JourneyChange.Erased _ -> current;
      case JourneyChange.TenantDeleted _ -> Optional.empty();
    };
  }

  private static StoredJourney begin(JourneyId id, Change change, JourneyChange.Created created) {
    Definition definition = created.definition();
    JourneyHead head =
        new JourneyHead(
            id,
            definition.title(),
            definition.category(),
            created.type(),
            JourneyStatus.DRAFT,
            change.at(),
            Optional.empty(),
            Optional.empty(),
            bytes(change.payload()));
    return new StoredJourney(head, 1, change.position());
  }

  private StoredJourney redefined(Change change, Definition definition) {
    return new StoredJourney(
        head.redefined(definition, bytes(change.payload())), version + 1, change.position());
  }

  /** Returns the size of a definition, including the small rest of the change that contains it. */
  static int bytes(String payload) {
    return Utf8.encodedLength(payload);
  }
}
