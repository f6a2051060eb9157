package io.journeystats.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.journeystats.query.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The moments up to which running periods have elapsed where they are compared with preceding ones.
 * A journey's moment stays the same for a while: otherwise each request would ask about another
 * time, and no answer could be cached or shared.
 */
final class ElapsedMoments {
  private static final int MOST_JOURNEYS = 10_000;

  private final Cache<EventSource, Instant> moments =
      Caffeine.newBuilder().maximumSize(MOST_JOURNEYS).build();
  private final Duration lifetime;

  /**
   * No moments yet.
   *
   * @param lifetime how long a moment stays
   */
  ElapsedMoments(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** The moment for a request about a journey, which is not after now. */
  Instant at(EventSource journey, Instant now) {
    return Objects.requireNonNull(
        moments
            .asMap()
            .compute(journey, (_, known) -> known != null && lasts(known, now) ? known : now));
  }

  private boolean lasts(Instant moment, Instant now) {
    return !moment.isAfter(now) && now.isBefore(moment.plus(lifetime));
  }
}
