package io.journeystats.cache;

import io.journeystats.event.EventBatch;
import io.journeystats.query.InvalidationScope;
import io.journeystats.query.StatsQuery;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One query of a run: its answer is remembered by itself, whatever else is made with it. */
final class InFlightQuery {
  private final StatsQuery<?> query;
  private final InvalidationScope dependence;
  private volatile @Nullable Long changed;

  InFlightQuery(StatsQuery<?> query) {
    this.query = query;
    this.dependence = InvalidationScope.of(query);
  }

  StatsQuery<?> query() {
    return query;
  }

  /** Notes that events came since the run began, if the answer may lack them. */
  void change(EventBatch batch, long now) {
    if (changed == null && dependence.isTouchedBy(batch, query)) {
      changed = now;
    }
  }

  /** When the first events came that the answer may lack; null where none did. */
  @Nullable Long changed() {
    return changed;
  }

  /**
   * The answer, to be remembered.
   *
   * @param run which made it
   * @param lifetime how long an answer may be shown that rests on such events
   */
  CacheEntry made(
      Object answer,
      Execution run,
      long begun,
      Duration cost,
      Function<InvalidationScope, Duration> lifetime) {
    InvalidationScope known = dependence.given(answer, query);
    return new CacheEntry(
        answer, known, run.epoch().number(), run.queries(), begun, cost, lifetime.apply(known));
  }
}
