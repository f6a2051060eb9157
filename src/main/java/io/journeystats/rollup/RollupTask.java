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
 * What keeps the rollup close behind the events: every few seconds it counts the quarter hours anew
 * that events came in for.
 *
 * <p>Any number of services may do so at once, and any of them may die at any point: what is
 * written is always what the events are, and readers rely on it only once all of it is written.
 */
public final class RollupTask implements Managed, ChangeWatch.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(RollupTask.class);

  /**
   * So many quarter hours a statement: half a year of one journey, or of a few small ones. Whatever
   * it counts, a statement has to be forced to the disk, so fewer would take longer altogether.
   */
  private static final int BATCH = 20_000;

  /** So finely a rebuild tells how far it is with each portion. */
  private static final int STEPS = 100;

  /** 25 MB of the heap. */
  private static final int MOST_IN_MEMORY = 100_000;

  /** So many rounds pass without a note while no event comes in. */
  private static final int QUIET_ROUNDS = 12;

  /** So rarely a round looks for events that came in past the service. */
  private static final long LONGEST_QUIET = Duration.ofMinutes(1).toNanos();

  /** How much earlier than what is known to be whole repairs begin. */
  private static final long REPAIR_SECONDS = 600;

  /**
   * In so many statements: of the millions of events of a great load, one would not end in time.
   */
  private static final int REPAIR_PARTS = 10;

  private final EventRollup rollup;
  private final DerivedTables derived;
  private final RollupSettings settings;
  private final boolean isAlone;
  private final ArrivalTracker arrivals;
  private final Consumer<RoundResult> listener;
  private final PeriodicTask repetition;
  private long uptime = Long.MAX_VALUE;
  private volatile long behindSeconds;
  private volatile boolean doubtful;

  /** Whether all that was inserted is rolled up, as far as this instance knows. */
  private volatile boolean settled;

  private volatile long rolled;

  /** A roller that still has to be started. */
  public RollupTask(ClickHouse clickHouse, RollupSettings settings) {
    this(clickHouse, settings, false, _ -> {});
  }

  /**
   * A roller that still has to be started.
   *
   * @param isAlone whether this instance hears of all events that come in, by {@link #arrive};
   *     where none did, most rounds are left out
   * @param listener gets what each round finds, before readers rely on it
   */
  public RollupTask(
      ClickHouse clickHouse,
      RollupSettings settings,
      boolean isAlone,
      Consumer<RoundResult> listener) {
    this(clickHouse, settings, isAlone, MOST_IN_MEMORY, listener);
  }

  /** One that has at most so many quarter hours in memory at once. */
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
    this.repetition =
        new PeriodicTask(
            "roller",
            settings.interval(),
            this::rollUnlessSettled,
            failure -> LOG.warn("The rollup cannot be continued; going on without it", failure));
  }

  @Override
  public void start() {
    repetition.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    repetition.stop();
  }

  /**
   * How far the rollup is behind, in seconds: what came in since is read event by event, which
   * takes longer and gives the same.
   */
  public long behindSeconds() {
    return behindSeconds;
  }

  /**
   * Tells that an insertion failed, after which its events may be stored and missing from a table
   * derived from them.
   */
  public void doubt() {
    arrivals.fail();
    doubtful = true;
    settled = false;
  }

  /** Tells that events of journeys were stored, or custom ones; before their sender learns it. */
  public void arrive(TenantId tenant, Collection<JourneyId> journeys) {
    arrivals.add(tenant, journeys);
    settled = false;
  }

  /** What is known here of events that the rollup does not hold. */
  public ArrivalTracker arrivals() {
    return arrivals;
  }

  @Override
  public String table() {
    return EventRollup.PROGRESS;
  }

  /** After a crash of ClickHouse, a round has to see what was lost. */
  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    if (found.isEmpty()) {
      settled = false;
    }
  }

  /**
   * Counts all quarter hours anew from the events, and derives anew what views keep, while
   * everything goes on.
   *
   * @param progress is told how far it is
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

  /** What is told how far a rebuild is. */
  @FunctionalInterface
  public interface Progress {
    /** So many of so many steps are done. */
    void at(int done, int all);
  }

  /** A round, unless it can find nothing; now and then one all the same. */
  private void rollUnlessSettled() {
    if (!isAlone || !settled || System.nanoTime() - rolled >= LONGEST_QUIET) {
      roll();
    }
  }

  /** One round: when it returns, readers rely on all that was inserted before the margin. */
  public synchronized void roll() {
    rolled = System.nanoTime();
    // Before the look, so that what comes in during it is not forgotten.
    settled = true;
    try {
      if (rollAsFarAsPossible()) {
        settled = false;
      }
    } catch (RuntimeException e) {
      settled = false;
      throw e;
    }
  }

  /** Answers with whether there was anything that a further round may have to go on with. */
  private boolean rollAsFarAsPossible() {
    long begin = System.nanoTime();
    Moment moment = rollup.moment(settings.margin());
    repairAfterCrash(moment);
    Watermark last = moment.present();
    Watermark possible = moment.possible();
    if (moment.clock() < last.covers()) {
      // Events inserted since then bear times that the rollup seemed to hold already.
      LOG.warn("The clock of ClickHouse was set back; what came in lately is counted anew");
      arrivals.forget();
      rollup.reach(new Watermark(possible.version(), possible.covers() - REPAIR_SECONDS));
    } else if (possible.covers() > last.covers() && isWorthIt(moment)) {
      Set<String> tenants = new HashSet<>();
      for (Supplier<List<JourneyQuarterHours>> portion : rollup.changed(last, possible)) {
        List<JourneyQuarterHours> changed = portion.get();
        changed.forEach(some -> tenants.add(some.tenant()));
        JourneyQuarterHours.batches(
                changed.stream().filter(JourneyQuarterHours::isOfJourney).toList(), BATCH)
            .forEach(batch -> roll(possible, batch));
      }
      listener.accept(
          new RoundResult(tenants, last.covers(), possible.version(), possible.covers()));
      rollup.reach(possible);
      behindSeconds = moment.clock() - possible.covers();
      // The margin once more, as the clock may have been set back by that.
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

  /** Where no event came in, to note that in every round would only cost; readers find none. */
  private boolean isWorthIt(Moment moment) {
    Duration quiet = Duration.ofSeconds(moment.possible().covers() - moment.present().covers());
    return moment.isNew() || quiet.compareTo(settings.interval().multipliedBy(QUIET_ROUNDS)) >= 0;
  }

  /** What is too much for one statement, as a journey may have any number of events, is halved. */
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
      doubtful = true;
    }
    uptime = moment.uptime();
    if (doubtful) {
      // Before, so that a doubt that arises meanwhile is not forgotten.
      doubtful = false;
      try {
        repair(Math.max(0, moment.present().covers() - REPAIR_SECONDS), moment.clock());
        derived.repair(EventRollup.insertedAfter(moment.clock()));
      } catch (RuntimeException e) {
        doubtful = true;
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

  /** What is too much for one statement is halved, as with quarter hours. */
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
