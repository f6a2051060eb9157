package io.journeystats.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;

/**
 * Thrown if a request exceeds a limit: reported as 429 for a limit of the caller and as 503 for a
 * limit of the service, with the time to wait and the limit that was reached.
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

  /** Creates the exception for a limit of the caller or their tenant. */
  public static TryAgainException ofCaller(String detail, RateLimit limit) {
    return new TryAgainException(TOO_MANY_REQUESTS, detail, limit);
  }

  /** Creates the exception for a limit of the service. */
  public static TryAgainException ofService(String detail, RateLimit limit) {
    return new TryAgainException(SERVICE_UNAVAILABLE, detail, limit);
  }

  /** Passes the headers of the response to a consumer of names and values. */
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
