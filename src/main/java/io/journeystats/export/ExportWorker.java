package io.journeystats.export;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.PeriodicTask;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs: begins queued ones, sends heartbeats for running ones, and takes over those whose
 * instance died. Several instances share the jobs.
 */
final class ExportWorker implements Managed, ChangeWatch.Watcher {
  private static final Logger LOG = LoggerFactory.getLogger(ExportWorker.class);

  private final String instance = UUID.randomUUID().toString();
  private final ExportJobStore log;
  private final Function<JobLease, ExportAttempt> runs;
  private final ExportSettings settings;
  private final InstantSource clock;
  private final JobHeartbeats heartbeats;
  private final JobScheduler schedule;
  private final PeriodicTask looking;
  private final ChangeWatch watch;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, ExportAttempt> running = new ConcurrentHashMap<>();
  private final Set<UUID> changing = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile int unreadable;
  private volatile boolean stopping;

  /** Whether there was nothing to do, and when that was; guarded by this. */
  private boolean idle;

  private long looked;

  /** The version of the table when this was woken last; used by the watch alone. */
  private String seen = "?";

  /** A worker that still has to be started; the function makes what writes a file. */
  ExportWorker(
      ExportJobStore log,
      Function<JobLease, ExportAttempt> runs,
      ExportSettings settings,
      InstantSource clock,
      JobHeartbeats heartbeats,
      ChangeWatch watch) {
    this.log = log;
    this.watch = watch;
    this.runs = runs;
    this.settings = settings;
    this.clock = clock;
    this.heartbeats = heartbeats;
    this.schedule =
        new JobScheduler(
            settings.atOnceOfTenant(),
            settings.lease(),
            // What runs here is alive, however late its heartbeat is.
            job -> running.containsKey(job.id()) ? Duration.ZERO : heartbeats.unchanged(job));
    this.looking =
        new PeriodicTask(
            "exports",
            settings.pulse(),
            this::look,
            failure -> LOG.warn("Exports wait, as their jobs cannot be read", failure));
  }

  @Override
  public void start() {
    looking.start(Duration.ZERO);
    watch.add(this);
  }

