package io.journeystats.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An error handler that writes Jetty's own errors (a malformed URI, a header that is too large) as
 * problem documents.
 */
public final class ProblemErrorHandler extends ErrorHandler {
  private static final int SERVICE_UNAVAILABLE = 503;

  /** The statuses of requests that Jetty cannot parse. */
  private static final Set<Integer> ENDS_CONNECTION = Set.of(400, 408, 413, 414, 431, 501, 505);

  private static final ObjectMapper JSON = Json.mapper();

  /** Sends a body for every method but HEAD. */
  @Override
  public boolean errorPageForMethod(String method) {
    return !method.equals("HEAD");
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    if (ENDS_CONNECTION.contains(code)) {
      // Jetty then closes the connection, since it cannot find the start of the next request.
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    if (code == SERVICE_UNAVAILABLE) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    write(document(code, message), response, callback);
  }

  /** Writes a problem document with the limit that was reached. */
  public static void write(TryAgainException refusal, Response response, Callback callback) {
    refusal.headers((name, value) -> response.getHeaders().put(name, value));
    write(refusal.problem(), response, callback);
  }

  /** Writes a problem document for a request that has not reached a resource. */
  public static void write(Problem problem, Response response, Callback callback) {
    RequestTrace trace = RequestTrace.begin(response.getRequest(), () -> KnownPaths.NONE);
    trace.identify(response.getHeaders());
    response.setStatus(problem.status());
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .put(HttpHeader.CACHE_CONTROL, "no-store")
        .put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(bytes(problem.ofRequest(trace.id()))), callback);
  }

  private static Problem document(int status, @Nullable String message) {
    String detail =
        status == SERVICE_UNAVAILABLE
            ? "The service is overloaded or shutting down; try again."
            : status >= 500 || message == null || message.isBlank()
                ? "The request was refused."
                : "The request was refused: " + message;
    return Problem.of(status, detail);
  }

  private static byte[] bytes(Problem problem) {
    try {
      return JSON.writeValueAsBytes(problem);
    } catch (JsonProcessingException impossible) {
      return "{}".getBytes(StandardCharsets.UTF_8);
    }
  }
}
