package io.journeystats.dashboard;

import io.journeystats.journey.JourneyHead;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order of the journeys list: by a column, what is the same there by id.
 *
 * @param by the column
 * @param descending whether the largest is first; what has nothing in the column is last anyhow
 */
record JourneyOrder(JourneySort by, boolean descending) {
  /** The latest first. */
  static final JourneyOrder USUAL = new JourneyOrder(JourneySort.CREATED_AT, true);

  /** All orders that there are. */
  static final List<JourneyOrder> ALL =
      Stream.of(JourneySort.values())
          .flatMap(by -> Stream.of(new JourneyOrder(by, false), new JourneyOrder(by, true)))
          .toList();

  /** A journey with what orders it. */
  record Ranked(JourneyHead journey, List<String> key) {}

  /** Its name in the address. */
  String key() {
    return (descending ? "-" : "") + by.key();
  }

  /**
   * Journeys in this order.
   *
   * @param journeys some, in any order
   * @param numbers the number of each, where the order is by numbers; empty where it cannot be
   *     given
   * @param after the key behind which they begin; empty for all
   */
  List<Ranked> rank(
      Collection<JourneyHead> journeys,
      Function<JourneyHead, Optional<Long>> numbers,
      Optional<List<String>> after) {
    Comparator<List<String>> order = comparator();
    return journeys.stream()
        .map(journey -> new Ranked(journey, key(journey, numbers.apply(journey))))
        .filter(ranked -> after.filter(key -> order.compare(ranked.key(), key) <= 0).isEmpty())
        .sorted(Comparator.comparing(Ranked::key, order))
        .toList();
  }

  private List<String> key(JourneyHead journey, Optional<Long> number) {
    return List.of(by.field(journey, number), journey.id().toString());
  }

  private Comparator<List<String>> comparator() {
    Comparator<String> fields = descending ? by.order().reversed() : by.order();
    return Comparator.<List<String>, Boolean>comparing(key -> key.getFirst().isEmpty())
        .thenComparing(List::getFirst, fields)
        .thenComparing(List::getLast);
  }
}
