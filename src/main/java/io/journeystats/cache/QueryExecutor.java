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
 * The answers that are being made: one run for the same queries, however many askers wait for it,
 * each let through the turnstile and its answers remembered one by one.
 */
final class QueryExecutor {
  /** How many runs of a tenant that nobody waits for may wait for their turn. */
  private static final int MOST_BEHIND = 1_000;

  /** An answer may lack what came in during this part of its life. */
  private static final int LEEWAY = 5;

  private final Statistics source;
  private final QueryLimiter turnstile;
  private final QueryLimiter behind;
  private final AnswerCache memory;
  private final CacheSettings settings;
  private final IncomingEvents knowledge;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Executor executor;
  private final StoreCircuitBreaker outage;
  private final Timer times = new Timer();

  /** What may be joined. */
  private final Map<List<StatsQuery<?>>, Execution> underWay = new ConcurrentHashMap<>();

  /** What may lack events that come in. */
  private final Set<Execution> turnedToStore = ConcurrentHashMap.newKeySet();

  /** What is going to be made again behind the answers that are shown. */
  private final Set<StatsQuery<?>> waitingBehind = ConcurrentHashMap.newKeySet();

  QueryExecutor(
      Statistics source,
      QueryLimiter turnstile,
      AnswerCache memory,
      CacheSettings settings,
      IncomingEvents knowledge,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this.source = source;
    this.turnstile = turnstile;
    this.memory = memory;
    this.settings = settings;
    this.knowledge = knowledge;
    this.clock = clock;
    this.ticker = ticker;
    this.executor = executor;
    this.outage = new StoreCircuitBreaker(ticker);
    this.behind =
        new QueryLimiter(
            new QueryLimits(
                turnstile.atOnce(), 1, MOST_BEHIND, settings.runningLifetime().multipliedBy(2)));
  }

  /**
   * The run that answers some queries: one under way, unless it is too old, or a new one.
   *
   * @param epoch which users have been erased
   */
  Execution join(List<StatsQuery<?>> queries, Epoch epoch) {
    long now = ticker.read();
    Execution own = new Execution(queries, false, epoch);
    Execution run =
        underWay.compute(
            queries, (_, known) -> known != null && isJoined(known, now, epoch) ? known : own);
    if (run == own) {
      start(own, () -> turnstile.pass(own.tenant(), () -> askStore(own)));
    }
    return run;
  }

  /** A run that begins now, whatever is under way. */
  Execution anew(List<StatsQuery<?>> queries, Epoch epoch) {
    Execution own = new Execution(queries, true, epoch);
    underWay.put(queries, own);
    start(own, () -> turnstile.pass(own.tenant(), () -> askStore(own)));
    return own;
  }

  /**
   * Makes answers again that are shown meanwhile. One run of a tenant after the other, so that they
   * leave room for what somebody waits for; nobody hears of it if one fails.
   *
   * @param epoch which users have been erased
   */
  void refresh(List<StatsQuery<?>> queries, Epoch epoch) {
    List<StatsQuery<?>> due = queries.stream().filter(waitingBehind::add).toList();
    if (!due.isEmpty()) {
      Execution run = new Execution(due, false, epoch);
      start(run, () -> behind.pass(run.tenant(), () -> refresh(run)));
    }
  }

  /**
   * The same for answers that an erasure is going to end.
   *
   * @param next the epoch that begins with that
   */
  Execution renew(List<StatsQuery<?>> queries, Epoch next) {
    Execution run = new Execution(queries, false, next);
    start(run, () -> behind.pass(run.tenant(), () -> refresh(run)));
    return run;
  }

  private Map<StatsQuery<?>, CacheEntry> refresh(Execution run) throws Exception {
    long now = ticker.read();
    boolean isMadeMeanwhile =
        run.queries().stream()
            .allMatch(query -> {
              CacheEntry known = memory.find(query);
              return known != null
                  && known.isShownIn(run.epoch(), query)
                  && !known.isDue(now, settings);
            });
    if (isMadeMeanwhile || underWay.putIfAbsent(run.queries(), run) != null) {
      return Map.of();
    }
    return turnstile.pass(run.tenant(), () -> askStore(run));
  }

  /**
   * Waits for a run that was joined.
   *
   * @throws ClientDisconnectedException where the asker went away meanwhile
   */
  Map<StatsQuery<?>, CacheEntry> await(Execution run, QueryCaller asker) {
    try {
      return run.await(asker);
    } finally {
      if (run.leave()) {
        // It may have ended before it began, and so before it could do this itself.
        underWay.remove(run.queries(), run);
      }
    }
  }

  /** Notes that events were stored, which a run under way may miss. */
  void change(EventBatch batch) {
    long now = ticker.read();
    knowledge.add(batch, now, now - 2 * leeway());
    turnedToStore.forEach(run -> run.change(batch, now));
  }

  /** Tells whether the store is known to be away. */
  boolean isStoreAway() {
    return outage.isKnown();
  }

  /** How long runs take, the wait for their turn not included. */
  Timer times() {
    return times;
  }

