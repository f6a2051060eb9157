package io.journeystats.event;

import io.journeystats.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The outcome of the events of an import so far, in bounded memory. */
final class ImportTally {
  /** The maximum number of rejected events in a response. All of them are counted and stored. */
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

  /** The number of processed events, which is the position of the next one. */
  long processed() {
    return accepted + rejected;
  }

  /** The response to the sender. */
  Receipt receipt() {
    return new Receipt(
        accepted, ignoredErased, ignoredExpired, rejected, Collections.unmodifiableList(listed));
  }

  /** The document of a problem that every event has. */
  ImportProblem ofAll(Problem problem) {
    return ImportProblem.of(problem, receipt(), Optional.empty());
  }

  /** The document of a problem that stopped the import before the next event. */
  ImportProblem stoppedBy(Problem problem) {
    return ImportProblem.of(problem, receipt(), Optional.of(processed()));
  }

  /**
   * The outcome of the events of an import.
   *
   * @param accepted the number of valid events, including those that were stored before
   * @param ignoredErased the number of accepted events that are not stored because they precede the
   *     erasure of their user
   * @param ignoredExpired the number of other accepted events that are not stored because they are
   *     older than the retention period
   * @param rejectedCount the number of invalid events
   * @param rejected the first of the invalid events
   */
  @Schema(name = "ImportReceipt")
  record Receipt(
      long accepted,
      long ignoredErased,
      @Schema(description = EventIntake.IGNORED_EXPIRED) long ignoredExpired,
      long rejectedCount,
      List<Rejection> rejected) {}
}
