package io.journeystats.export;

import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One export at one moment, as a value: what was asked, by whom, and how far it is. Each change
 * makes the next revision, of which there is only one.
 *
 * @param id its id
 * @param revision how often it was changed, from 1
 * @param tenant whose it is
 * @param question what is asked
 * @param createdBy the id of the key that asked
 * @param createdAt when
 * @param status where it is
 * @param attempt how often its file was begun; 0 before the first time
 * @param failures how often that came to nothing through no fault of the question
 * @param owner which instance of the service writes the file; empty where none does
 * @param startedAt when the file was begun for the last time
 * @param finishedAt when it ended
 * @param rowsWritten how many rows the file has so far
 * @param rowsTotal how many it will have, where that is known
 * @param error why there is no file, in words
 * @param file the file, where there is one or was one
 */
record ExportJob(
    UUID id,
    int revision,
    TenantId tenant,
    ExportRequest question,
    String createdBy,
    Instant createdAt,
    ExportStatus status,
    int attempt,
    int failures,
    Optional<String> owner,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    long rowsWritten,
    OptionalLong rowsTotal,
    Optional<String> error,
    Optional<ExportFile> file) {

  /** A job that waits for its turn. */
  static ExportJob asked(
      UUID id, TenantId tenant, ExportRequest question, String createdBy, Instant now) {
    return notBegun(id, 1, tenant, question, createdBy, now, ExportStatus.QUEUED, Optional.empty());
  }

  /**
   * A job of which no more is known than that it is there, as its row cannot be read.
   *
   * @param kind what it was about, as far as is known
   */
  static ExportJob unreadable(
      UUID id, int revision, TenantId tenant, ExportKind kind, Instant createdAt) {
    ExportRequest unknown =
        new ExportRequest(
            kind,
            "all",
            Optional.empty(),
            Optional.empty(),
            "UTC",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ExportFilters.NONE,
            Optional.empty());
    return notBegun(
        id,
        revision,
        tenant,
        unknown,
        "",
        createdAt,
        ExportStatus.FAILED,
        Optional.of("This version of the service cannot read the export; ask for it again."));
  }

  private static ExportJob notBegun(
      UUID id,
      int revision,
      TenantId tenant,
      ExportRequest question,
      String createdBy,
      Instant createdAt,
      ExportStatus status,
      Optional<String> error) {
    return new ExportJob(
        id,
        revision,
        tenant,
        question,
        createdBy,
        createdAt,
        status,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        OptionalLong.empty(),
        error,
        Optional.empty());
  }

  /** The name under which the file of the present attempt lies. */
  String storedAs() {
    return "%s-%d.csv".formatted(id, attempt);
  }

  /** An instance begins to write the file; another has died over it where it is running. */
  ExportJob begun(String instance, Instant now) {
    return new ExportJob(
        id,
        revision + 1,
        tenant,
        question,
        createdBy,
        createdAt,
        ExportStatus.RUNNING,
        attempt + 1,
        status == ExportStatus.RUNNING ? failures + 1 : failures,
        Optional.of(instance),
        Optional.of(now),
        Optional.empty(),
        0,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The file has grown, or at least its writer is alive. */
  ExportJob at(RowCount rows) {
    return with(status, failures, owner, finishedAt, rows, error, file);
  }

  /** It waits, as nobody can begin it; why is said to those who ask meanwhile. */
  ExportJob heldUp(String why) {
    return with(status, failures, owner, finishedAt, rows(), Optional.of(why), file);
  }

  /** It was given back, and waits as if it had not begun. */
  ExportJob givenBack() {
    return with(
        ExportStatus.QUEUED,
        failures,
        Optional.empty(),
        Optional.empty(),
        RowCount.NONE,
        Optional.empty(),
        file);
  }

  /** It has to wait for another try; why is said to those who ask meanwhile. */
  ExportJob again(String why) {
    return with(
        ExportStatus.QUEUED,
        failures + 1,
        Optional.empty(),
        Optional.empty(),
        RowCount.NONE,
        Optional.of(why),
        file);
  }

  /** The file is there. */
  ExportJob ready(ExportFile written, RowCount rows, Instant now) {
    return with(
        ExportStatus.READY,
        failures,
        Optional.empty(),
        Optional.of(now),
        rows,
        Optional.empty(),
        Optional.of(written));
  }

  /** It ended without a file, or its file is gone. */
  ExportJob ended(ExportStatus how, Optional<String> why, Instant now) {
    return with(
        how, failures, Optional.empty(), finishedAt.or(() -> Optional.of(now)), rows(), why, file);
  }

  /** How far it is. */
  RowCount rows() {
    return new RowCount(rowsWritten, rowsTotal);
  }

  private ExportJob with(
      ExportStatus newStatus,
      int newFailures,
      Optional<String> newOwner,
      Optional<Instant> newEnd,
      RowCount rows,
      Optional<String> newError,
      Optional<ExportFile> newFile) {
    return new ExportJob(
        id,
        revision + 1,
        tenant,
        question,
        createdBy,
        createdAt,
        newStatus,
        attempt,
        newFailures,
        newOwner,
        startedAt,
        newEnd,
        rows.written(),
        rows.total(),
        newError,
        newFile);
  }
}
