package io.journeystats.export;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files whose time is over, and sees to it that each file has its job and each job that is
 * ready its file. Files of jobs that nobody knows are left alone: they may be another service's.
 */
final class ExportCleanup {
  private static final Logger LOG = LoggerFactory.getLogger(ExportCleanup.class);

  private static final Pattern NAME =
      Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})-\\d+\\.csv");

  private final ExportJobStore log;
  private final FileStorage storage;
  private final ExportContents contents;
  private final StorageQuota room;
  private final ExportSettings settings;
  private final InstantSource clock;

  ExportCleanup(
      ExportJobStore log,
      FileStorage storage,
      ExportContents contents,
      StorageQuota room,
      ExportSettings settings,
      InstantSource clock) {
    this.log = log;
    this.storage = storage;
    this.contents = contents;
    this.room = room;
    this.settings = settings;
    this.clock = clock;
  }

  /** Does it once. */
  void tidy() throws IOException {
    Instant now = clock.instant();
    // Asked for before the files: a job becomes ready only after its file is there.
    List<ExportJob> ready = log.withFile();
    List<FileEntry> files = storage.list();
    Set<String> published =
        files.stream().filter(FileEntry::published).map(FileEntry::name).collect(toSet());
    for (ExportJob job : ready) {
      if (!now.isBefore(expiry(job))) {
        expire(job, "The file was kept for as long as files are.");
      } else if (job.file().filter(file -> published.contains(file.storedAs())).isEmpty()) {
        expire(job, "The file is missing.");
      } else {
        contents.whyGone(job).ifPresent(why -> expire(job, why));
      }
    }
    removeLeftovers(files);
  }

  /** Ends the life of a file that is about something that is no longer there. */
  boolean expireIfGone(ExportJob job) throws IOException {
    Optional<String> why = contents.whyGone(job);
    return why.isPresent() && room.expire(job, why.get());
  }

  /** One that cannot be ended now is left for the next time, and the others go on. */
  private void expire(ExportJob job, String why) {
    try {
      boolean _ = room.expire(job, why);
    } catch (IOException | RuntimeException later) {
      LOG.warn("The file of the export {} is left for the next time", job.id(), later);
    }
  }

  /** When the file of a job ends that is ready. */
  Instant expiry(ExportJob job) {
    return job.finishedAt().orElse(job.createdAt()).plus(settings.keep());
  }

  /** What attempts left behind that were given up, or whose instance died. */
  private void removeLeftovers(List<FileEntry> files) {
    Map<UUID, ExportJob> jobs =
        log
            .findAll(files.stream().flatMap(file -> jobOf(file).stream()).distinct().toList())
            .stream()
            .collect(toMap(ExportJob::id, Function.identity()));
    for (FileEntry file : files) {
      Optional<ExportJob> job = jobOf(file).map(jobs::get);
      if (job.isPresent() && !isWanted(file, job.get())) {
        delete(file);
      }
    }
  }

  /** Removes the files of some jobs; tells whether there were none. */
  boolean removeFiles(Collection<UUID> jobs) throws IOException {
    List<FileEntry> files =
        storage.list().stream()
            .filter(file -> jobOf(file).filter(jobs::contains).isPresent())
            .toList();
    files.forEach(this::delete);
    return files.isEmpty();
  }

  private void delete(FileEntry file) {
    try {
      storage.delete(file.name());
    } catch (IOException | RuntimeException later) {
      LOG.warn("The file {} is left for the next time", file.name(), later);
    }
  }

  private static boolean isWanted(FileEntry file, ExportJob job) {
    return switch (job.status()) {
      case RUNNING -> job.storedAs().equals(file.name());
      case READY -> job.file().filter(own -> own.storedAs().equals(file.name())).isPresent();
      case QUEUED, FAILED, CANCELLED, EXPIRED -> false;
    };
  }

  private static Optional<UUID> jobOf(FileEntry file) {
    Matcher name = NAME.matcher(file.name());
    return name.matches() ? Optional.of(UUID.fromString(name.group(1))) : Optional.empty();
  }
}
