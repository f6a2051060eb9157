package io.journeystats.export;

import io.journeystats.tenant.TenantId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bound on what files take together, and on their number, as what is known of each is read into
 * memory. Where a new one needs more, the oldest go: first of its own tenant, where that has more
 * than its part, then of all.
 */
final class StorageQuota {
  private static final Logger LOG = LoggerFactory.getLogger(StorageQuota.class);

  private final ExportJobStore log;
  private final FileStorage storage;
  private final ExportSettings settings;
  private final InstantSource clock;

  /** What the files being written have so far, by their names. */
  private final ConcurrentMap<String, Growing> growing = new ConcurrentHashMap<>();

  /** A file being written here. */
  private record Growing(TenantId tenant, long size) {}

  StorageQuota(
      ExportJobStore log, FileStorage storage, ExportSettings settings, InstantSource clock) {
    this.log = log;
    this.storage = storage;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Makes room for a file that is being written.
   *
   * @param size what it has so far
   * @throws StorageFullException where there is none to be made
   */
  synchronized void take(ExportJob job, long size) throws IOException {
    growing.put(job.storedAs(), new Growing(job.tenant(), size));
    List<ExportJob> files = new ArrayList<>(log.withFile());
    List<ExportJob> removable = new ArrayList<>(files);
    while (files.stream().filter(other -> isOf(other, Optional.of(job.tenant()))).count()
        >= settings.filesOfTenant()) {
      removeOldest(
          files,
          removable,
          Optional.of(job.tenant()),
          "The tenant has as many files as it may have.");
    }
    while (taken(files, Optional.of(job.tenant())) > settings.roomOfTenant()) {
      removeOldest(
          files,
          removable,
          Optional.of(job.tenant()),
          "The file is larger than what the files of one tenant may take together.");
    }
    while (taken(files, Optional.empty()) > settings.room()) {
      removeOldest(
          files, removable, Optional.empty(), "There is no room for the file among the others.");
    }
    while (storage.free().orElse(Long.MAX_VALUE) < settings.leastFree()) {
      removeOldest(files, removable, Optional.empty(), "The disk has no room for the file.");
    }
  }

  /** The file is written, or given up. */
  void giveBack(ExportJob job) {
    growing.remove(job.storedAs());
  }

  private long taken(List<ExportJob> files, Optional<TenantId> only) {
    long growingSize =
        growing.values().stream()
            .filter(file -> only.isEmpty() || only.get().equals(file.tenant()))
            .mapToLong(Growing::size)
            .sum();
    return growingSize
        + files.stream().filter(job -> isOf(job, only)).mapToLong(StorageQuota::size).sum();
  }

  /** One that cannot be removed still takes its room, and the next one goes instead. */
  private void removeOldest(
      List<ExportJob> files, List<ExportJob> removable, Optional<TenantId> only, String failure)
      throws IOException {
    Optional<Exception> obstacle = Optional.empty();
    Iterator<ExportJob> oldestFirst = removable.iterator();
    while (oldestFirst.hasNext()) {
      ExportJob job = oldestFirst.next();
      if (isOf(job, only)) {
        oldestFirst.remove();
        try {
          boolean _ = expire(job, "The file was removed to make room for newer ones.");
          files.remove(job);
          return;
        } catch (IOException | RuntimeException stays) {
          LOG.warn("The file of the export {} cannot make room", job.id(), stays);
          obstacle = Optional.of(stays);
        }
      }
    }
    if (obstacle.isPresent()) {
      // There may be room later, so this is no end.
      throw new IOException("no file can be removed", obstacle.get());
    }
    throw new StorageFullException(failure);
  }

  /**
   * Ends the life of a file.
   *
   * @return whether that was done; where not, somebody else has changed the job
   * @throws IOException where the file is still there, to be tidied up some time
   */
  boolean expire(ExportJob job, String why) throws IOException {
    boolean expired =
        log.append(job.ended(ExportStatus.EXPIRED, Optional.of(why), clock.instant()));
    if (expired) {
      storage.delete(job.file().map(ExportFile::storedAs).orElseGet(job::storedAs));
    }
    return expired;
  }

  private static boolean isOf(ExportJob job, Optional<TenantId> only) {
    return only.isEmpty() || only.get().equals(job.tenant());
  }

  private static long size(ExportJob job) {
    return job.file().map(ExportFile::size).orElse(0L);
  }
}
