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
 * The cached answers, by query, with an index by the source of their events. An answer stays until
 * it expires or is evicted, fresh or not.
 */
final class AnswerCache {
  private final Cache<StatsQuery<?>, CacheEntry> answers;

  /**
   * The queries by the source of their events. It changes only while the cache changes the query's
   * entry, so the two cannot disagree.
   */
  private final Map<EventSource, Set<StatsQuery<?>>> bySource = new ConcurrentHashMap<>();

  private final CacheSettings settings;
  private final Ticker ticker;

  AnswerCache(CacheSettings settings, Ticker ticker) {
    this.settings = settings;
    this.ticker = ticker;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(settings.maximumNumbers())
            .weigher((StatsQuery<?> query, CacheEntry entry) -> query.weight() + entry.weight())
            .expireAfterWrite(settings.staleLifetime())
            .ticker(ticker)
            // The evicting thread runs the listener: a test has nothing else to wait for.
            .executor(Runnable::run)
            .evictionListener(this::removeFromSources)
            .recordStats()
            .build();
  }

  /** The cached answer to a query, of any age; null if there is none. */
  @Nullable CacheEntry find(StatsQuery<?> query) {
    return answers.getIfPresent(query);
  }

  /** Caches an answer, unless a later one is there; the one before is kept with it for seconds. */
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
                  if (known != null && known != made) {
                    made.replace(known, ticker.read(), settings.runningLifetime());
                  }
                  addToSources(query, made);
                  return made;
                });
  }

  /** Visits every answer that depends on events of a source. */
  void forEach(EventSource source, BiConsumer<StatsQuery<?>, CacheEntry> consumer) {
    bySource
        .getOrDefault(source, Set.of())
        .forEach(query -> {
          CacheEntry entry = answers.asMap().get(query);
          if (entry != null) {
            consumer.accept(query, entry);
          }
        });
  }

  /** The number of answers evicted because of size or age. */
  long evictions() {
    return answers.stats().evictionCount();
  }

  /** The number of cached answers. */
  long size() {
    return answers.estimatedSize();
  }

  private void addToSources(StatsQuery<?> query, CacheEntry entry) {
    EventSource.of(query, entry.scope())
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
      @Nullable StatsQuery<?> query, @Nullable CacheEntry entry, RemovalCause cause) {
    if (query == null || entry == null) {
      throw new IllegalStateException("an entry without a key: " + cause);
    }
    EventSource.of(query, entry.scope())
        .forEach(source ->
            bySource.computeIfPresent(
                source,
                (_, queries) -> {
                  queries.remove(query);
                  return queries.isEmpty() ? null : queries;
                }));
  }
}
