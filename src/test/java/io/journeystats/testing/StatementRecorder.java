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

/** A way to a ClickHouse on which every statement is noted as it was sent. */
public final class StatementRecorder implements AutoCloseable {
  /** What a client may not set, or what holds for one of the two connections only. */
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
   * A statement that was sent.
   *
   * @param query the query of its address, in which its settings stand
   * @param text the statement
   */
  public record Sent(String query, String text) {}

  /** Begins to listen, and passes everything on to that ClickHouse. */
  public StatementRecorder(ClickHouseEndpoint target) throws IOException {
    this.target = target;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::passOn);
    server.start();
  }

  /** The ClickHouse as it is seen through this. */
  public ClickHouseEndpoint endpoint() {
    return new ClickHouseEndpoint(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        target.user(),
        target.password(),
        target.database());
  }

  /** Forgets what was sent so far. */
  public void clear() {
    sent.clear();
  }

  /** What was sent since. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  private void passOn(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI asked = exchange.getRequestURI();
      sent.add(
          new Sent(
              Objects.requireNonNullElse(asked.getQuery(), ""),
              new String(body, StandardCharsets.UTF_8)));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target.url().resolve(asked.toString()))
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
