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

/** Jetty's own refusals (a malformed URI, a header too large) as problem documents. */
public final class ProblemErrorHandler extends ErrorHandler {
  private static final int SERVICE_UNAVAILABLE = 503;

  /** The answers to what is no HTTP as the server reads it. */
  private static final Set<Integer> ENDS_CONNECTION = Set.of(400, 408, 413, 414, 431, 501, 505);

  private static final ObjectMapper JSON = Json.mapper();

  /** Writes a body to every method, so that each refusal explains itself. */
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
      // The server closes it then, as it cannot tell where the next request begins.
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    if (code == SERVICE_UNAVAILABLE) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    write(document(code, message), response, callback);
  }

  /** Answers with a problem document and the limit that was reached, likewise. */
  public static void write(TryAgainException refusal, Response response, Callback callback) {
    refusal.headers((name, value) -> response.getHeaders().put(name, value));
    write(refusal.problem(), response, callback);
  }

  /** Answers with a problem document before any resource is reached. */
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
            ? "The service serves too many requests already, or is about to end; try again."
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
