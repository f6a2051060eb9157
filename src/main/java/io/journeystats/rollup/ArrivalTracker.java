package io.journeystats.rollup;

import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A tracker of the journeys whose recent events the rollup may not contain yet. It works only on an
 * instance that takes in all events; for other journeys, readers need not ask the store. Times are
 * those of {@link System#nanoTime}.
 */
public final class ArrivalTracker {
  /** Far longer than the store continues an insertion whose connection is broken. */
  public static final Duration DOUBT = Duration.ofMinutes(15);

  private final boolean isAlone;
  private final LongSupplier clock;
  private final long start;
  private final Map<Journey, Long> latest = new ConcurrentHashMap<>();
  private volatile @Nullable Long failed;
  private volatile @Nullable Long rolledUpTo;

  private record Journey(TenantId tenant, JourneyId id) {}

  /** Creates a tracker; it knows nothing if there may be other instances. */
  ArrivalTracker(boolean isAlone) {
    this(isAlone, System::nanoTime);
  }

  /** Creates a tracker with another clock. */
  ArrivalTracker(boolean isAlone, LongSupplier clock) {
    this.isAlone = isAlone;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  /** A tracker that knows nothing. */
  public static ArrivalTracker none() {
    return new ArrivalTracker(false);
  }

  /** Records that events were stored. Call it before the sender gets the response. */
  void add(TenantId tenant, Collection<JourneyId> journeys) {
    long now = clock.getAsLong();
    journeys.forEach(id -> latest.put(new Journey(tenant, id), now));
  }

  /** Records that an insertion failed, whose events may become visible later. */
  void fail() {
    failed = clock.getAsLong();
  }

  /** Forgets the state of the rollup, after the store's clock was set back. */
  void forget() {
    rolledUpTo = null;
  }

  /** Records that the rollup contains all events that were stored before a time. */
  void rollUpTo(long time) {
    rolledUpTo = time;
    latest.values().removeIf(stored -> stored - time < 0);
  }

  /** Whether the rollup is known to contain all events of a journey. */
  public boolean areRolledUp(TenantId tenant, JourneyId journey) {
    Long upTo = rolledUpTo;
    Long failure = failed;
    return isAlone
        && upTo != null
        && upTo - start >= 0
        && (failure == null || clock.getAsLong() - failure >= DOUBT.toNanos())
        && !latest.containsKey(new Journey(tenant, journey));
  }
}
