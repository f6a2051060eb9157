package io.journeystats.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Jetty's own refusals (a malformed URI, a header too large) as problem documents. */
public final class ProblemErrorHandler extends ErrorHandler {
  private static final int SERVICE_UNAVAILABLE = 503;

  private final ObjectMapper json = Json.mapper();

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
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (code == SERVICE_UNAVAILABLE) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.write(true, ByteBuffer.wrap(document(code, message)), callback);
  }

  private byte[] document(int status, @Nullable String message) {
    String detail =
        status == SERVICE_UNAVAILABLE
            ? "The service serves too many requests already, or is about to end; try again."
            : status >= 500 || message == null || message.isBlank()
                ? "The request was refused."
                : "The request was refused: " + message;
    try {
      return json.writeValueAsBytes(Problem.of(status, detail));
    } catch (JsonProcessingException impossible) {
      return "{}".getBytes(StandardCharsets.UTF_8);
    }
  }
}