  @Override
  public String table() {
    return ExportJobStore.TABLE;
  }

  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    String version = found.map(ChangeWatch.Look::version).orElse(seen);
    if (!version.equals(seen)) {
      seen = version;
      wake();
    }
  }

  /** Looks at once, as something has changed. */
  void wake() {
    // What is added before the next look begins is part of it.
    if (!stopping && !woken.getAndSet(true)) {
      executor.execute(looking::once);
    }
  }

  /** Ends the work on a job, if it is done here. */
  void cancel(UUID job) {
    Optional.ofNullable(running.get(job)).ifPresent(ExportAttempt::cancel);
  }

  /** How far a job is at this moment, if it runs here. */
  Optional<RowCount> rows(UUID job) {
    return Optional.ofNullable(running.get(job)).map(ExportAttempt::rows);
  }

  /** How many jobs run here. */
  int running() {
    return running.size();
  }

  private synchronized void look() {
    boolean wasWoken = woken.getAndSet(false);
    long now = System.nanoTime();
    // If there is nothing to do, only a new job can change that, which the watch reports.
    boolean isIdle = idle && now - looked < settings.lease().toNanos();
    if (stopping || (isIdle && !wasWoken)) {
      return;
    }
    idle = false;
    looked = now;
    Map<UUID, ExportAttempt> runningBefore = Map.copyOf(running);
    ExportJobStore.UnderWay found = log.underWay();
    List<ExportJob> underWay = found.jobs();
    idle = found.all().isEmpty() && running.isEmpty() && changing.isEmpty();
    unreadable = found.unreadable().size();
    heartbeats.note(found.all());
    cancelLostJobs(runningBefore, underWay);
    sendHeartbeats(underWay);
    List<CompletableFuture<Void>> changes = new ArrayList<>();
    for (ExportJob job : found.unreadable()) {
      // A later version of the service, which knows what it means, had the time to take it on.
      if (mayBeChanged(job) && heartbeats.unchanged(job).compareTo(settings.tidying()) >= 0) {
        changes.add(change(job, () -> giveUp(job, job.error().orElse(""))));
      }
    }
    List<ExportJob> possible = underWay.stream().filter(this::mayBeChanged).toList();
    int free = settings.atOnce() - running.size() - changing.size();
    for (ExportJob job : schedule.next(possible, free)) {
      changes.add(change(job, () -> beginOrGiveUp(job)));
    }
    awaitBriefly(changes);
  }

  private boolean mayBeChanged(ExportJob job) {
    return !changing.contains(job.id()) && !heartbeats.isLeftAlone(job);
  }

  /**
   * Changes a job, on a thread of its own, and then does what is to be done with it. One that
   * cannot be changed is left alone for a while, so that it does not hold a place.
   *
   * @param change answers with what is to be done; empty where that is nothing
   * @return ends when the job is changed, or left alone
   */
  private CompletableFuture<Void> change(ExportJob job, Supplier<Optional<ExportAttempt>> change) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    changing.add(job.id());
    executor.execute(() -> {
      Optional<ExportAttempt> run = Optional.empty();
      try {
        run = change.get();
      } catch (RuntimeException failure) {
        leaveAlone(job, failure);
      } finally {
        changing.remove(job.id());
        end.complete(null);
      }
      run.ifPresent(this::perform);
      // Another may have waited for this place.
      wake();
    });
    return end;
  }

  private void leaveAlone(ExportJob job, RuntimeException failure) {
    LOG.warn("The export {} cannot be changed and is left alone for now", job.id(), failure);
    heartbeats.failed(job, settings.pulse(), String.valueOf(failure.getMessage()));
  }

  /** What is changed now is part of the next look; but no caller waits long for a slow one. */
  private void awaitBriefly(List<CompletableFuture<Void>> changes) {
    try {
      CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new))
          .get(settings.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException goesOn) {
      LOG.debug("Some exports take their time to be changed", goesOn);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ExportAttempt> beginOrGiveUp(ExportJob job) {
    return job.failures() >= settings.attempts()
        // Instances died so often during this job that it may be the cause.
        ? giveUp(
            job,
            "Failed: the service stopped %d times while writing this file."
                .formatted(job.failures()))
        : begin(job);
  }

  /** Jobs begun after the list was read are not in it, and stay. */
  private void cancelLostJobs(Map<UUID, ExportAttempt> runs, List<ExportJob> underWay) {
    List<UUID> ours =
        underWay.stream()
            .filter(job -> job.owner().filter(instance::equals).isPresent())
            .map(ExportJob::id)
            .toList();
    runs.forEach((id, run) -> {
      if (!ours.contains(id)) {
        run.cancel();
      }
    });
  }

  private void sendHeartbeats(List<ExportJob> underWay) {
    for (ExportJob job : underWay) {
      ExportAttempt run = running.get(job.id());
      if (run != null && heartbeats.unchanged(job).compareTo(settings.heartbeat()) >= 0) {
        // The others do not wait for what one of them waits for.
        executor.execute(run::beat);
      }
    }
  }

  private Optional<ExportAttempt> begin(ExportJob job) {
    ExportJob begun = job.begun(instance, clock.instant());
    if (!log.append(begun)) {
      return Optional.empty();
    }
    ExportAttempt run = runs.apply(new JobLease(log, begun));
    running.put(job.id(), run);
    if (stopping) {
      run.cancel();
    }
    return Optional.of(run);
  }

  private void perform(ExportAttempt run) {
    try {
      run.run();
    } finally {
      running.remove(run.claim().job().id(), run);
    }
  }

  private Optional<ExportAttempt> giveUp(ExportJob job, String why) {
    boolean _ = log.append(job.ended(ExportStatus.FAILED, Optional.of(why), clock.instant()));
    return Optional.empty();
  }

  /** Why a job that waits cannot be begun; empty where nothing is known against it. */
  Optional<String> heldUpBy(UUID job) {
    return heartbeats.whyNotChanged(job);
  }

  /** What keeps jobs from being done, in sentences; empty where nothing does. */
  List<String> troubles() {
    Stream<String> unread =
        unreadable == 0
            ? Stream.empty()
            : Stream.of(unreadable + " exports cannot be read by this version of the service.");
    return Stream.of(
            looking
                .failure()
                .map("Exports wait, as their jobs cannot be read: %s."::formatted)
                .stream(),
            heartbeats.allWhyNotChanged().stream()
                .map("Exports wait, as they cannot be changed: %s."::formatted),
            unread)
        .flatMap(Function.identity())
        .toList();
  }

  @Override
  public void stop() {
    stopping = true;
    watch.remove(this);
    looking.stop();
    // Given back, so that the next instance need not wait for the leases to end.
    running.values().forEach(ExportAttempt::cancel);
    executor.close();
  }
}
