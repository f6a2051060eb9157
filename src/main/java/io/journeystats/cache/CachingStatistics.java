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
 * Statistics with a cache of answers. Equal queries that arrive together share one execution. An
 * answer that no event has changed is served as long as that is certain; an answer that events have
 * changed is served for seconds while a new one is computed. Closed buckets of a series are cached
 * apart from the others. While the store is unavailable, expired answers are served.
 */
public final class CachingStatistics implements Statistics {
  /** A dashboard that was requested within this time will probably be requested again. */
  private static final Duration LATELY = Duration.ofSeconds(30);

  private static final int MOST_RENEWED = 200;

  private final CacheSettings settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Function<TenantId, Epoch> epochs;
  private final IncomingEvents incoming;
  private final AnswerCache cache;
  private final QueryExecutor executions;
  private final CacheStats figures;
  private final FailureIsolation separateAnswers;
  private final ElapsedMoments moments;

  /** Caches a source without erasures, to which other instances add events. */
  public CachingStatistics(
      Statistics source,
      QueryLimiter limiter,
      CacheSettings settings,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this(source, limiter, settings, () -> false, clock, ticker, executor, _ -> Epoch.ONLY);
  }

  /**
   * Caches a source.
   *
   * @param source computes the answers
   * @param limiter limits the queries to the source
   * @param settings size and lifetimes
   * @param alone whether no other instance adds events to the source, and the source is reachable;
   *     an answer that no event has changed is then fresh
   * @param clock decides whether a period has ended
   * @param ticker measures the age of answers
   * @param executor runs the queries
   * @param epochs the present epoch of a tenant, which says what erasures invalidated
   */
  public CachingStatistics(
      Statistics source,
      QueryLimiter limiter,
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
    this.incoming = new IncomingEvents(alone);
    this.cache = new AnswerCache(settings, ticker);
    this.executions =
        new QueryExecutor(source, limiter, cache, settings, incoming, clock, ticker, executor);
    this.figures = new CacheStats(cache, executions.times());
    this.separateAnswers = new FailureIsolation(ticker);
    this.moments = new ElapsedMoments(settings.runningLifetime());
  }

  @Override
  public <R> R answer(StatsQuery<R> query) {
    return answers(List.of(query), QueryCaller.INTERNAL).getFirst();
  }

