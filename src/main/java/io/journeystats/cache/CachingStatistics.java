package io.journeystats.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.StoreCircuitBreaker;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.erasure.Epoch;
import io.journeystats.event.EventBatch;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.EventSource;
import io.journeystats.query.FailureIsolation;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Statistics remembered by query, also where several are asked together: equal queries that come
 * together are answered by one run. An answer that no event changed is shown as long as that is
 * known; one that events changed is shown for seconds, while it is made again. The buckets of a
 * series that have ended are remembered apart from the others. While the store is away, answers are
 * shown beyond their life.
 */
public final class CachingStatistics implements Statistics {
  /** Who looked at a dashboard in this time will probably look again. */
  private static final Duration LATELY = Duration.ofSeconds(30);

  private static final int MOST_RENEWED = 200;

  private final CacheSettings settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Function<TenantId, Epoch> epochs;
  private final IncomingEvents knowledge;
  private final AnswerCache memory;
  private final QueryExecutor runs;
  private final CacheStats figures;
  private final FailureIsolation separateAnswers;

  /**
   * Remembers the answers of a source in which nobody is ever erased, and that other instances add
   * to.
   */
  public CachingStatistics(
      Statistics source,
      QueryLimiter turnstile,
      CacheSettings settings,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this(source, turnstile, settings, () -> false, clock, ticker, executor, _ -> Epoch.ONLY);
  }

  /**
   * Remembers the answers of a source.
   *
   * @param source what answers the first time
   * @param turnstile what each question to the source has to pass
   * @param settings how much and how long
   * @param alone tells whether no other instance adds events to the source, and the source is
   *     there: an answer that no event changed is shown as fresh then
   * @param clock tells whether a time has ended
   * @param ticker tells how old an answer is
   * @param executor runs the queries
   * @param epochs tells which answers of a tenant ended as users were erased
   */
  public CachingStatistics(
      Statistics source,
      QueryLimiter turnstile,
      CacheSettings settings,
      BooleanSupplier alone,
      InstantSource clock,
      Ticker ticker,
      Executor executor,
      Function<TenantId, Epoch> epochs) {
    this.epochs = epochs;
    this.settings = settings;
    this.clock = clock;
    this.ticker = ticker;
    this.knowledge = new IncomingEvents(alone);
    this.memory = new AnswerCache(settings, ticker);
    this.runs =
        new QueryExecutor(source, turnstile, memory, settings, knowledge, clock, ticker, executor);
    this.figures = new CacheStats(memory, runs.times());
    this.separateAnswers = new FailureIsolation(ticker);
  }

  @Override
  public <R> R answer(StatsQuery<R> query) {
    return answers(List.of(query), QueryCaller.PATIENT).getFirst();
  }

