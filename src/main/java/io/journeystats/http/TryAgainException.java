package io.journeystats.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * A request that cannot be served right now, as too many others are: answered as 429 where they are
 * the caller's own, as 503 where they are everybody's, with the time after which to try again.
 */
public final class TryAgainException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int RETRY_AFTER_SECONDS = 1;

  private final int status;
  private final long retryAfterSeconds;

  private TryAgainException(int status, String detail, long retryAfterSeconds) {
    super(detail);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The caller's tenant asks for too much at once. */
  public static TryAgainException tenantAsksTooMuch(String detail) {
    return new TryAgainException(TOO_MANY_REQUESTS, detail, RETRY_AFTER_SECONDS);
  }

  /** All together ask for too much at once. */
  public static TryAgainException allAskTooMuch(String detail) {
    return new TryAgainException(SERVICE_UNAVAILABLE, detail, RETRY_AFTER_SECONDS);
  }

  /** The caller tried too often in vain. */
  public static TryAgainException triedTooOften(String detail, Duration retryAfter) {
    return new TryAgainException(TOO_MANY_REQUESTS, detail, Math.max(1, retryAfter.toSeconds()));
  }

  /** After how many seconds to try again. */
  public long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  @Override
  public Problem problem() {
    return Problem.of(status, String.valueOf(getMessage()));
  }

  @Override
  Response toResponse() {
    return problem().answer().header(HttpHeaders.RETRY_AFTER, retryAfterSeconds).build();
  }
}
