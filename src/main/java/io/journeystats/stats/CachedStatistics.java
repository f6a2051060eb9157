package io.journeystats.stats;

import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.event.EventBatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Statistics remembered by query: equal queries that come together are answered by one run, answers
 * that may still change live for seconds, those of an ended time live long. Events that change an
 * answer end its life, at once or within a moment. While the store is away, answers are shown
 * beyond their life.
 */
public final class CachedStatistics implements Statistics {
  private final CacheSettings settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Memory memory;
  private final Runs runs;
  private final CacheFigures figures;

  /**
   * Remembers the answers of a source.
   *
   * @param source what answers the first time
   * @param turnstile what each question to the source has to pass
   * @param settings how much and how long
   * @param clock tells whether a time has ended
   * @param ticker tells how old an answer is
   * @param executor runs the queries
   */
  public CachedStatistics(
      Statistics source,
      Turnstile turnstile,
      CacheSettings settings,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this.settings = settings;
    this.clock = clock;
    this.ticker = ticker;
    this.memory = new Memory(settings, ticker);
    this.runs = new Runs(source, turnstile, memory, settings, clock, ticker, executor);
    this.figures = new CacheFigures(memory, runs.times());
  }

  @Override
  public <R> R answer(StatsQuery<R> query) {
    return answer(query, Asker.PATIENT);
  }

  /** The same statistics for somebody who has wishes and wants to know how old they are. */
  public Statistics answering(Asker asker) {
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        return CachedStatistics.this.answer(query, asker);
      }
    };
  }

  /**
   * Ends the life of the answers that the events of a batch may have changed. Those of running
   * times may live on for a moment: were they dropped at once, a busy journey would never be
   * answered from memory.
   */
  public void forget(EventBatch batch) {
    Instant now = clock.instant();
    runs.change(batch);
    Source.of(batch)
        .forEach(source ->
            memory.forEach(
                source,
                (query, remembered) -> {
                  Dependence dependence = remembered.dependence();
                  if (dependence.isTouchedBy(batch, query)) {
                    remembered.shorten(settings.lifetime(dependence.hasEnded(now), true));
                  }
                }));
  }

  /** How often answers were found, made and dropped. */
  public CacheFigures figures() {
    return figures;
  }

  @SuppressWarnings("unchecked") // a query's answer is remembered under the query
  private <R> R answer(StatsQuery<R> query, Asker asker) {
    return (R)
        (asker.wantsFreshAnswer() ? made(runs.anew(query), asker) : known(query, asker)).answer();
  }

  private Remembered known(StatsQuery<?> query, Asker asker) {
    long now = ticker.read();
    Remembered known = memory.find(query);
    if (known != null && known.isFresh(now)) {
      figures.countHit();
      if (known.isDue(now)) {
        // Nobody waits for it, and nobody is told if it fails.
        var _ = runs.join(query);
      }
      asker.learn(known.freshness(now));
      return known;
    }
    try {
      return made(runs.join(query), asker);
    } catch (StoreUnavailableException failure) {
      Remembered stale = Outage.isOutage(failure) ? memory.find(query) : null;
      if (stale == null) {
        throw failure;
      }
      figures.countStale();
      asker.learn(stale.staleness(ticker.read()));
      return stale;
    }
  }

  private Remembered made(Run run, Asker asker) {
    figures.countMiss();
    Remembered made = runs.await(run, asker);
    asker.learn(made.freshness(ticker.read()));
    return made;
  }
}
