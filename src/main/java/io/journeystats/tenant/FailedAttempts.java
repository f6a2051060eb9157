package io.journeystats.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.journeystats.http.ClientNetwork;
import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import java.time.Duration;
import java.util.Optional;

/**
 * The rate limit on unknown secrets, per client network. It never delays callers with a valid key,
 * even if others share their address.
 */
final class FailedAttempts {
  private static final int MAXIMUM_NETWORKS = 100_000;

  private final AttemptLimit limit;
  private final Cache<String, Bucket> byNetwork;

  FailedAttempts(AttemptLimit limit) {
    this.limit = limit;
    this.byNetwork =
        Caffeine.newBuilder()
            .maximumSize(MAXIMUM_NETWORKS)
            .expireAfterAccess(limit.within())
            .build();
  }

  /**
   * Counts an attempt before it is verified.
   *
   * @throws TryAgainException if there were too many
   */
  void count(String address) {
    ConsumptionProbe attempt =
        byNetwork.get(ClientNetwork.of(address), _ -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!attempt.isConsumed()) {
      throw TryAgainException.ofCaller(
          "Too many unknown keys from this address; keys.failedAttempts allows %d."
              .formatted(limit.attempts()),
          new RateLimit(
              "keys.failedAttempts",
              limit.attempts(),
              RateLimit.Unit.REQUESTS,
              Optional.of(limit.within()),
              0,
              Duration.ofNanos(attempt.getNanosToWaitForRefill())));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(bandwidth ->
            bandwidth.capacity(limit.attempts()).refillGreedy(limit.attempts(), limit.within()))
        .build();
  }
}
