package io.journeystats.event;

import io.journeystats.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What became of the events of an import so far. However many there are, it stays small. */
final class ImportTally {
  /** So many rejected events are told by name; all of them are counted and kept. */
  static final int MAXIMUM_LISTED = 1_000;

  private final List<Rejection> listed = new ArrayList<>();
  private long accepted;
  private long ignoredErased;
  private long ignoredExpired;
  private long rejected;

  void add(EventIntake.Receipt receipt) {
    accepted += receipt.accepted();
    ignoredErased += receipt.ignoredErased();
    ignoredExpired += receipt.ignoredExpired();
    rejected += receipt.rejected().size();
    receipt.rejected().stream().limit(MAXIMUM_LISTED - listed.size()).forEach(listed::add);
  }

  /** How many events are dealt with, which is the position of the next one. */
  long settled() {
    return accepted + rejected;
  }

  /** What the sender is told at the end. */
  Receipt receipt() {
    return new Receipt(
        accepted, ignoredErased, ignoredExpired, rejected, Collections.unmodifiableList(listed));
  }

  /** A problem that every event has. */
  ImportProblem ofAll(Problem problem) {
    return ImportProblem.of(problem, receipt(), Optional.empty());
  }

  /** A problem that ended the import before the next event. */
  ImportProblem onTheWay(Problem problem) {
    return ImportProblem.of(problem, receipt(), Optional.of(settled()));
  }

  /**
   * What became of the events of an import.
   *
   * @param accepted how many were valid, whether known before or not
   * @param ignoredErased how many of these are not stored, as they are from before their users were
   *     erased
   * @param ignoredExpired how many of the others are not stored, as they are older than what is
   *     kept
   * @param rejectedCount how many were not
   * @param rejected the first of those
   */
  @Schema(name = "ImportReceipt")
  record Receipt(
      long accepted,
      long ignoredErased,
      @Schema(description = EventIntake.IGNORED_EXPIRED) long ignoredExpired,
      long rejectedCount,
      List<Rejection> rejected) {}
}
