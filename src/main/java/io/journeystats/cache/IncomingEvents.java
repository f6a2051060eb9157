package io.journeystats.cache;

import io.journeystats.event.EventBatch;
import io.journeystats.rollup.ArrivalTracker;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The recent events that this instance knows of: all of them if no other instance takes events and
 * no insertion has failed lately, as the events of such an insertion may appear minutes later.
 */
final class IncomingEvents {
  private static final long DOUBT = ArrivalTracker.DOUBT.toNanos();

  private final BooleanSupplier alone;
  private final Deque<Arrival> arrivals = new ConcurrentLinkedDeque<>();
  private volatile @Nullable Long failed;

  /** A batch of events, and when it was stored. */
  record Arrival(long time, EventBatch batch) {}

  /**
   * Creates an empty list.
   *
   * @param alone whether this instance is the only one that uses the store, and the store is
   *     reachable
   */
  IncomingEvents(BooleanSupplier alone) {
    this.alone = alone;
  }

  /**
   * Notes that events were stored.
   *
   * @param oldest the time before which arrivals may be forgotten
   */
  void add(EventBatch batch, long now, long oldest) {
    arrivals.addLast(new Arrival(now, batch));
    for (Arrival first = arrivals.peekFirst();
        first != null && first.time() - oldest < 0;
        first = arrivals.peekFirst()) {
      arrivals.remove(first);
    }
  }

  /** The batches stored since a time that is not too long ago. */
  List<Arrival> since(long time) {
    return arrivals.stream().filter(arrival -> arrival.time() - time >= 0).toList();
  }

  /** Notes that an insertion of any tenant failed. */
  void fail(long now) {
    failed = now;
  }

  /** Whether this instance knows of every event. */
  boolean isComplete(long now) {
    Long last = failed;
    return (last == null || now - last >= DOUBT) && alone.getAsBoolean();
  }
}
