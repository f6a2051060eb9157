package io.journeystats.journey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The API representation of a journey's history, oldest change first.
 *
 * @param changes the changes
 */
@Schema(name = "JourneyHistory")
record HistoryView(List<Entry> changes) {

  /**
   * A change.
   *
   * @param version the journey's version after the change
   * @param at when it was made
   * @param by the id of the API key
   * @param change {@code created}, {@code cloned}, {@code replaced}, {@code renamed}, or the new
   *     status
   * @param title the new title, if any
   */
  @Schema(name = "JourneyChange")
  record Entry(
      int version,
      Instant at,
      @Schema(description = "The id of the API key that made the change.") String by,
      @Schema(description = "`created`, `cloned`, `replaced`, `renamed`, or the new status.")
          String change,
      Optional<String> title) {}

  static HistoryView of(JourneyHistory history) {
    List<JourneyHistory.Entry> entries = history.entries();
    return new HistoryView(
        IntStream.range(0, entries.size())
            .mapToObj(index -> view(index + 1, entries.get(index)))
            .toList());
  }

  private static Entry view(int version, JourneyHistory.Entry entry) {
    return switch (entry.change()) {
      case JourneyChange.Created created ->
          new Entry(
              version,
              entry.at(),
              entry.author(),
              created.copyOf().isPresent() ? "cloned" : "created",
              Optional.of(created.definition().title()));
      case JourneyChange.Replaced replaced ->
          new Entry(
              version,
              entry.at(),
              entry.author(),
              "replaced",
              Optional.of(replaced.definition().title()));
      case JourneyChange.Renamed renamed ->
          new Entry(version, entry.at(), entry.author(), "renamed", Optional.of(renamed.title()));
      case JourneyChange.Moved moved ->
          new Entry(version, entry.at(), entry.author(), moved.status().key(), Optional.empty());
      case JourneyChange.Deleted _, JourneyChange.Erased _, JourneyChange.TenantDeleted _ ->
          new Entry(version, entry.at(), entry.author(), "deleted", Optional.empty());
    };
  }
}
