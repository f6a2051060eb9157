package io.journeystats.export;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.Repetition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs: begins those whose turn it is, says of those running that they are alive, and
 * takes on those whose instance died. Several instances share the jobs between them.
 */
final class ExportWorker implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);

  private final String instance = UUID.randomUUID().toString();
  private final ExportLog log;
  private final Function<Claim, ExportRun> runs;
  private final ExportSettings settings;
  private final InstantSource clock;
  private final Sightings sightings;
  private final Schedule schedule;
  private final Repetition looking;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, ExportRun> running = new ConcurrentHashMap<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile boolean stopping;

  /** A worker that still has to be started; the function makes what writes a file. */
  ExportWorker(
      ExportLog log,
      Function<Claim, ExportRun> runs,
      ExportSettings settings,
      InstantSource clock,
      Sightings sightings) {
    this.log = log;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
    this.sightings = sightings;
    this.schedule =
        new Schedule(
            settings.atOnceOfTenant(),
            settings.lease(),
            // What runs here is alive, however late its heartbeat is.
            job -> running.containsKey(job.id()) ? Duration.ZERO : sightings.unchanged(job));
    this.looking =
        new Repetition(
            "exports",
            settings.pulse(),
            this::look,
            failure -> LOG.warn("Exports wait, as their jobs cannot be read", failure));
  }

  @Override
  public void start() {
    looking.start(Duration.ZERO);
  }

  /** Looks at once, as something has changed. */
  void wake() {
    // Whoever comes before the next look has begun is in it.
    if (!stopping && !woken.getAndSet(true)) {
      executor.execute(looking::once);
    }
  }

  /** Ends the work on a job, if it is done here. */
  void cancel(UUID job) {
    Optional.ofNullable(running.get(job)).ifPresent(ExportRun::cancel);
  }

  /** How far a job is at this moment, if it runs here. */
  Optional<RowCount> rows(UUID job) {
    return Optional.ofNullable(running.get(job)).map(ExportRun::rows);
  }

  /** How many jobs run here. */
  int running() {
    return running.size();
  }

  private synchronized void look() {
    woken.set(false);
    if (stopping) {
      return;
    }
    List<ExportJob> underWay = log.underWay();
    sightings.note(underWay);
    endWhatIsNoLongerOurs(underWay);
    sayThatTheyAreAlive(underWay);
    for (ExportJob job : schedule.next(underWay, settings.atOnce() - running.size())) {
      if (job.failures() >= settings.attempts()) {
        giveUp(job);
      } else {
        begin(job);
      }
    }
  }

  private void endWhatIsNoLongerOurs(List<ExportJob> underWay) {
    List<UUID> ours =
        underWay.stream()
            .filter(job -> job.owner().filter(instance::equals).isPresent())
            .map(ExportJob::id)
            .toList();
    running.forEach((id, run) -> {
      if (!ours.contains(id)) {
        run.cancel();
      }
    });
  }

  private void sayThatTheyAreAlive(List<ExportJob> underWay) {
    for (ExportJob job : underWay) {
      ExportRun run = running.get(job.id());
      if (run != null && sightings.unchanged(job).compareTo(settings.heartbeat()) >= 0) {
        run.beat();
      }
    }
  }

  private void begin(ExportJob job) {
    ExportJob begun = job.begun(instance, clock.instant());
    if (log.append(begun)) {
      ExportRun run = runs.apply(new Claim(log, begun));
      running.put(job.id(), run);
      executor.execute(() -> {
        try {
          run.run();
        } finally {
          running.remove(job.id(), run);
          // Another may have waited for this place.
          wake();
        }
      });
    }
  }

  /** So often did an instance die over it that it may well be the reason. */
  private void giveUp(ExportJob job) {
    boolean _ =
        log.append(
            job.ended(
                ExportStatus.FAILED,
                Optional.of("The service ended %d times over it.".formatted(job.failures())),
                clock.instant()));
  }

  @Override
  public void stop() {
    stopping = true;
    looking.stop();
    // Given back, so that the next instance need not wait for the leases to end.
    running.values().forEach(ExportRun::cancel);
    executor.close();
  }
}
