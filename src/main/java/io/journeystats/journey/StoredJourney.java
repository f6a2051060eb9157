package io.journeystats.journey;

import com.google.common.base.Utf8;
import io.journeystats.clickhouse.Change;
import java.util.Optional;

/**
 * What is in memory of a journey: what its changes add up to, but for its definition, which stays
 * in the log. A change that the life cycle does not allow where it stands has no effect, so {@code
 * stopped} and {@code finished} absorb whatever comes after.
 *
 * @param head what lists show
 * @param version the number of changes that had an effect; an edit may name the one it was made on
 * @param definedAt the position of the change that holds its present steps and goals
 */
record StoredJourney(JourneyHead head, int version, long definedAt) {

  /** What becomes of a journey by a further change; of none, where there is none yet. */
  static Optional<StoredJourney> after(
      Optional<StoredJourney> present, JourneyId id, Change change, JourneyChange what) {
    return switch (what) {
      case JourneyChange.Created created ->
          present.or(() -> Optional.of(begin(id, change, created)));
      case JourneyChange.Replaced replaced ->
          present.map(journey ->
              journey.head.status().isEditable()
                  ? journey.redefined(change, replaced.definition())
                  : journey);
      case JourneyChange.Renamed renamed ->
          present.map(journey ->
              new StoredJourney(
                  journey.head.renamed(renamed.title()), journey.version + 1, journey.definedAt));
      case JourneyChange.Moved moved ->
          present.map(journey ->
              journey.head.status().canBecome(moved.status())
                  ? new StoredJourney(
                      journey.head.moved(moved.status(), change.at()),
                      journey.version + 1,
                      journey.definedAt)
                  : journey);
      case JourneyChange.Deleted _ ->
          present.filter(journey -> !journey.head.status().isDeletable());
      case JourneyChange.Erased _ -> present;
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

  /** How large a definition is: what the change holds besides is not worth another count. */
  static int bytes(String payload) {
    return Utf8.encodedLength(payload);
  }
}
