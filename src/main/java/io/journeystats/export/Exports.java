package io.journeystats.export;

import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.PeriodicTask;
import io.journeystats.http.ConflictException;
import io.journeystats.http.GoneException;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.ProblemException;
import io.journeystats.journey.Journeys;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.query.Statistics;
import io.journeystats.sql.StreamedTables;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The exports of all tenants: requested here, written in the background, removed here. */
public final class Exports implements Managed {
  private static final String USER_ERASED =
      "The file was removed, as a user was erased since it was made; ask for it again.";

  private static final Logger LOG = LoggerFactory.getLogger(Exports.class);

  private static final int MOST_AT_ONCE = 1_000_000;

  private final ExportJobStore log;
  private final FileStorage storage;
  private final InstantSource clock;
  private final StorageQuota room;
  private final ExportCleanup housekeeping;
  private final ExportWorker worker;
  private final ExportQueue intake;
  private final PeriodicTask tidying;

  /**
   * Exports that still have to be started.
   *
   * @param log where the jobs are kept
   * @param storage where the files are kept; closed with this
   * @param contents what the files hold
   * @param ticker measures how long nothing was heard of a job
   * @param watch looks for jobs that other instances accepted
   */
  Exports(
      ExportJobStore log,
      FileStorage storage,
      ExportContents contents,
      ExportSettings settings,
      InstantSource clock,
      Ticker ticker,
      ChangeWatch watch) {
    this.log = log;
    this.storage = storage;
    this.clock = clock;
    this.room = new StorageQuota(log, storage, settings, clock);
    this.housekeeping = new ExportCleanup(log, storage, contents, room, settings, clock);
    this.worker =
        new ExportWorker(
            log,
            claim -> new ExportAttempt(claim, contents, storage, room, settings, clock),
            settings,
            clock,
            new JobHeartbeats(ticker),
            watch);
    this.intake = new ExportQueue(log, settings, clock, worker::wake);
    this.tidying =
        new PeriodicTask(
            "exports-tidying",
            settings.tidying(),
            this::tidy,
            failure -> LOG.warn("Old exports cannot be removed", failure));
  }

  /**
   * Exports that still have to be started.
   *
   * @param database where the jobs are kept
   * @param storage where the files are kept; closed with this
   * @param data the events of a tenant that count now; empty where there is no such tenant
   * @param journeys what can be exported
   * @param statistics answers the queries, however long it takes
   * @param stored makes the tables of any number of rows
   * @param memory what definitions take of the heap while they are worked on
   * @param watch looks for jobs that other instances accepted
   */
  public static Exports of(
      DSLContext database,
      FileStorage storage,
      Function<TenantId, Optional<TenantData>> data,
      Journeys journeys,
      Statistics statistics,
      StreamedTables stored,
      TenantLimiter memory,
      ExportSettings settings,
      InstantSource clock,
      ChangeWatch watch) {
    return new Exports(
        new ExportJobStore(database),
        storage,
        new ExportTables(data, journeys, statistics, stored, memory),
        settings,
        clock,
        Ticker.systemTicker(),
        watch);
  }

  /** Accepts exports. */
  ExportQueue intake() {
    return intake;
  }

  /**
   * The tenant's export.
   *
   * @throws NotFoundException where it has none with this id
   */
  ExportJob find(TenantId tenant, UUID id) {
    ExportJob job = required(tenant, id);
    return job.status() == ExportStatus.READY && expiredAsGone(job)
        ? required(tenant, id)
        : upToDate(job);
  }

  private boolean expiredAsGone(ExportJob job) {
    try {
      return housekeeping.expireIfGone(job);
    } catch (IOException laterThen) {
      LOG.warn("The file of the export {} is left to be tidied up", job.id(), laterThen);
      return true;
    }
  }

  /** The tenant's exports, the latest first. */
  List<ExportJob> list(TenantId tenant, Optional<ExportPosition> after, int limit) {
    return log.list(tenant, after, limit).stream().map(this::upToDate).toList();
  }

  /**
   * Other instances see progress now and then; the instance that writes the file has it at once.
   */
  private ExportJob upToDate(ExportJob job) {
    return switch (job.status()) {
      case RUNNING -> worker.rows(job.id()).map(job::at).orElse(job);
      case QUEUED -> worker.heldUpBy(job.id()).map(job::heldUp).orElse(job);
      case READY, FAILED, CANCELLED, EXPIRED -> job;
    };
  }

  private ExportJob required(TenantId tenant, UUID id) {
    return log.find(tenant, id)
        .orElseThrow(() -> new NotFoundException("There is no export with this id."));
  }

