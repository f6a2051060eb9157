package io.journeystats.rollup;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.PeriodicTask;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.journey.JourneyId;
import io.journeystats.rollup.EventRollup.Moment;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A background task that keeps the rollup up to date: every few seconds it recounts the quarter
 * hours with new events.
 *
 * <p>Several instances may run it at once, and may crash at any point: the counts are always
 * computed from the events, and readers rely on them only after the watermark is published.
 */
public final class RollupTask implements Managed, ChangeWatch.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(RollupTask.class);

  /**
   * The number of quarter hours per statement: half a year of a journey, or of a few small ones.
   * Each statement is flushed to disk, so smaller batches would take longer in total.
   */
  private static final int BATCH = 20_000;

  /** The number of progress steps per portion of a rebuild. */
  private static final int STEPS = 100;

  /** The maximum number of quarter hours in memory, about 25 MB of heap. */
  private static final int MOST_IN_MEMORY = 100_000;

  /** The number of rounds without events after which a watermark is published anyway. */
  private static final int QUIET_ROUNDS = 12;

  /** The maximum time between rounds, which find events that did not come through this instance. */
  private static final long LONGEST_QUIET = Duration.ofMinutes(1).toNanos();

  /** The time before the watermark at which a repair starts. */
  private static final long REPAIR_SECONDS = 600;

  /** The number of statements of a repair: a single one over millions of events would time out. */
  private static final int REPAIR_PARTS = 10;

  private final EventRollup rollup;
  private final DerivedTables derived;
  private final RollupSettings settings;
  private final boolean isAlone;
  private final ArrivalTracker arrivals;
  private final Consumer<RoundResult> listener;
  private final PeriodicTask task;
  private long uptime = Long.MAX_VALUE;
  private volatile long behindSeconds;
  private volatile boolean needsRepair;

  /** Whether all events that this instance knows of are rolled up. */
  private volatile boolean isUpToDate;

  private volatile long lastRound;

  /** Creates a task, which must be started. */
  public RollupTask(ClickHouse clickHouse, RollupSettings settings) {
    this(clickHouse, settings, false, _ -> {});
  }

  /**
   * Creates a task, which must be started.
   *
   * @param isAlone whether {@link #arrive} is called for all events; without new events, most
   *     rounds are then skipped
   * @param listener receives the result of each round, before readers rely on it
   */
  public RollupTask(
      ClickHouse clickHouse,
      RollupSettings settings,
      boolean isAlone,
      Consumer<RoundResult> listener) {
    this(clickHouse, settings, isAlone, MOST_IN_MEMORY, listener);
  }

  /** Creates a task with another limit on the quarter hours in memory. */
  RollupTask(ClickHouse clickHouse, RollupSettings settings, int mostInMemory) {
    this(clickHouse, settings, false, mostInMemory, _ -> {});
  }

  private RollupTask(
      ClickHouse clickHouse,
      RollupSettings settings,
      boolean isAlone,
      int mostInMemory,
      Consumer<RoundResult> listener) {
    this.isAlone = isAlone;
    this.arrivals = new ArrivalTracker(isAlone);
    this.listener = listener;
    this.rollup = new EventRollup(clickHouse.dsl("rollup"), mostInMemory);
    this.derived = new DerivedTables(clickHouse.dsl("rollup.repair"));
    this.settings = settings;
    this.task =
        new PeriodicTask(
            "rollup",
            settings.interval(),
            this::rollUnlessUpToDate,
            failure ->
                LOG.warn("The rollup failed; statistics count recent events one by one", failure));
  }

  @Override
  public void start() {
    task.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    task.stop();
  }

  /**
   * The lag of the rollup in seconds. Newer events are counted one by one, which is slower but
   * gives the same results.
   */
  public long behindSeconds() {
    return behindSeconds;
  }

  /** Reports a failed insertion, whose events may be stored but missing from derived tables. */
  public void doubt() {
    arrivals.fail();
    needsRepair = true;
    isUpToDate = false;
  }

  /** Reports stored events. Call it before the sender gets the response. */
  public void arrive(TenantId tenant, Collection<JourneyId> journeys) {
    arrivals.add(tenant, journeys);
    isUpToDate = false;
  }

  /** The tracker of events that the rollup may not contain yet. */
  public ArrivalTracker arrivals() {
    return arrivals;
  }

  @Override
  public String table() {
    return EventRollup.PROGRESS;
  }

  /** Schedules a round after ClickHouse was unavailable, to find what a crash left out. */
  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    if (found.isEmpty()) {
      isUpToDate = false;
    }
  }

  /**
   * Recounts all quarter hours and repairs all derived tables, while the service is running.
   *
   * @param progress receives the progress
   */
  public void rebuild(Progress progress) {
    Watermark watermark = rollup.moment(settings.margin()).possible();
    List<Supplier<List<JourneyQuarterHours>>> portions = rollup.all();
    for (int portion = 0; portion < portions.size(); portion++) {
      List<List<JourneyQuarterHours>> batches =
          JourneyQuarterHours.batches(portions.get(portion).get(), BATCH);
      for (int done = 0; done < batches.size(); done++) {
        progress.at(STEPS * portion + STEPS * done / batches.size(), STEPS * portions.size());
        derived.repair(EventRollup.events(batches.get(done)));
        roll(watermark, batches.get(done));
      }
    }
    rollup.emptyBefore(watermark);
    progress.at(STEPS * portions.size(), STEPS * portions.size());
  }

  /** A listener to the progress of a rebuild. */
  @FunctionalInterface
  public interface Progress {
    /** Receives the number of completed steps and the number of all steps. */
    void at(int done, int all);
  }

  /** Runs a round, unless there can be no new events and the last round is recent. */
  private void rollUnlessUpToDate() {
    if (!isAlone || !isUpToDate || System.nanoTime() - lastRound >= LONGEST_QUIET) {
      roll();
    }
  }

  /** Runs a round. When it returns, the rollup contains all events inserted before the margin. */
  public synchronized void roll() {
    lastRound = System.nanoTime();
    // Set before the round, so that events that arrive during it reset the flag.
    isUpToDate = true;
    try {
      if (rollAsFarAsPossible()) {
        isUpToDate = false;
      }
    } catch (RuntimeException e) {
      isUpToDate = false;
      throw e;
    }
  }

  /** Runs a round and returns whether another one is needed. */
  private boolean rollAsFarAsPossible() {
    long begin = System.nanoTime();
    Moment moment = rollup.moment(settings.margin());
    repairAfterCrash(moment);
    Watermark last = moment.present();
    Watermark possible = moment.possible();
    if (moment.clock() < last.covers()) {
      // Events inserted since then have times that the watermark already covers.
      LOG.warn("The clock of ClickHouse was set back; recent events are counted again");
      arrivals.forget();
      rollup.reach(new Watermark(possible.version(), possible.covers() - REPAIR_SECONDS));
    } else if (possible.covers() > last.covers() && isWorthIt(moment)) {
      Set<String> tenants = new HashSet<>();
      for (Supplier<List<JourneyQuarterHours>> portion : rollup.changed(last, possible)) {
        List<JourneyQuarterHours> changed = portion.get();
        changed.forEach(one -> tenants.add(one.tenant()));
        JourneyQuarterHours.batches(
                changed.stream().filter(JourneyQuarterHours::isOfJourney).toList(), BATCH)
            .forEach(batch -> roll(possible, batch));
      }
      listener.accept(
          new RoundResult(tenants, last.covers(), possible.version(), possible.covers()));
      rollup.reach(possible);
      behindSeconds = moment.clock() - possible.covers();
      // The margin is added again, since the clock may have been set back by as much.
      Duration behind = Duration.ofSeconds(behindSeconds + 1).plus(settings.margin());
      arrivals.rollUpTo(moment.isNew() ? begin - behind.toNanos() : begin);
    } else {
      if (!moment.isNew()) {
        arrivals.rollUpTo(begin);
      }
      behindSeconds = moment.isNew() ? moment.clock() - last.covers() : 0;
    }
    return moment.isNew() || moment.clock() < last.covers();
  }

  /** Without new events, publishing a watermark in every round would cost and change nothing. */
  private boolean isWorthIt(Moment moment) {
    Duration quiet = Duration.ofSeconds(moment.possible().covers() - moment.present().covers());
    return moment.isNew() || quiet.compareTo(settings.interval().multipliedBy(QUIET_ROUNDS)) >= 0;
  }

  /** Splits a batch in half if its events are too many for one statement. */
  private void roll(Watermark watermark, List<JourneyQuarterHours> batch) {
    try {
      rollup.roll(watermark, batch);
    } catch (StoreUnavailableException failure) {
      List<List<JourneyQuarterHours>> halves = JourneyQuarterHours.halves(batch);
      if (!failure.failure().isOfStatement() || halves.size() < 2) {
        throw failure;
      }
      halves.forEach(half -> roll(watermark, half));
    }
  }

  private void repairAfterCrash(Moment moment) {
    if (moment.uptime() < uptime) {
      needsRepair = true;
    }
    uptime = moment.uptime();
    if (needsRepair) {
      // Reset before the repair, so that a failure during it sets the flag again.
      needsRepair = false;
      try {
        repair(Math.max(0, moment.present().covers() - REPAIR_SECONDS), moment.clock());
        derived.repair(EventRollup.insertedAfter(moment.clock()));
      } catch (RuntimeException e) {
        needsRepair = true;
        throw e;
      }
    }
  }

  private void repair(long after, long upTo) {
    rollup
        .firstInsertion(after, upTo)
        .ifPresent(first -> {
          long part = Math.ceilDiv(upTo - first + 1, REPAIR_PARTS);
          for (long begin = first - 1; begin < upTo; begin += part) {
            repairPart(begin, Math.min(upTo, begin + part));
          }
        });
  }

  /** Splits a time span in half if its events are too many for one statement. */
  private void repairPart(long after, long upTo) {
    try {
      derived.repair(EventRollup.inserted(after, upTo));
    } catch (StoreUnavailableException failure) {
      if (!failure.failure().isOfStatement() || upTo - after < 2) {
        throw failure;
      }
      long middle = (after + upTo) / 2;
      repairPart(after, middle);
      repairPart(middle, upTo);
    }
  }
}
