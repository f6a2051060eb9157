package io.journeystats.cache;

import com.codahale.metrics.Timer;
import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.StoreCircuitBreaker;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.erasure.Epoch;
import io.journeystats.event.EventBatch;
import io.journeystats.query.BoundedStaleness;
import io.journeystats.query.InvalidationScope;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Executes queries that the cache cannot answer: one execution per set of queries, shared by all
 * callers that wait for it, within the limits, with each answer cached by itself.
 */
final class QueryExecutor {
  /** The maximum number of queued refreshes per tenant. */
  private static final int MOST_QUEUED_REFRESHES = 1_000;

  /** An answer may lack the events of the last fifth of its lifetime. */
  private static final int LEEWAY = 5;

  private final Statistics source;
  private final QueryLimiter limiter;
  private final QueryLimiter refreshLimiter;
  private final AnswerCache cache;
  private final CacheSettings settings;
  private final IncomingEvents incoming;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Executor executor;
  private final StoreCircuitBreaker breaker;
  private final Timer times = new Timer();

  /** Executions that callers may join. */
  private final Map<List<StatsQuery<?>>, Execution> inFlight = new ConcurrentHashMap<>();

  /** Executions that may miss arriving events. */
  private final Set<Execution> running = ConcurrentHashMap.newKeySet();

  /**
   * Refreshes that are queued or running. A query may be in several, with the others that it is
   * shown with.
   */
  private final Set<List<StatsQuery<?>>> queuedRefreshes = ConcurrentHashMap.newKeySet();

  QueryExecutor(
      Statistics source,
      QueryLimiter limiter,
      AnswerCache cache,
      CacheSettings settings,
      IncomingEvents incoming,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this.source = source;
    this.limiter = limiter;
    this.cache = cache;
    this.settings = settings;
    this.incoming = incoming;
    this.clock = clock;
    this.ticker = ticker;
    this.executor = executor;
    this.breaker = new StoreCircuitBreaker(ticker);
    this.refreshLimiter =
        new QueryLimiter(
            new QueryLimits(
                limiter.atOnce(),
                1,
                MOST_QUEUED_REFRESHES,
                settings.runningLifetime().multipliedBy(2)));
  }

  /**
   * Returns the execution of some queries: the one in flight, unless it is too old, or a new one.
   *
   * @param epoch the present epoch of the tenant
   */
  Execution join(List<StatsQuery<?>> queries, Epoch epoch) {
    long now = ticker.read();
    Execution own = new Execution(queries, false, epoch);
    Execution execution =
        inFlight.compute(
            queries, (_, known) -> known != null && isJoined(known, now, epoch) ? known : own);
    if (execution == own) {
      start(own, () -> limiter.pass(own.tenant(), () -> askStore(own)));
    }
    return execution;
  }

  /** Returns an execution that begins now, even if another is in flight. */
  Execution bypassingCache(List<StatsQuery<?>> queries, Epoch epoch) {
    Execution own = new Execution(queries, true, epoch);
    inFlight.put(queries, own);
    start(own, () -> limiter.pass(own.tenant(), () -> askStore(own)));
    return own;
  }

  /**
   * Refreshes cached answers in the background, one execution per tenant at a time, so that callers
   * that wait come first. Failures are ignored.
   *
   * @param epoch the present epoch of the tenant
   */
  void refresh(List<StatsQuery<?>> queries, Epoch epoch) {
    if (queuedRefreshes.add(queries)) {
      Execution execution = new Execution(queries, false, epoch);
      start(execution, () -> refreshLimiter.pass(execution.tenant(), () -> refresh(execution)));
    }
  }

  /**
   * Refreshes answers that an erasure is about to invalidate.
   *
   * @param next the epoch that begins with the end of the erasure
   */
  Execution renew(List<StatsQuery<?>> queries, Epoch next) {
    Execution execution = new Execution(queries, false, next);
    start(execution, () -> refreshLimiter.pass(execution.tenant(), () -> refresh(execution)));
    return execution;
  }

  private Map<StatsQuery<?>, CacheEntry> refresh(Execution execution) throws Exception {
    long now = ticker.read();
    boolean isMadeMeanwhile =
        execution.queries().stream()
            .allMatch(query -> {
              CacheEntry known = cache.find(query);
              return known != null
                  && known.isShownIn(execution.epoch(), query)
                  && !known.isDue(now, settings);
            });
    if (isMadeMeanwhile || inFlight.putIfAbsent(execution.queries(), execution) != null) {
      return Map.of();
    }
    return limiter.pass(execution.tenant(), () -> askStore(execution));
  }

  /**
   * Waits for an execution that was joined.
   *
   * @throws ClientDisconnectedException if the caller disconnects meanwhile
   */
  Map<StatsQuery<?>, CacheEntry> await(Execution execution, QueryCaller caller) {
    try {
      return execution.await(caller);
    } finally {
      if (execution.leave()) {
        // It may have been cancelled before it began, and so never removes itself.
        inFlight.remove(execution.queries(), execution);
      }
    }
  }

  /** Notes that events were stored, which executions in flight may miss. */
  void change(EventBatch batch) {
    long now = ticker.read();
    incoming.add(batch, now, now - 2 * leeway());
    running.forEach(execution -> execution.change(batch, now));
  }

