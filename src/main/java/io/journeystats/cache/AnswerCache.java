package io.journeystats.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.query.EventSource;
import io.journeystats.query.StatsQuery;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are remembered, found by query, and by the events that they rest on. Fresh or
 * not, an answer stays until it is old or room is needed.
 */
final class AnswerCache {
  private final Cache<StatsQuery<?>, CacheEntry> answers;

  /**
   * Which queries rest on which events. It changes only while the cache changes the query's entry,
   * so that the two cannot disagree.
   */
  private final Map<EventSource, Set<StatsQuery<?>>> bySource = new ConcurrentHashMap<>();

  AnswerCache(CacheSettings settings, Ticker ticker) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(settings.maximumNumbers())
            .weigher((StatsQuery<?> query, CacheEntry remembered) ->
                query.weight() + remembered.weight())
            .expireAfterWrite(settings.staleLifetime())
            .ticker(ticker)
            // Whoever makes room does it himself: nothing else has to be waited for in a test.
            .executor(Runnable::run)
            .evictionListener(this::removeFromSources)
            .recordStats()
            .build();
  }

  /** The answer to a query, of whatever age. */
  @Nullable CacheEntry find(StatsQuery<?> query) {
    return answers.getIfPresent(query);
  }

  /** Remembers an answer, unless a later one is there. */
  void keep(StatsQuery<?> query, CacheEntry made) {
    var _ =
        answers
            .asMap()
            .compute(
                query,
                (_, known) -> {
                  if (known != null && made.isOlderThan(known)) {
                    return known;
                  }
                  addToSources(query, made);
                  return made;
                });
  }

  /** Shows every answer that rests on such events. */
  void forEach(EventSource source, BiConsumer<StatsQuery<?>, CacheEntry> consumer) {
    bySource
        .getOrDefault(source, Set.of())
        .forEach(query -> {
          CacheEntry remembered = answers.asMap().get(query);
          if (remembered != null) {
            consumer.accept(query, remembered);
          }
        });
  }

  /** How many answers were dropped for want of room or of interest. */
  long evictions() {
    return answers.stats().evictionCount();
  }

  /** How many answers there are. */
  long size() {
    return answers.estimatedSize();
  }

  private void addToSources(StatsQuery<?> query, CacheEntry remembered) {
    EventSource.of(query, remembered.dependence())
        .forEach(source ->
            bySource.compute(
                source,
                (_, known) -> {
                  Set<StatsQuery<?>> queries =
                      known == null ? ConcurrentHashMap.newKeySet() : known;
                  queries.add(query);
                  return queries;
                }));
  }

  private void removeFromSources(
      @Nullable StatsQuery<?> query, @Nullable CacheEntry remembered, RemovalCause cause) {
    if (query == null || remembered == null) {
      throw new IllegalStateException("an entry without a key: " + cause);
    }
    EventSource.of(query, remembered.dependence())
        .forEach(source ->
            bySource.computeIfPresent(
                source,
                (_, queries) -> {
                  queries.remove(query);
                  return queries.isEmpty() ? null : queries;
                }));
  }
}
