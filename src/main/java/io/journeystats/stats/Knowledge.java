package io.journeystats.stats;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of the events that come in: all of them if no other instance takes any,
 * unless an insertion failed, whose events may be seen in the store minutes later.
 */
final class Knowledge {
  /** Far longer than the store goes on with an insertion whose connection has broken. */
  private static final long DOUBT = Duration.ofMinutes(15).toNanos();

  private final BooleanSupplier alone;
  private volatile @Nullable Long failed;

  /**
   * What an instance knows.
   *
   * @param alone tells whether it is the only one that uses the store, and the store is there
   */
  Knowledge(BooleanSupplier alone) {
    this.alone = alone;
  }

  /** Notes that an insertion failed, be it of whichever tenant. */
  void fail(long now) {
    failed = now;
  }

  /** Tells whether every event that came in was made known. */
  boolean isComplete(long now) {
    Long last = failed;
    return (last == null || now - last >= DOUBT) && alone.getAsBoolean();
  }
}
