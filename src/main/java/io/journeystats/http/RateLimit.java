package io.journeystats.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A limit that a request has reached, as sent in the headers {@code RateLimit-Policy} and {@code
 * RateLimit} (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param policy the limit's name, as in the configuration
 * @param quota the allowed amount
 * @param unit the unit of the quota
 * @param window the time that the quota applies to; empty for a limit on concurrency
 * @param remaining the remaining amount
 * @param reset the time to wait before the next attempt
 */
public record RateLimit(
    String policy,
    long quota,
    Unit unit,
    Optional<Duration> window,
    long remaining,
    Duration reset) {
  /** The header that describes the limit. */
  public static final String POLICY = "RateLimit-Policy";

  /** The header with the remaining amount. */
  public static final String STATE = "RateLimit";

  /** The time to wait before the next attempt where concurrency is limited. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** The unit of a limit. */
  public enum Unit {
    /** Requests per window, the draft's default. */
    REQUESTS("requests"),
    /** Concurrent requests. */
    CONCURRENT_REQUESTS("concurrent-requests"),
    /** Bytes. */
    BYTES("content-bytes"),
    /** Events. */
    EVENTS("events");

    private final String key;

    Unit(String key) {
      this.key = key;
    }

    /** Returns the name in headers. */
    public String key() {
      return key;
    }
  }

  /** Creates an exhausted limit on concurrency. */
  public static RateLimit atOnce(String policy, long quota, Unit unit) {
    return new RateLimit(policy, quota, unit, Optional.empty(), 0, SOON);
  }

  /** Passes the headers to a consumer of names and values. */
  void addTo(BiConsumer<String, String> headers) {
    headers.accept(
        POLICY,
        "\"%s\";q=%d;qu=\"%s\"%s"
            .formatted(
                policy,
                quota,
                unit.key(),
                window.map(time -> ";w=" + time.toSeconds()).orElse("")));
    headers.accept(STATE, "\"%s\";r=%d;t=%d".formatted(policy, remaining, resetSeconds()));
  }

  /** Returns the seconds to wait before the next attempt; at least 1. */
  long resetSeconds() {
    return Math.max(1, reset.toSeconds());
  }
}