  private boolean isJoined(Execution run, long now, Epoch epoch) {
    return run.join(now, settings.runningLifetime(), epoch);
  }

  private void start(Execution run, Work work) {
    FutureTask<?> task = new FutureTask<>(() -> work(run, work), true);
    run.start(task);
    executor.execute(task);
  }

  /** What makes the answers. */
  private interface Work {
    Map<StatsQuery<?>, CacheEntry> make() throws Exception;
  }

  private void work(Execution run, Work work) {
    try {
      outage.check();
      run.complete(work.make());
    } catch (InterruptedException _) {
      run.fail(new ClientDisconnectedException());
    } catch (Exception | Error failure) {
      run.fail(failure);
    } finally {
      underWay.remove(run.queries(), run);
      turnedToStore.remove(run);
      run.queries().forEach(waitingBehind::remove);
    }
  }

  private Map<StatsQuery<?>, CacheEntry> askStore(Execution run) {
    long begun = outage.begin();
    try {
      Map<StatsQuery<?>, CacheEntry> made = make(run);
      outage.end();
      return made;
    } catch (StoreUnavailableException failure) {
      // One that nobody waited for was broken off, which looks like a broken connection.
      if (!run.isAbandoned()) {
        outage.note(failure, begun);
      }
      throw failure;
    }
  }

  /**
   * Whether the time has ended is decided before the answers are made: events that come while they
   * are made must not be missing for long.
   */
  private Map<StatsQuery<?>, CacheEntry> make(Execution run) {
    Instant time = clock.instant();
    turnedToStore.add(run);
    long begun = ticker.read();
    run.begin(begun);
    List<IncomingEvents.Arrival> before = knowledge.since(begun - leeway());
    Map<StatsQuery<?>, CacheEntry> made = new HashMap<>(confirmed(run, time, begun));
    List<InFlightQuery> missing =
        run.parts().stream().filter(part -> !made.containsKey(part.query())).toList();
    if (!missing.isEmpty()) {
      BoundedStaleness lateness = new BoundedStaleness(begun - leeway(), begun);
      Statistics asked =
          (run.isAnew() ? source : source.lately(lateness)).yielding(turnstile.level(run.tenant()));
      List<Object> answers = times.timeSupplier(() -> answers(asked, missing));
      long complete = lateness.complete();
      Duration cost = Duration.ofNanos((ticker.read() - begun) / answers.size());
      for (int i = 0; i < answers.size(); i++) {
        InFlightQuery part = missing.get(i);
        CacheEntry answer =
            part.made(
                answers.get(i),
                run,
                complete,
                cost,
                dependence -> lifetime(dependence, time, begun));
        if (complete != begun
            && before.stream()
                .filter(arrival -> arrival.time() - complete >= 0)
                .anyMatch(
                    arrival -> answer.dependence().isTouchedBy(arrival.batch(), part.query()))) {
          answer.change(complete, settings.runningLifetime());
        }
        made.put(part.query(), answer);
      }
    }
    made.forEach((query, answer) -> {
      if (query.isRemembered()) {
        memory.keep(query, answer);
      }
    });
    // Events of the meantime were noted with the run; later ones are with the answers, which are
    // there already.
    turnedToStore.remove(run);
    for (InFlightQuery part : run.parts()) {
      CacheEntry answer = made.get(part.query());
      Long change = part.changed();
      if (answer != null && change != null) {
        answer.change(change, settings.runningLifetime());
      }
    }
    return made;
  }

  /** How much of what came in last an answer may lack that nobody asked to be fresh. */
  private long leeway() {
    return settings.runningLifetime().toNanos() / LEEWAY;
  }

  private Duration lifetime(InvalidationScope dependence, Instant time, long now) {
    return settings.lifetime(dependence.hasEnded(time) && knowledge.isComplete(now));
  }

  @SuppressWarnings("unchecked") // any answer is an object
  private static List<Object> answers(Statistics asked, List<InFlightQuery> parts) {
    return parts.size() == 1
        ? List.of(asked.answer(parts.getFirst().query()))
        : asked.answerAll(parts.stream().map(part -> (StatsQuery<Object>) part.query()).toList());
  }

  /** What is remembered, where no event came in that could have changed it. */
  private Map<StatsQuery<?>, CacheEntry> confirmed(Execution run, Instant time, long now) {
    Map<StatsQuery<?>, CacheEntry> confirmed = new HashMap<>();
    Map<StatsQuery<?>, Duration> ages = new HashMap<>();
    for (StatsQuery<?> query : run.isAnew() ? List.<StatsQuery<?>>of() : run.queries()) {
      CacheEntry known = memory.find(query);
      if (known != null && known.isShownIn(run.epoch(), query) && known.mayBeConfirmed(now)) {
        ages.put(query, known.age(now));
        confirmed.put(query, known);
      }
    }
    if (!ages.isEmpty()) {
      confirmed.keySet().removeAll(source.changed(ages));
      confirmed
          .values()
          .removeIf(known -> !known.confirm(now, lifetime(known.dependence(), time, now)));
    }
    return confirmed;
  }
}
