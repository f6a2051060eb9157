package io.journeystats.stats;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.journeystats.event.EventBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Statistics remembered by query: equal queries that come together are answered by one run, answers
 * that may still change live for seconds, those of an ended time live long and are dropped when
 * late events arrive for it.
 */
public final class CachedStatistics implements Statistics {
  private final Statistics source;
  private final CacheSettings settings;
  private final InstantSource clock;
  private final AsyncCache<StatsQuery<?>, Remembered> answers;

  /**
   * Remembers the answers of a source.
   *
   * @param source what answers the first time
   * @param settings how much and how long
   * @param clock tells whether a time has ended
   * @param executor runs the queries
   */
  public CachedStatistics(
      Statistics source, CacheSettings settings, InstantSource clock, Executor executor) {
    this.source = source;
    this.settings = settings;
    this.clock = clock;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(settings.maximumNumbers())
            .weigher((StatsQuery<?> _, Remembered remembered) -> weight(remembered.answer()))
            .expireAfter(
                Expiry.<StatsQuery<?>, Remembered>creating(
                    (_, remembered) -> remembered.lifetime()))
            .executor(executor)
            .recordStats()
            .buildAsync();
  }

  @Override
  @SuppressWarnings("unchecked") // a query's answer is remembered under the query
  public <R> R answer(StatsQuery<R> query) {
    return (R) await(answers.get(query, this::remember)).answer();
  }

  /** The same statistics, but every answer made anew, and remembered. */
  public Statistics afresh() {
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        answers.asMap().remove(query);
        return CachedStatistics.this.answer(query);
      }
    };
  }

  /**
   * Drops the answers of ended times that the events of a batch may have changed. Answers of
   * running times stay until they expire: were they dropped, a busy journey would never be answered
   * from memory.
   */
  public void forget(EventBatch batch) {
    Instant now = clock.instant();
    answers
        .asMap()
        .keySet()
        .removeIf(query -> batch.concerns(query.tenant()) && isOutdated(query, batch, now));
  }

  /** How often answers were found, made and dropped. */
  public CacheStats statistics() {
    return answers.synchronous().stats();
  }

  private static boolean isOutdated(StatsQuery<?> query, EventBatch batch, Instant now) {
    Dependence dependence = Dependence.of(query);
    return dependence.hasEnded(now)
        && (dependence.includes(batch.ofJourney(query.journey()))
            || (dependence.onCustomEvents() && dependence.includes(batch.ofTenant())));
  }

  /**
   * Whether the time has ended is decided before the answer is made: events that come while it is
   * made must not be missing for long.
   */
  private Remembered remember(StatsQuery<?> query) {
    Duration lifetime =
        Dependence.of(query).hasEnded(clock.instant())
            ? settings.endedLifetime()
            : settings.runningLifetime();
    return new Remembered(source.answer(query), lifetime);
  }

  private static int weight(Object answer) {
    return switch (answer) {
      case Answer numbers -> 1 + numbers.size();
      case UserPage page -> 1 + page.users().size();
      default -> 1;
    };
  }

  private static Remembered await(CompletableFuture<Remembered> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private record Remembered(Object answer, Duration lifetime) {}
}