  /** Whether the store is known to be unavailable. */
  boolean isStoreAway() {
    return breaker.isKnown();
  }

  /** The duration of executions, without the wait for a permit. */
  Timer times() {
    return times;
  }

  private boolean isJoined(Execution execution, long now, Epoch epoch) {
    return execution.join(now, settings.runningLifetime(), epoch);
  }

  private void start(Execution execution, Work work) {
    FutureTask<?> task = new FutureTask<>(() -> work(execution, work), true);
    execution.start(task);
    executor.execute(task);
  }

  /** Computes the answers of an execution. */
  private interface Work {
    Map<StatsQuery<?>, CacheEntry> make() throws Exception;
  }

  private void work(Execution execution, Work work) {
    try {
      breaker.check();
      execution.complete(work.make());
    } catch (InterruptedException _) {
      execution.fail(new ClientDisconnectedException());
    } catch (Exception | Error failure) {
      execution.fail(failure);
    } finally {
      inFlight.remove(execution.queries(), execution);
      running.remove(execution);
      queuedRefreshes.remove(execution.queries());
    }
  }

  private Map<StatsQuery<?>, CacheEntry> askStore(Execution execution) {
    long begun = breaker.begin();
    try {
      Map<StatsQuery<?>, CacheEntry> made = make(execution);
      breaker.end();
      return made;
    } catch (StoreUnavailableException failure) {
      // A cancelled execution looks like a broken connection.
      if (!execution.isAbandoned()) {
        breaker.note(failure, begun);
      }
      throw failure;
    }
  }

  /**
   * Whether the period has ended is decided before the answers are computed: events that arrive
   * meanwhile must not be missing for long.
   */
  private Map<StatsQuery<?>, CacheEntry> make(Execution execution) {
    Instant time = clock.instant();
    running.add(execution);
    long begun = ticker.read();
    execution.begin(begun);
    List<IncomingEvents.Arrival> before = incoming.since(begun - leeway());
    Map<StatsQuery<?>, CacheEntry> made = new HashMap<>(confirmed(execution, time, begun));
    List<Execution.Part> missing =
        execution.parts().stream().filter(part -> !made.containsKey(part.query())).toList();
    if (!missing.isEmpty()) {
      BoundedStaleness lateness = new BoundedStaleness(begun - leeway(), begun);
      Statistics asked =
          (execution.bypassesCache() ? source : source.within(lateness))
              .atPriority(limiter.level(execution.tenant()));
      List<Object> answers = times.timeSupplier(() -> answers(asked, missing));
      long complete = lateness.complete();
      Duration cost = Duration.ofNanos((ticker.read() - begun) / answers.size());
      for (int i = 0; i < answers.size(); i++) {
        Execution.Part part = missing.get(i);
        CacheEntry answer =
            part.made(
                answers.get(i), execution, complete, cost, scope -> lifetime(scope, time, begun));
        if (complete != begun
            && before.stream()
                .filter(arrival -> arrival.time() - complete >= 0)
                .anyMatch(arrival -> answer.scope().isTouchedBy(arrival.batch(), part.query()))) {
          answer.change(complete, settings.runningLifetime());
        }
        made.put(part.query(), answer);
      }
    }
    made.forEach((query, answer) -> {
      if (query.isRemembered()) {
        cache.keep(query, answer);
      }
    });
    // Events that arrived meanwhile were noted with the execution; later ones are noted with the
    // answers, which are cached by now.
    running.remove(execution);
    for (Execution.Part part : execution.parts()) {
      CacheEntry answer = made.get(part.query());
      Long change = part.changed();
      if (answer != null && change != null) {
        answer.change(change, settings.runningLifetime());
      }
    }
    return made;
  }

  /** The time before an execution whose events may be missing, unless a fresh answer is wanted. */
  private long leeway() {
    return settings.runningLifetime().toNanos() / LEEWAY;
  }

  private Duration lifetime(InvalidationScope scope, Instant time, long now) {
    return settings.lifetime(scope.hasEnded(time) && incoming.isComplete(now));
  }

  @SuppressWarnings("unchecked") // any answer is an object
  private static List<Object> answers(Statistics asked, List<Execution.Part> parts) {
    return parts.size() == 1
        ? List.of(asked.answer(parts.getFirst().query()))
        : asked.answerAll(parts.stream().map(part -> (StatsQuery<Object>) part.query()).toList());
  }

  /** Returns cached answers that no event can have changed. */
  private Map<StatsQuery<?>, CacheEntry> confirmed(Execution execution, Instant time, long now) {
    Map<StatsQuery<?>, CacheEntry> confirmed = new HashMap<>();
    Map<StatsQuery<?>, Duration> ages = new HashMap<>();
    for (StatsQuery<?> query :
        execution.bypassesCache() ? List.<StatsQuery<?>>of() : execution.queries()) {
      CacheEntry known = cache.find(query);
      if (known != null && known.isShownIn(execution.epoch(), query) && known.mayBeConfirmed(now)) {
        ages.put(query, known.age(now));
        confirmed.put(query, known);
      }
    }
    if (!ages.isEmpty()) {
      confirmed.keySet().removeAll(source.changed(ages));
      confirmed.values().removeIf(known -> !known.confirm(now, lifetime(known.scope(), time, now)));
    }
    return confirmed;
  }
}
