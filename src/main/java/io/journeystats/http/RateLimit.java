package io.journeystats.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A limit that was reached, as the headers {@code RateLimit-Policy} and {@code RateLimit} tell
 * programs of it (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param policy the limit's name, as the configuration has it
 * @param quota how much is allowed
 * @param unit of what
 * @param window in which time; empty for what is allowed at the same time
 * @param remaining how much is left
 * @param reset after which time to try again
 */
public record RateLimit(
    String policy,
    long quota,
    Unit unit,
    Optional<Duration> window,
    long remaining,
    Duration reset) {
  /** The header that names the limit. */
  public static final String POLICY = "RateLimit-Policy";

  /** The header that says what is left of it. */
  public static final String STATE = "RateLimit";

  /** How long a caller waits before it tries again what is limited at the same time. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** What a limit counts. */
  public enum Unit {
    /** Requests in a time, which the draft takes for granted. */
    REQUESTS("requests"),
    /** Requests at the same time. */
    CONCURRENT_REQUESTS("concurrent-requests"),
    /** Bytes. */
    BYTES("content-bytes"),
    /** Events. */
    EVENTS("events");

    private final String key;

    Unit(String key) {
      this.key = key;
    }

    /** The name on the wire. */
    public String key() {
      return key;
    }
  }

  /** A limit on what is there at the same time, of which nothing is left. */
  public static RateLimit atOnce(String policy, long quota, Unit unit) {
    return new RateLimit(policy, quota, unit, Optional.empty(), 0, SOON);
  }

  /** Tells the headers, by their names and values. */
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

  /** After how many seconds to try again. */
  long resetSeconds() {
    return Math.max(1, reset.toSeconds());
  }
}
