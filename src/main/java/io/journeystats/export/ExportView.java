package io.journeystats.export;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An export, as answers show it. */
@Schema(name = "Export")
record ExportView(
    UUID id,
    ExportStatus status,
    ExportKind kind,
    AboutView about,
    @Schema(description = "The id of the key that requested it.") String createdBy,
    Instant createdAt,
    @Schema(description = "When its file was begun for the last time.") Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    @Schema(description = "When its file will be removed.") Optional<Instant> expiresAt,
    @Schema(description = "How many rows there are so far, the header not counted.")
        long rowsWritten,
    @Schema(description = "How many there will be, as far as is known.") @Nullable Long rowsTotal,
    @Schema(
            types = {"number"},
            minimum = "0",
            maximum = "1",
            description = "How much of it is done; null if unknown.")
        @Nullable Double progress,
    @Schema(description = "Why there is no file, or no longer, in words.") Optional<String> error,
    @Schema(description = "Null until there is one.") @Nullable FileView file) {

  static ExportView of(ExportJob job, Optional<Instant> expiresAt) {
    return new ExportView(
        job.id(),
        job.status(),
        job.question().kind(),
        AboutView.of(job.question()),
        job.createdBy(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        expiresAt,
        job.rowsWritten(),
        job.rowsTotal().isPresent() ? job.rowsTotal().getAsLong() : null,
        progress(job),
        job.error(),
        job.file()
            .filter(_ -> job.status() == ExportStatus.READY)
            .map(file -> new FileView(file.name(), file.size(), file.sha256()))
            .orElse(null));
  }

  private static @Nullable Double progress(ExportJob job) {
    return switch (job.status()) {
      case QUEUED -> 0.0;
      case RUNNING -> part(job.rowsWritten(), job.rowsTotal());
      case READY, EXPIRED -> 1.0;
      case FAILED, CANCELLED -> null;
    };
  }

  /** Rows may have come since they were counted. */
  private static @Nullable Double part(long rows, OptionalLong total) {
    return total.isEmpty() || total.getAsLong() == 0
        ? null
        : Math.min(1.0, (double) rows / total.getAsLong());
  }
}
