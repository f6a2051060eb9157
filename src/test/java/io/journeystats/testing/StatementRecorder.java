package io.journeystats.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy to ClickHouse that records every statement. */
public final class StatementRecorder implements AutoCloseable {
  /** Headers that a client may not set, or that apply to one connection only. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection", "content-length", "host", "http2-settings", "transfer-encoding", "upgrade");

  private final ClickHouseEndpoint target;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  /**
   * A recorded statement.
   *
   * @param query the query string of the URL, which contains the settings
   * @param text the statement
   */
  public record Sent(String query, String text) {}

  /** Starts a proxy to a ClickHouse. */
  public StatementRecorder(ClickHouseEndpoint target) throws IOException {
    this.target = target;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::passOn);
    server.start();
  }

  /** The endpoint of the proxy. */
  public ClickHouseEndpoint endpoint() {
    return new ClickHouseEndpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        target.user(),
        target.password(),
        target.database());
  }

  /** Forgets the recorded statements. */
  public void clear() {
    sent.clear();
  }

  /** The statements recorded since the last {@link #clear}. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  private void passOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI requested = exchange.getRequestURI();
      sent.add(
          new Sent(
              Objects.requireNonNullElse(requested.getQuery(), ""),
              new String(body, StandardCharsets.UTF_8)));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.url().resolve(requested.toString()))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
              values.forEach(value -> request.header(name, value));
            }
          });
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      response
          .headers()
          .map()
          .forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
              exchange.getResponseHeaders().put(name, values);
            }
          });
      exchange.sendResponseHeaders(response.statusCode(), 0);
      try (InputStream answer = response.body();
          OutputStream out = exchange.getResponseBody()) {
        answer.transferTo(out);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