  @Override
  public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    return answers(queries, QueryCaller.INTERNAL);
  }

  /** Returns a view for a caller, which may bypass the cache and learns how old answers are. */
  public Statistics answering(QueryCaller caller) {
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        return answers(List.of(query), caller).getFirst();
      }

      @Override
      public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
        return answers(queries, caller);
      }

      @Override
      public boolean isCached() {
        return !caller.wantsFreshAnswer();
      }

      @Override
      public <R> List<Optional<R>> answerEach(List<? extends StatsQuery<R>> queries) {
        return separateAnswers.answer(this, queries, caller.wantsFreshAnswer(), false);
      }
    };
  }

  /**
   * Returns the moment up to which a running period of a journey has elapsed: the present one for a
   * caller who wants a fresh answer, else one that is as old as an answer may be.
   */
  public Instant elapsedMoment(EventSource journey, Instant now, QueryCaller caller) {
    return caller.wantsFreshAnswer() ? now : moments.at(journey, now);
  }

  /**
   * Marks the answers that the events of a batch may have changed. They are served for a while
   * longer: if they were dropped at once, a busy journey would never be answered from the cache.
   */
  public void markChanged(EventBatch batch) {
    executions.change(batch);
    long now = ticker.read();
    EventSource.of(batch)
        .forEach(source ->
            cache.forEach(
                source,
                (query, entry) -> {
                  if (entry.scope().isTouchedBy(batch, query)) {
                    entry.change(now, settings.runningLifetime());
                  }
                }));
  }

  /**
   * Recomputes the recently requested answers about some journeys before an erasure invalidates
   * them, so that no caller has to wait for them. What is not ready in time is computed on request.
   *
   * @param next the epoch that begins with the end of the erasure
   * @param longest the maximum time to wait
   */
  public void renew(TenantId tenant, Set<JourneyId> journeys, Epoch next, Duration longest) {
    long now = ticker.read();
    Map<List<StatsQuery<?>>, Long> asked = new HashMap<>();
    for (JourneyId journey : journeys) {
      cache.forEach(
          new EventSource(tenant, Optional.of(journey)),
          (query, entry) -> {
            if (now - entry.asked() < LATELY.toNanos() && !entry.isShownIn(next, query)) {
              asked.merge(entry.together(), entry.asked(), Math::max);
            }
          });
    }
    List<Execution> renewals =
        asked.entrySet().stream()
            .sorted(Map.Entry.<List<StatsQuery<?>>, Long>comparingByValue().reversed())
            .limit(MOST_RENEWED)
            .map(one -> executions.renew(one.getKey(), next))
            .toList();
    long end = System.nanoTime() + longest.toNanos();
    for (Execution renewal : renewals) {
      if (!renewal.awaitEnd(Duration.ofNanos(end - System.nanoTime()))) {
        return;
      }
    }
  }

  /** Notes that an insertion failed. The store may still complete it later, without notice. */
  public void doubt() {
    incoming.fail(ticker.read());
  }

  /** Hits, misses and evictions. */
  public CacheStats figures() {
    return figures;
  }

  @SuppressWarnings("unchecked") // the cache maps a query to its own answer
  private <R> List<R> answers(List<? extends StatsQuery<R>> queries, QueryCaller caller) {
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
            caller);
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
      List<StatsQuery<?>> queries, Epoch epoch, QueryCaller caller) {
    if (caller.wantsFreshAnswer()) {
      epoch
          .failure()
          .ifPresent(failure -> {
            throw failure;
          });
      return made(executions.bypassingCache(queries, epoch), caller);
    }
    return epoch
        .failure()
        .map(failure -> stale(queries, epoch, failure, caller))
        .orElseGet(() -> known(queries, epoch, caller));
  }

  /** Returns cached answers of one moment, and computes the others in one execution. */
  private Map<StatsQuery<?>, CacheEntry> known(
      List<StatsQuery<?>> queries, Epoch epoch, QueryCaller caller) {
    long now = ticker.read();
    Map<JourneyId, Map<StatsQuery<?>, List<CacheEntry>>> shown = new HashMap<>();
    for (StatsQuery<?> query : queries) {
      shown
          .computeIfAbsent(query.journey(), _ -> new HashMap<>())
          .put(query, shown(query, epoch, now));
    }
    Map<StatsQuery<?>, CacheEntry> answers = new HashMap<>();
    shown.values().forEach(entries -> answers.putAll(ConsistentEntries.of(entries, now)));
    List<StatsQuery<?>> missing =
        queries.stream().filter(query -> !answers.containsKey(query)).toList();
    for (CacheEntry known : answers.values()) {
      figures.countHit();
      caller.recordFreshness(known.freshness(now));
    }
    if (answers.values().stream().anyMatch(known -> known.isDue(now, settings))) {
      // Numbers that are shown together should have the same age.
      executions.refresh(
          queries.stream()
              .filter(query -> {
                CacheEntry known = answers.get(query);
                return known != null && (known.isChanged() || known.isDue(now, settings));
              })
              .toList(),
          epoch);
    }
    if (!missing.isEmpty()) {
      answers.putAll(madeOrStale(missing, epoch, caller));
    }
    return answers;
  }

  /** The cached answers to a query that may be served, latest first. */
  private List<CacheEntry> shown(StatsQuery<?> query, Epoch epoch, long now) {
    List<CacheEntry> shown = new ArrayList<>();
    CacheEntry latest = cache.find(query);
    if (latest != null) {
      latest.ask(now);
    }
    for (CacheEntry known = latest; known != null; known = known.earlier(now)) {
      if (known.isShownIn(epoch, query) && isShown(known, now)) {
        shown.add(known);
      }
    }
    return shown;
  }

  private boolean isShown(CacheEntry known, long now) {
    return isRight(known, now) || known.isFresh(now);
  }

  /** Whether an answer is certainly right, without asking the store; if so, renews its lifetime. */
  private boolean isRight(CacheEntry known, long now) {
    return known.mayBeConfirmed(now)
        && incoming.isComplete(now)
        && !executions.isStoreAway()
        && known.confirm(now, settings.lifetime(known.scope().hasEnded(clock.instant())));
  }

  private Map<StatsQuery<?>, CacheEntry> madeOrStale(
      List<StatsQuery<?>> queries, Epoch epoch, QueryCaller caller) {
    try {
      return made(executions.join(queries, epoch), caller);
    } catch (StoreUnavailableException failure) {
      return stale(queries, epoch, failure, caller);
    }
  }

  /** Returns cached answers of any age if the failure is an outage. */
  private Map<StatsQuery<?>, CacheEntry> stale(
      List<StatsQuery<?>> queries,
      Epoch epoch,
      StoreUnavailableException failure,
      QueryCaller caller) {
    Map<StatsQuery<?>, CacheEntry> stale = new HashMap<>();
    for (StatsQuery<?> query : queries) {
      CacheEntry old = StoreCircuitBreaker.isOutage(failure) ? cache.find(query) : null;
      if (old == null || !old.isShownIn(epoch, query)) {
        throw failure;
      }
      stale.put(query, old);
    }
    stale
        .values()
        .forEach(old -> {
          figures.countStale();
          caller.recordFreshness(old.staleness(ticker.read()));
        });
    return stale;
  }

  private Map<StatsQuery<?>, CacheEntry> made(Execution execution, QueryCaller caller) {
    execution.queries().forEach(_ -> figures.countMiss());
    Map<StatsQuery<?>, CacheEntry> made = executions.await(execution, caller);
    made.values().forEach(one -> caller.recordFreshness(one.freshness(ticker.read())));
    return made;
  }
}
