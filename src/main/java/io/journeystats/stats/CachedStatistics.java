package io.journeystats.stats;

import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.Outage;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.erasure.Epoch;
import io.journeystats.event.EventBatch;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Statistics remembered by query, also where several are asked together: equal queries that come
 * together are answered by one run, answers that may still change live for seconds, those of an
 * ended time live long. Events that change an answer end its life, at once or within a moment.
 * While the store is away, answers are shown beyond their life.
 */
public final class CachedStatistics implements Statistics {
  private final CacheSettings settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Function<TenantId, Epoch> epochs;
  private final Memory memory;
  private final Runs runs;
  private final CacheFigures figures;
  private final SeparateAnswers separateAnswers;

  /** Remembers the answers of a source in which nobody is ever erased. */
  public CachedStatistics(
      Statistics source,
      Turnstile turnstile,
      CacheSettings settings,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this(source, turnstile, settings, clock, ticker, executor, _ -> Epoch.ONLY);
  }

  /**
   * Remembers the answers of a source.
   *
   * @param source what answers the first time
   * @param turnstile what each question to the source has to pass
   * @param settings how much and how long
   * @param clock tells whether a time has ended
   * @param ticker tells how old an answer is
   * @param executor runs the queries
   * @param epochs tells which users of a tenant have been erased: by another number after each
   *     erasure
   */
  public CachedStatistics(
      Statistics source,
      Turnstile turnstile,
      CacheSettings settings,
      InstantSource clock,
      Ticker ticker,
      Executor executor,
      Function<TenantId, Epoch> epochs) {
    this.epochs = epochs;
    this.settings = settings;
    this.clock = clock;
    this.ticker = ticker;
    this.memory = new Memory(settings, ticker);
    this.runs = new Runs(source, turnstile, memory, settings, clock, ticker, executor);
    this.figures = new CacheFigures(memory, runs.times());
    this.separateAnswers = new SeparateAnswers(ticker);
  }

  @Override
  public <R> R answer(StatsQuery<R> query) {
    return answers(List.of(query), Asker.PATIENT).getFirst();
  }

  @Override
  public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    return answers(queries, Asker.PATIENT);
  }

  /** The same statistics for somebody who has wishes and wants to know how old they are. */
  public Statistics answering(Asker asker) {
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        return answers(List.of(query), asker).getFirst();
      }

      @Override
      public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
        return answers(queries, asker);
      }

      @Override
      public <R> List<Optional<R>> answerEach(List<? extends StatsQuery<R>> queries) {
        return separateAnswers.answer(this, queries, asker.wantsFreshAnswer());
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
                    remembered.change(settings.lifetime(dependence.hasEnded(now), true));
                  }
                }));
  }

  /** How often answers were found, made and dropped. */
  public CacheFigures figures() {
    return figures;
  }

  @SuppressWarnings("unchecked") // a query's answer is remembered under the query
  private <R> List<R> answers(List<? extends StatsQuery<R>> queries, Asker asker) {
    List<StatsQuery<?>> once =
        queries.stream().<StatsQuery<?>>map(query -> query).distinct().toList();
    if (once.isEmpty()) {
      return List.of();
    }
    Map<StatsQuery<?>, Remembered> answers =
        answers(once, epochs.apply(once.getFirst().tenant()), asker);
    return queries.stream()
        .map(query -> (R) Objects.requireNonNull(answers.get(query)).answer())
        .toList();
  }

  private Map<StatsQuery<?>, Remembered> answers(
      List<StatsQuery<?>> queries, Epoch epoch, Asker asker) {
    if (asker.wantsFreshAnswer()) {
      epoch
          .failure()
          .ifPresent(failure -> {
            throw failure;
          });
      return made(runs.anew(queries, epoch.number()), asker);
    }
    return epoch
        .failure()
        .map(failure -> stale(queries, epoch.number(), failure, asker))
        .orElseGet(() -> known(queries, epoch.number(), asker));
  }

  /** What is remembered, and the rest made in one run. */
  private Map<StatsQuery<?>, Remembered> known(
      List<StatsQuery<?>> queries, long epoch, Asker asker) {
    long now = ticker.read();
    Map<StatsQuery<?>, Remembered> answers = new HashMap<>();
    List<StatsQuery<?>> due = new ArrayList<>();
    List<StatsQuery<?>> missing = new ArrayList<>();
    for (StatsQuery<?> query : queries) {
      Remembered known = memory.find(query);
      if (known == null || !known.isOf(epoch) || !known.isFresh(now)) {
        missing.add(query);
      } else {
        figures.countHit();
        asker.learn(known.freshness(now));
        answers.put(query, known);
        if (known.isDue(now)) {
          due.add(query);
        }
      }
    }
    if (!due.isEmpty()) {
      // Nobody waits for it, and nobody is told if it fails.
      var _ = runs.join(due, epoch);
    }
    if (!missing.isEmpty()) {
      answers.putAll(madeOrStale(missing, epoch, asker));
    }
    return answers;
  }

  private Map<StatsQuery<?>, Remembered> madeOrStale(
      List<StatsQuery<?>> queries, long epoch, Asker asker) {
    try {
      return made(runs.join(queries, epoch), asker);
    } catch (StoreUnavailableException failure) {
      return stale(queries, epoch, failure, asker);
    }
  }

  /** What is remembered, however old it is, where that is so because of an outage. */
  private Map<StatsQuery<?>, Remembered> stale(
      List<StatsQuery<?>> queries, long epoch, StoreUnavailableException failure, Asker asker) {
    Map<StatsQuery<?>, Remembered> stale = new HashMap<>();
    for (StatsQuery<?> query : queries) {
      Remembered old = Outage.isOutage(failure) ? memory.find(query) : null;
      if (old == null || !old.isOf(epoch)) {
        throw failure;
      }
      stale.put(query, old);
    }
    stale
        .values()
        .forEach(old -> {
          figures.countStale();
          asker.learn(old.staleness(ticker.read()));
        });
    return stale;
  }

  private Map<StatsQuery<?>, Remembered> made(Run run, Asker asker) {
    run.queries().forEach(_ -> figures.countMiss());
    Map<StatsQuery<?>, Remembered> made = runs.await(run, asker);
    made.values().forEach(one -> asker.learn(one.freshness(ticker.read())));
    return made;
  }
}
