package io.journeystats.stats;

import io.journeystats.event.EventBatch;
import java.time.Duration;
import java.time.Instant;

/** One query of a run: its answer is remembered by itself, whatever else is made with it. */
final class RunPart {
  private final StatsQuery<?> query;
  private final Dependence dependence;
  private volatile boolean changed;

  RunPart(StatsQuery<?> query) {
    this.query = query;
    this.dependence = Dependence.of(query);
  }

  StatsQuery<?> query() {
    return query;
  }

  /** Notes that events came since the run began, if the answer may lack them. */
  void change(EventBatch batch) {
    if (dependence.isTouchedBy(batch, query)) {
      changed = true;
    }
  }

  boolean isChanged() {
    return changed;
  }

  /**
   * How long its answer may be shown.
   *
   * @param now when its making began
   */
  Duration lifetime(CacheSettings settings, Instant now, boolean isChanged) {
    return settings.lifetime(dependence.hasEnded(now), isChanged);
  }

  /** The answer, to be remembered. */
  Remembered made(Object answer, long epoch, long begun, Duration lifetime) {
    return new Remembered(answer, dependence, epoch, begun, lifetime);
  }
}
