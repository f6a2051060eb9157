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
 * What an instance that takes in all events knows of those that the rollup may not hold yet: where
 * a journey has none, nobody has to ask the store. Times are those of {@link System#nanoTime}.
 */
public final class ArrivalTracker {
  /** Far longer than the store goes on with an insertion whose connection has broken. */
  public static final Duration DOUBT = Duration.ofMinutes(15);

  private final boolean isAlone;
  private final LongSupplier clock;
  private final long begun;
  private final Map<Journey, Long> latest = new ConcurrentHashMap<>();
  private volatile @Nullable Long failed;
  private volatile @Nullable Long rolledUpTo;

  private record Journey(TenantId tenant, JourneyId id) {}

  /** Nothing is known where there may be other instances. */
  ArrivalTracker(boolean isAlone) {
    this(isAlone, System::nanoTime);
  }

  /** By another clock. */
  ArrivalTracker(boolean isAlone, LongSupplier clock) {
    this.isAlone = isAlone;
    this.clock = clock;
    this.begun = clock.getAsLong();
  }

  /** Nothing is known. */
  public static ArrivalTracker none() {
    return new ArrivalTracker(false);
  }

  /** Notes that events were stored, before their sender learns of it. */
  void add(TenantId tenant, Collection<JourneyId> journeys) {
    long now = clock.getAsLong();
    journeys.forEach(id -> latest.put(new Journey(tenant, id), now));
  }

  /** Notes that an insertion failed, whose events may be seen later. */
  void fail() {
    failed = clock.getAsLong();
  }

  /** Notes that nothing is known of what the rollup holds, as the store's clock was set back. */
  void forget() {
    rolledUpTo = null;
  }

  /** Notes that readers rely on a rollup with all events that were stored before a time. */
  void rollUpTo(long time) {
    rolledUpTo = time;
    latest.values().removeIf(stored -> stored - time < 0);
  }

  /** Tells whether the rollup holds all events of a journey. */
  public boolean areRolledUp(TenantId tenant, JourneyId journey) {
    Long upTo = rolledUpTo;
    Long failure = failed;
    return isAlone
        && upTo != null
        && upTo - begun >= 0
        && (failure == null || clock.getAsLong() - failure >= DOUBT.toNanos())
        && !latest.containsKey(new Journey(tenant, journey));
  }
}