  /** When a file is going to be removed; empty where there is none. */
  Optional<Instant> expiry(ExportJob job) {
    return job.status() == ExportStatus.READY
        ? Optional.of(housekeeping.expiry(job))
        : Optional.empty();
  }

  /**
   * Ends an export: one that is under way is cancelled, and the file of one that is ready is
   * removed. One that has ended stays as it is.
   */
  void end(TenantId tenant, UUID id) {
    ExportJob job = required(tenant, id);
    while (!ended(job)) {
      // Another writer has changed it meanwhile, such as the instance that writes the file.
      job = required(tenant, id);
    }
  }

  private boolean ended(ExportJob job) {
    return switch (job.status()) {
      case QUEUED, RUNNING -> {
        boolean cancelled =
            log.append(
                job.ended(
                    ExportStatus.CANCELLED, Optional.of("It was cancelled."), clock.instant()));
        if (cancelled) {
          worker.cancel(job.id());
          worker.wake();
        }
        yield cancelled;
      }
      case READY -> {
        try {
          yield room.expire(job, "The file was removed.");
        } catch (IOException laterThen) {
          LOG.warn("The file of the export {} is left to be tidied up", job.id(), laterThen);
          yield true;
        }
      }
      case FAILED, CANCELLED, EXPIRED -> true;
    };
  }

  /**
   * Ends the life of all files of a tenant, and lets those that are being written begin again, as a
   * user was erased whom they may contain. A job that searches for users may name that user, so it
   * ends, too.
   */
  public void forgetFiles(TenantId tenant) {
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (ExportJob job : log.withData(tenant)) {
        isChanged |= !isForgotten(job);
      }
    }
    worker.wake();
  }

  private boolean isForgotten(ExportJob job) {
    boolean isSearch = job.question().filters().given().containsKey("search");
    if (job.status() == ExportStatus.QUEUED && !isSearch) {
      return true;
    }
    if (job.status().isUnderWay()) {
      boolean isDone =
          log.append(
              isSearch
                  ? job.ended(ExportStatus.CANCELLED, Optional.of(USER_ERASED), clock.instant())
                  : job.givenBack());
      worker.cancel(job.id());
      return isDone;
    }
    try {
      return room.expire(job, USER_ERASED);
    } catch (IOException laterThen) {
      LOG.warn("The file of the export {} is left to be tidied up", job.id(), laterThen);
      return true;
    }
  }

  /**
   * The file of an export that is ready.
   *
   * @throws GoneException where it was removed as a user was erased
   * @throws ConflictException where it is still under way
   * @throws NotFoundException where there is none
   */
  ExportFile file(ExportJob job) {
    if (job.status().isUnderWay()) {
      throw new ConflictException(
          "The export is " + job.status().key() + "; its file is there when it is ready.");
    }
    return job.file()
        .filter(_ -> job.status() == ExportStatus.READY)
        .orElseThrow(() -> noFile(job));
  }

  /**
   * Opens a part of a file, as {@link FileStorage#read} does.
   *
   * @throws NotFoundException where it is gone
   */
  InputStream read(ExportFile file, long from, long length) {
    try {
      return storage
          .read(file.storedAs(), from, length)
          .orElseThrow(() -> new NotFoundException("The file of this export is missing."));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ProblemException noFile(ExportJob job) {
    if (job.error().filter(USER_ERASED::equals).isPresent()) {
      return new GoneException(USER_ERASED);
    }
    return new NotFoundException(
        "The export is %s and has no file. %s"
            .formatted(job.status().key(), job.error().orElse(""))
            .strip());
  }

  /**
   * Removes all exports of a deleted tenant, the files first: no instance would remove the file of
   * an unknown job them.
   *
   * @return whether there were none
   */
  public boolean remove(TenantId tenant) {
    List<ExportJob> jobs = log.list(tenant, Optional.empty(), MOST_AT_ONCE);
    jobs.forEach(job -> end(tenant, job.id()));
    boolean hasEnded =
        jobs.stream()
            .noneMatch(job -> job.status().isUnderWay() || job.status() == ExportStatus.READY);
    try {
      if (housekeeping.removeFiles(jobs.stream().map(ExportJob::id).collect(toSet())) && hasEnded) {
        log.removeAll(tenant);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return jobs.isEmpty();
  }

  /** How many jobs run on this instance. */
  public int running() {
    return worker.running();
  }

  /** What keeps exports from being made, in sentences; empty where nothing does. */
  public List<String> troubles() {
    return Stream.concat(worker.troubles().stream(), log.trouble().stream()).toList();
  }

  /** Removes what is old, or belongs to nothing. */
  void tidy() {
    try {
      housekeeping.tidy();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void start() {
    worker.start();
    tidying.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    tidying.stop();
    worker.stop();
    storage.close();
  }
}
