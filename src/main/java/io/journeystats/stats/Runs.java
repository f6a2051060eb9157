package io.journeystats.stats;

import com.codahale.metrics.Timer;
import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.event.EventBatch;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * The answers that are being made: one run a query, whoever asks, each let through the turnstile
 * and remembered.
 */
final class Runs {
  private final Statistics source;
  private final Turnstile turnstile;
  private final Memory memory;
  private final CacheSettings settings;
  private final InstantSource clock;
  private final Ticker ticker;
  private final Executor executor;
  private final Outage outage;
  private final Timer times = new Timer();
  private final Map<StatsQuery<?>, Run> underWay = new ConcurrentHashMap<>();

  Runs(
      Statistics source,
      Turnstile turnstile,
      Memory memory,
      CacheSettings settings,
      InstantSource clock,
      Ticker ticker,
      Executor executor) {
    this.source = source;
    this.turnstile = turnstile;
    this.memory = memory;
    this.settings = settings;
    this.clock = clock;
    this.ticker = ticker;
    this.executor = executor;
    this.outage = new Outage(ticker);
  }

  /** The run that answers a query: one under way, unless it is too old, or a new one. */
  Run join(StatsQuery<?> query) {
    long now = ticker.read();
    Run own = new Run(query);
    Run run =
        underWay.compute(query, (_, known) -> known != null && isJoined(known, now) ? known : own);
    if (run == own) {
      start(own);
    }
    return run;
  }

  /** A run that begins now, whatever is under way. */
  Run anew(StatsQuery<?> query) {
    Run own = new Run(query);
    underWay.put(query, own);
    start(own);
    return own;
  }

  /**
   * Waits for a run that was joined.
   *
   * @throws AskerGoneException where the asker went away meanwhile
   */
  Remembered await(Run run, Asker asker) {
    try {
      return run.await(asker);
    } finally {
      if (run.leave()) {
        // It may have ended before it began, and so before it could do this itself.
        underWay.remove(run.query(), run);
      }
    }
  }

  /** Notes that events were stored, which a run under way may miss. */
  void change(EventBatch batch) {
    for (Run run : underWay.values()) {
      if (run.dependence().isTouchedBy(batch, run.query())) {
        run.change();
      }
    }
  }

  /** How long runs take, the wait for their turn not included. */
  Timer times() {
    return times;
  }

  private boolean isJoined(Run run, long now) {
    return run.join(now, settings.lifetime(false, run.isChanged()));
  }

  private void start(Run run) {
    FutureTask<?> task = new FutureTask<>(() -> work(run), true);
    run.start(task);
    executor.execute(task);
  }

  private void work(Run run) {
    try {
      outage.check();
      run.complete(turnstile.pass(run.query().tenant(), () -> askStore(run)));
    } catch (InterruptedException _) {
      run.fail(new AskerGoneException());
    } catch (Exception | Error failure) {
      run.fail(failure);
    } finally {
      underWay.remove(run.query(), run);
    }
  }

  private Remembered askStore(Run run) {
    try {
      Remembered made = make(run);
      outage.end();
      return made;
    } catch (StoreUnavailableException failure) {
      // One that nobody waited for was broken off, which looks like a broken connection.
      if (!run.isAbandoned()) {
        outage.note(failure);
      }
      throw failure;
    }
  }

  /**
   * Whether the time has ended is decided before the answer is made: events that come while it is
   * made must not be missing for long.
   */
  private Remembered make(Run run) {
    boolean ended = run.dependence().hasEnded(clock.instant());
    long begun = ticker.read();
    run.begin(begun);
    Object answer = times.timeSupplier(() -> source.answer(run.query()));
    Remembered made =
        new Remembered(answer, run.dependence(), begun, settings.lifetime(ended, false));
    memory.keep(run.query(), made);
    // Events of the meantime were noted with the run; later ones are with the answer, which is
    // there already. A run that another has replaced may not have been told.
    boolean replaced = !underWay.remove(run.query(), run);
    if (replaced || run.isChanged()) {
      made.shorten(settings.lifetime(ended, true));
    }
    return made;
  }
}
