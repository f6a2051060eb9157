package io.journeystats.cache;

import io.journeystats.event.EventBatch;
import io.journeystats.rollup.ArrivalTracker;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this instance knows of the events that come in: all of them if no other instance takes any,
 * unless an insertion failed, whose events may be seen in the store minutes later.
 */
final class IncomingEvents {
  private static final long DOUBT = ArrivalTracker.DOUBT.toNanos();

  private final BooleanSupplier alone;
  private final Deque<Arrival> arrivals = new ConcurrentLinkedDeque<>();
  private volatile @Nullable Long failed;

  /** A batch of events, and when it was stored. */
  record Arrival(long time, EventBatch batch) {}

  /**
   * What an instance knows.
   *
   * @param alone tells whether it is the only one that uses the store, and the store is there
   */
  IncomingEvents(BooleanSupplier alone) {
    this.alone = alone;
  }

  /**
   * Notes that events were stored.
   *
   * @param oldest nobody asks for what came in before this time
   */
  void add(EventBatch batch, long now, long oldest) {
    arrivals.addLast(new Arrival(now, batch));
    for (Arrival first = arrivals.peekFirst();
        first != null && first.time() - oldest < 0;
        first = arrivals.peekFirst()) {
      arrivals.remove(first);
    }
  }

  /** What was stored since, as far as it was not too long ago. */
  List<Arrival> since(long time) {
    return arrivals.stream().filter(arrival -> arrival.time() - time >= 0).toList();
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
