package io.journeystats.cache;

import io.journeystats.query.StatsQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses entries about one journey that are shown together, so that there is a moment at which all
 * of them were right. Otherwise clicks of now would be divided by recipients of ten seconds ago.
 */
final class ConsistentEntries {
  private ConsistentEntries() {}

  /**
   * Returns the entries of the latest moment at which every query has one. Where there is no such
   * moment, returns the latest entries that were right when the last of them was computed; the
   * others have to be computed again.
   *
   * @param entries the entries of each query that may be served, latest first; empty for a query
   *     that has to be computed now
   * @param now the present, by the cache's ticker
   */
  static Map<StatsQuery<?>, CacheEntry> of(Map<StatsQuery<?>, List<CacheEntry>> entries, long now) {
    if (entries.values().stream().anyMatch(List::isEmpty)) {
      return latest(entries, now);
    }
    List<Long> moments =
        entries.values().stream()
            .flatMap(List::stream)
            .map(entry -> entry.made() - now)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .map(age -> now + age)
            .toList();
    return moments.stream()
        .map(moment -> at(entries, moment))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> latest(entries, moments.getFirst()));
  }

  /** The entry of every query at a moment; empty if a query has none. */
  private static Optional<Map<StatsQuery<?>, CacheEntry>> at(
      Map<StatsQuery<?>, List<CacheEntry>> entries, long moment) {
    Map<StatsQuery<?>, CacheEntry> chosen = new HashMap<>();
    for (Map.Entry<StatsQuery<?>, List<CacheEntry>> one : entries.entrySet()) {
      Optional<CacheEntry> right =
          one.getValue().stream().filter(entry -> entry.wasRightAt(moment)).findFirst();
      if (right.isEmpty()) {
        return Optional.empty();
      }
      chosen.put(one.getKey(), right.get());
    }
    return Optional.of(chosen);
  }

  /** The latest entries, without those that were wrong by a moment. */
  private static Map<StatsQuery<?>, CacheEntry> latest(
      Map<StatsQuery<?>, List<CacheEntry>> entries, long moment) {
    Map<StatsQuery<?>, CacheEntry> latest = new HashMap<>();
    entries.forEach((query, some) ->
        some.stream()
            .findFirst()
            .filter(entry -> entry.wasRightAt(moment))
            .ifPresent(entry -> latest.put(query, entry)));
    return latest;
  }
}
