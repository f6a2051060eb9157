package io.journeystats.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;

/**
 * A request that cannot be served right now, as too many others are: answered as 429 where they are
 * the caller's own, as 503 where they are everybody's, with the time after which to try again and
 * the limit that was reached.
 */
public final class TryAgainException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final int status;
  private final transient RateLimit limit;

  private TryAgainException(int status, String detail, RateLimit limit) {
    super(detail);
    this.status = status;
    this.limit = limit;
  }

  /** The caller, or its tenant, has reached a limit of its own. */
  public static TryAgainException ofCaller(String detail, RateLimit limit) {
    return new TryAgainException(TOO_MANY_REQUESTS, detail, limit);
  }

  /** All together have reached a limit. */
  public static TryAgainException ofAll(String detail, RateLimit limit) {
    return new TryAgainException(SERVICE_UNAVAILABLE, detail, limit);
  }

  /** Tells the headers of the answer, by their names and values. */
  void headers(BiConsumer<String, String> headers) {
    headers.accept(HttpHeaders.RETRY_AFTER, Long.toString(limit.resetSeconds()));
    limit.addTo(headers);
  }

  @Override
  public Problem problem() {
    return Problem.of(status, String.valueOf(getMessage()));
  }

  @Override
  Response toResponse() {
    Response.ResponseBuilder answer = problem().answer();
    headers(answer::header);
    return answer.build();
  }
}
