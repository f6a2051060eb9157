package io.journeystats.export;

import com.google.common.base.Throwables;
import io.journeystats.cache.QueryCaller;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.csv.CsvFile;
import io.journeystats.csv.CsvReading;
import io.journeystats.http.ProblemException;
import io.journeystats.http.TryAgainException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt to write a job's file, from its beginning to what becomes of the job. It may be
 * cancelled at any moment; then whoever did that has said what becomes of it, or it is given back.
 */
final class ExportAttempt implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ExportAttempt.class);
  private static final int BUFFER = 128 << 10;

  private final JobLease claim;
  private final ExportContents contents;
  private final FileStorage storage;
  private final StorageQuota room;
  private final ExportSettings settings;
  private final InstantSource clock;
  private final Cancellation cancellation = new Cancellation();
  private final AtomicBoolean beating = new AtomicBoolean();
  private volatile RowCount rows = RowCount.NONE;

  ExportAttempt(
      JobLease claim,
      ExportContents contents,
      FileStorage storage,
      StorageQuota room,
      ExportSettings settings,
      InstantSource clock) {
    this.claim = claim;
    this.contents = contents;
    this.storage = storage;
    this.room = room;
    this.settings = settings;
    this.clock = clock;
  }

  JobLease claim() {
    return claim;
  }

  /** How far it is, at this moment. */
  RowCount rows() {
    return rows;
  }

  /** Ends it soon. */
  void cancel() {
    cancellation.cancel();
  }

  /**
   * Says that this instance is alive; ends the work where the job is no longer its own. Where that
   * cannot be said it goes on: what it has by the end of the lease may be lost, or not.
   */
  void beat() {
    if (beating.getAndSet(true)) {
      return;
    }
    try {
      RowCount now = rows;
      if (!claim.change(job -> job.at(now))) {
        cancel();
      }
    } catch (RuntimeException silent) {
      LOG.warn("The export {} cannot say that it is alive", claim.job().id(), silent);
    } finally {
      beating.set(false);
    }
  }

  @Override
  public void run() {
    ExportJob job = claim.job();
    // Whatever it waits for at that moment, and nobody else could end.
    Thread self = Thread.currentThread();
    Optional<Throwable> failure;
    try (QueryCaller.Attendance _ = cancellation.onCancel(self::interrupt)) {
      write(job);
      failure = Optional.empty();
    } catch (IOException | RuntimeException | Error thrown) {
      failure = Optional.of(thrown);
    } finally {
      room.giveBack(job);
    }
    // What is still to be said must not be interrupted.
    boolean _ = Thread.interrupted();
    failure.ifPresent(this::settle);
  }

  private void write(ExportJob job) throws IOException {
    room.take(job, 0);
    // Asked for before: what is read afterwards may be less, never more.
    Optional<Instant> dataFrom = contents.dataFrom(job);
    CsvFile content = contents.of(job, progress -> rows = progress);
    OptionalLong total = OptionalLong.of(content.table().countRows());
    rows = new RowCount(rows.written(), total);
    ExportFile file;
    long written;
    try (FileUpload upload = storage.begin(job.storedAs());
        CsvReading reading = content.table().open(job.question().style());
        QueryCaller.Attendance _ = cancellation.onCancel(reading::close)) {
      var sink = new HashingOutputStream(upload, size -> room.take(job, size));
      var buffered = new BufferedOutputStream(sink, BUFFER);
      written = reading.writeTo(buffered, count -> rows = new RowCount(count, total));
      buffered.flush();
      if (cancellation.isCancelled()) {
        throw new CancellationException();
      }
      upload.publish();
      file =
          new ExportFile(
              job.storedAs(), content.name().text(), sink.size(), sink.sha256Hex(), dataFrom);
    }
    // Rows that came or went since they were counted are no fault: the file tells how many it has.
    RowCount all = new RowCount(written, OptionalLong.of(written));
    if (!claim.change(present -> present.ready(file, all, clock.instant()))) {
      storage.delete(file.storedAs());
    }
  }

  private void settle(Throwable failure) {
    try {
      boolean _ = claim.change(after(failure));
    } catch (RuntimeException unknown) {
      // Its lease will end, and somebody tries again.
      LOG.warn("What became of the export {} cannot be noted", claim.job().id(), unknown);
    }
  }

  private UnaryOperator<ExportJob> after(Throwable failure) {
    if (cancellation.isCancelled()) {
      return ExportJob::givenBack;
    }
    return switch (failure) {
      case StoreUnavailableException store -> tryAgain(store.failure().sentence() + ".", store);
      case TryAgainException busy -> tryAgain(String.valueOf(busy.getMessage()), busy);
      case ProblemException problem -> failed(String.valueOf(problem.getMessage()));
      case IOException _ when noRoom(failure).isPresent() -> failed(noRoom(failure).orElseThrow());
      case IOException storing -> tryAgain("The file could not be written.", storing);
      default -> failed(fault(failure));
    };
  }

  private UnaryOperator<ExportJob> tryAgain(String why, Exception failure) {
    LOG.warn("The export {} came to nothing this time", claim.job().id(), failure);
    return claim.job().failures() + 1 < settings.attempts()
        ? job -> job.again(why)
        : failed(why + " It was tried " + settings.attempts() + " times.");
  }

  private UnaryOperator<ExportJob> failed(String why) {
    return job -> job.ended(ExportStatus.FAILED, Optional.of(why), clock.instant());
  }

  private static Optional<String> noRoom(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .filter(StorageFullException.class::isInstance)
        .findFirst()
        .map(Throwable::getMessage);
  }

  private String fault(Throwable failure) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.error("The export {} failed, fault {}", claim.job().id(), id, failure);
    return "The service failed; its log names the cause under fault " + id + ".";
  }
}