  @Override
  public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    return answers(queries, QueryCaller.PATIENT);
  }

  /** The same statistics for somebody who has wishes and wants to know how old they are. */
  public Statistics answering(QueryCaller asker) {
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
        return separateAnswers.answer(this, queries, asker.wantsFreshAnswer(), false);
      }
    };
  }

  /**
   * Notes which answers the events of a batch may have changed. They are shown for a while longer:
   * were they dropped at once, a busy journey would never be answered from memory.
   */
  public void forget(EventBatch batch) {
    runs.change(batch);
    long now = ticker.read();
    EventSource.of(batch)
        .forEach(source ->
            memory.forEach(
                source,
                (query, remembered) -> {
                  if (remembered.dependence().isTouchedBy(batch, query)) {
                    remembered.change(now, settings.runningLifetime());
                  }
                }));
  }

  /**
   * Makes the answers about some journeys again that were asked for lately, before an erasure ends
   * them: so nobody has to wait for them then. What is not made in time is made when it is asked
   * for.
   *
   * @param next the epoch that begins with the end of the erasure
   * @param longest for how long to wait for them
   */
  public void renew(TenantId tenant, Set<JourneyId> journeys, Epoch next, Duration longest) {
    long now = ticker.read();
    Map<List<StatsQuery<?>>, Long> asked = new HashMap<>();
    for (JourneyId journey : journeys) {
      memory.forEach(
          new EventSource(tenant, Optional.of(journey)),
          (query, remembered) -> {
            if (now - remembered.asked() < LATELY.toNanos() && !remembered.isShownIn(next, query)) {
              asked.merge(remembered.together(), remembered.asked(), Math::max);
            }
          });
    }
    List<Execution> renewals =
        asked.entrySet().stream()
            .sorted(Map.Entry.<List<StatsQuery<?>>, Long>comparingByValue().reversed())
            .limit(MOST_RENEWED)
            .map(one -> runs.renew(one.getKey(), next))
            .toList();
    long end = System.nanoTime() + longest.toNanos();
    for (Execution renewal : renewals) {
      if (!renewal.awaitEnd(Duration.ofNanos(end - System.nanoTime()))) {
        return;
      }
    }
  }

  /**
   * Notes that an insertion failed. The store may go on with it, and nobody hears when its events
   * are seen.
   */
  public void doubt() {
    knowledge.fail(ticker.read());
  }

  /** How often answers were found, made and dropped. */
  public CacheStats figures() {
    return figures;
  }

  @SuppressWarnings("unchecked") // a query's answer is remembered under the query
  private <R> List<R> answers(List<? extends StatsQuery<R>> queries, QueryCaller asker) {
    if (queries.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<List<StatsQuery<?>>> parts =
        queries.stream().map(query -> ClosedBuckets.apart(query, now)).toList();
    Map<StatsQuery<?>, CacheEntry> answers =
        answers(
            parts.stream().flatMap(List::stream).distinct().toList(),
            epochs.apply(queries.getFirst().tenant()),
            asker);
    return parts.stream()
        .map(some ->
            (R)
                some.stream()
                    .map(part -> Objects.requireNonNull(answers.get(part)).answer())
                    .reduce(ClosedBuckets::joined)
                    .orElseThrow())
        .toList();
  }

  private Map<StatsQuery<?>, CacheEntry> answers(
      List<StatsQuery<?>> queries, Epoch epoch, QueryCaller asker) {
    if (asker.wantsFreshAnswer()) {
      epoch
          .failure()
          .ifPresent(failure -> {
            throw failure;
          });
      return made(runs.anew(queries, epoch), asker);
    }
    return epoch
        .failure()
        .map(failure -> stale(queries, epoch, failure, asker))
        .orElseGet(() -> known(queries, epoch, asker));
  }

  /** What is remembered, and the rest made in one run. */
  private Map<StatsQuery<?>, CacheEntry> known(
      List<StatsQuery<?>> queries, Epoch epoch, QueryCaller asker) {
    long now = ticker.read();
    Map<StatsQuery<?>, CacheEntry> answers = new HashMap<>();
    List<StatsQuery<?>> missing = new ArrayList<>();
    for (StatsQuery<?> query : queries) {
      CacheEntry known = memory.find(query);
      if (known == null || !known.isShownIn(epoch, query) || !isShown(known, now)) {
        missing.add(query);
      } else {
        figures.countHit();
        known.ask(now);
        asker.learn(known.freshness(now));
        answers.put(query, known);
      }
    }
    if (answers.values().stream().anyMatch(known -> known.isDue(now, settings))) {
      // Numbers that are shown together should be of the same age.
      runs.refresh(
          queries.stream()
              .filter(query -> {
                CacheEntry known = answers.get(query);
                return known != null && (known.isChanged() || known.isDue(now, settings));
              })
              .toList(),
          epoch);
    }
    if (!missing.isEmpty()) {
      answers.putAll(madeOrStale(missing, epoch, asker));
    }
    return answers;
  }

  private boolean isShown(CacheEntry known, long now) {
    return isRight(known, now) || known.isFresh(now);
  }

  /** Tells whether an answer is known to be right without asking the store, and notes that. */
  private boolean isRight(CacheEntry known, long now) {
    return known.mayBeConfirmed(now)
        && knowledge.isComplete(now)
        && !runs.isStoreAway()
        && known.confirm(now, settings.lifetime(known.dependence().hasEnded(clock.instant())));
  }

  private Map<StatsQuery<?>, CacheEntry> madeOrStale(
      List<StatsQuery<?>> queries, Epoch epoch, QueryCaller asker) {
    try {
      return made(runs.join(queries, epoch), asker);
    } catch (StoreUnavailableException failure) {
      return stale(queries, epoch, failure, asker);
    }
  }

  /** What is remembered, however old it is, where that is so because of an outage. */
  private Map<StatsQuery<?>, CacheEntry> stale(
      List<StatsQuery<?>> queries,
      Epoch epoch,
      StoreUnavailableException failure,
      QueryCaller asker) {
    Map<StatsQuery<?>, CacheEntry> stale = new HashMap<>();
    for (StatsQuery<?> query : queries) {
      CacheEntry old = StoreCircuitBreaker.isOutage(failure) ? memory.find(query) : null;
      if (old == null || !old.isShownIn(epoch, query)) {
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

  private Map<StatsQuery<?>, CacheEntry> made(Execution run, QueryCaller asker) {
    run.queries().forEach(_ -> figures.countMiss());
    Map<StatsQuery<?>, CacheEntry> made = runs.await(run, asker);
    made.values().forEach(one -> asker.learn(one.freshness(ticker.read())));
    return made;
  }
}
