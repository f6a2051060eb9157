package io.journeystats.stats;

import com.codahale.metrics.Timer;
import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.clickhouse.Outage;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.event.EventBatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * The answers that are being made: one run for the same queries, whoever asks, each let through the
 * turnstile and its answers remembered one by one.
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
  private final Map<List<StatsQuery<?>>, Run> underWay = new ConcurrentHashMap<>();

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

  /**
   * The run that answers some queries: one under way, unless it is too old, or a new one.
   *
   * @param epoch which users have been erased
   */
  Run join(List<StatsQuery<?>> queries, long epoch) {
    long now = ticker.read();
    Run own = new Run(queries, false, epoch);
    Run run =
        underWay.compute(
            queries, (_, known) -> known != null && isJoined(known, now, epoch) ? known : own);
    if (run == own) {
      start(own);
    }
    return run;
  }

  /** A run that begins now, whatever is under way. */
  Run anew(List<StatsQuery<?>> queries, long epoch) {
    Run own = new Run(queries, true, epoch);
    underWay.put(queries, own);
    start(own);
    return own;
  }

  /**
   * Waits for a run that was joined.
   *
   * @throws AskerGoneException where the asker went away meanwhile
   */
  Map<StatsQuery<?>, Remembered> await(Run run, Asker asker) {
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
    underWay.values().forEach(run -> run.change(batch));
  }

  /** How long runs take, the wait for their turn not included. */
  Timer times() {
    return times;
  }

  private boolean isJoined(Run run, long now, long epoch) {
    return run.join(now, settings.lifetime(false, run.isChanged()), epoch);
  }

  private void start(Run run) {
    FutureTask<?> task = new FutureTask<>(() -> work(run), true);
    run.start(task);
    executor.execute(task);
  }

  private void work(Run run) {
    try {
      outage.check();
      run.complete(turnstile.pass(run.tenant(), () -> askStore(run)));
    } catch (InterruptedException _) {
      run.fail(new AskerGoneException());
    } catch (Exception | Error failure) {
      run.fail(failure);
    } finally {
      underWay.remove(run.queries(), run);
    }
  }

  private Map<StatsQuery<?>, Remembered> askStore(Run run) {
    long begun = outage.begin();
    try {
      Map<StatsQuery<?>, Remembered> made = make(run);
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
  private Map<StatsQuery<?>, Remembered> make(Run run) {
    Instant time = clock.instant();
    long begun = ticker.read();
    run.begin(begun);
    Map<StatsQuery<?>, Remembered> made = new HashMap<>(confirmed(run, time, begun));
    List<RunPart> missing =
        run.parts().stream().filter(part -> !made.containsKey(part.query())).toList();
    if (!missing.isEmpty()) {
      List<Object> answers = times.timeSupplier(() -> answers(missing));
      for (int i = 0; i < answers.size(); i++) {
        RunPart part = missing.get(i);
        made.put(
            part.query(),
            part.made(answers.get(i), run.epoch(), begun, part.lifetime(settings, time, false)));
      }
    }
    made.forEach(memory::keep);
    // Events of the meantime were noted with the run; later ones are with the answers, which are
    // there already. A run that another has replaced may not have been told.
    boolean replaced = !underWay.remove(run.queries(), run);
    for (RunPart part : run.parts()) {
      Remembered answer = made.get(part.query());
      if (answer != null && (replaced || part.isChanged())) {
        answer.change(part.lifetime(settings, time, true));
      }
    }
    return made;
  }

  @SuppressWarnings("unchecked") // any answer is an object
  private List<Object> answers(List<RunPart> parts) {
    return parts.size() == 1
        ? List.of(source.answer(parts.getFirst().query()))
        : source.answerAll(parts.stream().map(part -> (StatsQuery<Object>) part.query()).toList());
  }

  /** What is remembered, where no event came in that could have changed it. */
  private Map<StatsQuery<?>, Remembered> confirmed(Run run, Instant time, long now) {
    Map<StatsQuery<?>, Remembered> confirmed = new HashMap<>();
    Map<StatsQuery<?>, Duration> ages = new HashMap<>();
    for (RunPart part : run.isAnew() ? List.<RunPart>of() : run.parts()) {
      Remembered known = memory.find(part.query());
      if (known != null && known.isOf(run.epoch()) && known.mayBeConfirmed(now)) {
        ages.put(part.query(), known.age(now));
        confirmed.put(part.query(), known.confirmed(now, part.lifetime(settings, time, false)));
      }
    }
    if (!ages.isEmpty()) {
      confirmed.keySet().removeAll(source.changed(ages));
    }
    return confirmed;
  }
}
