package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The caller of the service's API with one key.
 *
 * @param baseUri where the API is, with a slash at the end
 * @param headers names and values in turn
 * @param takesRemembered whether a remembered answer will do, as it does for a browser
 */
record Client(URI baseUri, List<String> headers, boolean takesRemembered) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** A caller who wants every answer made anew. */
  Client(URI baseUri, List<String> headers) {
    this(baseUri, headers, false);
  }

  static Client withKey(URI baseUri, String key) {
    return new Client(baseUri, List.of("Authorization", "Bearer " + key));
  }

  /** The same caller, for whom a remembered answer will do. */
  Client takingRemembered() {
    return new Client(baseUri, headers, true);
  }

  /** Asks; {@code no-cache} makes the service answer from the store. */
  Answer get(String path) {
    return takesRemembered
        ? send("GET", path, new byte[0])
        : send("GET", path, new byte[0], "Cache-Control", "no-cache");
  }

  Answer post(String path, JsonNode json) {
    return post(path, Json.write(json), "application/json");
  }

  Answer post(String path, String body, String contentType) {
    return send("POST", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", contentType);
  }

  /** Changes some fields. */
  Answer patch(String path, String json) {
    return send(
        "PATCH", path, json.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  Answer send(String method, String path, byte[] body, String... moreHeaders) {
    return send(
        method,
        path,
        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
        moreHeaders);
  }

  /** Sends a body that nobody has in memory as a whole. */
  Answer stream(String path, Supplier<InputStream> body, String... moreHeaders) {
    return send("POST", path, BodyPublishers.ofInputStream(body), moreHeaders);
  }

  private Answer send(String method, String path, BodyPublisher body, String... moreHeaders) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baseUri.resolve(path))
            .timeout(Duration.ofMinutes(2))
            .method(method, body);
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    for (int i = 0; i < moreHeaders.length; i += 2) {
      request.header(moreHeaders[i], moreHeaders[i + 1]);
    }
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          method + " " + request.build().uri(),
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.headers().firstValue("Retry-After").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Text as it is written in a query. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
