package io.journeystats.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.net.InetAddresses;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.journeystats.http.TryAgainException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The bound on attempts with secrets that are not known here, by the address that they come from.
 * Whoever has a key that is known is never kept waiting, whatever others behind his address do.
 */
final class FailedAttempts {
  private static final int MOST_ADDRESSES = 100_000;

  /** Whoever has an IPv6 address mostly has all of a network of so many bytes. */
  private static final int NETWORK_BYTES = 8;

  private final AttemptLimit limit;
  private final Cache<String, Bucket> byNetwork;

  FailedAttempts(AttemptLimit limit) {
    this.limit = limit;
    this.byNetwork =
        Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(limit.within()).build();
  }

  /**
   * Counts an attempt before it is looked into.
   *
   * @throws TryAgainException where there were too many
   */
  void count(String address) {
    ConsumptionProbe attempt =
        byNetwork.get(network(address), _ -> bucket()).tryConsumeAndReturnRemaining(1);
    if (!attempt.isConsumed()) {
      throw TryAgainException.triedTooOften(
          "Too many keys that are not known came from this address.",
          Duration.ofNanos(attempt.getNanosToWaitForRefill()));
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(bandwidth ->
            bandwidth.capacity(limit.attempts()).refillGreedy(limit.attempts(), limit.within()))
        .build();
  }

  private static String network(String address) {
    if (!InetAddresses.isInetAddress(address)) {
      return address;
    }
    InetAddress parsed = InetAddresses.forString(address);
    return parsed instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
        : address;
  }
}
