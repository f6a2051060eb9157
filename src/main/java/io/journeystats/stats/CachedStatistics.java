package io.journeystats.stats;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.journeystats.event.EventBatch;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Statistics remembered by query: equal queries that come together are answered by one run, answers
 * that may still change live for seconds, those of an ended time live long. Events that change an
 * answer drop it, at once or within a moment.
 */
public final class CachedStatistics implements Statistics {
  private final Statistics source;
  private final CacheSettings settings;
  private final InstantSource clock;
  private final AsyncCache<StatsQuery<?>, Remembered> answers;
  private final Ticker ticker = Ticker.systemTicker();
  private final Map<TenantId, Long> latestBatches = new ConcurrentHashMap<>();

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
   * Drops the answers that the events of a batch may have changed. Those of running times may live
   * on for a moment: were they dropped at once, a busy journey would never be answered from memory.
   */
  public void forget(EventBatch batch) {
    latestBatches.put(batch.tenant(), ticker.read());
    Instant now = clock.instant();
    for (StatsQuery<?> query : answers.asMap().keySet()) {
      if (batch.concerns(query.tenant())) {
        forget(query, batch, now);
      }
    }
  }

  private void forget(StatsQuery<?> query, EventBatch batch, Instant now) {
    Dependence dependence = Dependence.of(query);
    boolean changed =
        dependence.includes(batch.ofJourney(query.journey()))
            || (dependence.onCustomEvents() && dependence.includes(batch.ofTenant()));
    if (changed && dependence.hasEnded(now)) {
      answers.asMap().remove(query);
    } else if (changed) {
      expireSoon(query);
    }
  }

  private void expireSoon(StatsQuery<?> query) {
    var expirations = answers.synchronous().policy().expireVariably().orElseThrow();
    expirations
        .getExpiresAfter(query)
        .map(settings.runningLifetime()::minus)
        // An answer that is still being made has no age yet; it is told when it is ready.
        .filter(age -> !age.isNegative())
        .ifPresent(age -> {
          Duration rest = settings.busyLifetime().minus(age);
          if (rest.isPositive()) {
            expirations.setExpiresAfter(query, rest);
          } else {
            answers.asMap().remove(query);
          }
        });
  }

  /** How often answers were found, made and dropped. */
  public CacheStats statistics() {
    return answers.synchronous().stats();
  }

  /**
   * Whether the time has ended is decided before the answer is made: events that come while it is
   * made must not be missing for long.
   */
  private Remembered remember(StatsQuery<?> query) {
    boolean ended = Dependence.of(query).hasEnded(clock.instant());
    long begin = ticker.read();
    Object answer = source.answer(query);
    Long latestBatch = latestBatches.get(query.tenant());
    Duration running =
        latestBatch != null && latestBatch - begin >= 0
            ? settings.busyLifetime()
            : settings.runningLifetime();
    return new Remembered(answer, ended ? settings.endedLifetime() : running);
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
