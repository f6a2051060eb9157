package io.journeystats.testing;

import com.github.benmanes.caffeine.cache.Ticker;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.JettyManaged;
import io.journeystats.app.JourneyStatsApplication;
import io.journeystats.app.JourneyStatsConfiguration;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.clickhouse.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The service under test, running in this JVM on a real ClickHouse with a clock that the test sets.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class TestService implements AutoCloseable {
  private static final HttpRequest.BodyPublisher NOTHING = HttpRequest.BodyPublishers.noBody();
  private static final String OPERATOR_KEY = "the operator's key of the tests";
  private static @Nullable TestService shared;

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final AtomicReference<Ticker> ticker = new AtomicReference<>(Ticker.systemTicker());
  private final AtomicInteger port = new AtomicInteger();
  private final AtomicInteger adminPort = new AtomicInteger();

  private final AtomicReference<@Nullable Server> server = new AtomicReference<>();
  private final AtomicReference<@Nullable ClickHouse> clickHouse = new AtomicReference<>();

  private TestService() {}

  /** The one instance of this JVM, started when first asked for. */
  public static synchronized TestService shared() {
    TestService running = shared;
    if (running == null) {
      running = start(TestClickHouse.freshDatabase());
      shared = running;
    }
    return running;
  }

  /** Another instance, on a given database. */
  public static TestService start(ClickHouseEndpoint database) {
    return start(database, "");
  }

  /**
   * Another instance, on a given database.
   *
   * @param settings more of the configuration
   */
  public static TestService start(ClickHouseEndpoint database, String settings) {
    return start(
        """
          mode: server
          server: {url: "%s", user: "%s", password: "%s", database: "%s"}
        %s
        """
            .formatted(
                database.url(),
                database.user(),
                database.password(),
                database.database(),
                settings));
  }

  /** Another instance, on an engine of its own that keeps its data in that directory. */
  public static TestService startEmbedded(Path dataDirectory) {
    return startEmbedded(dataDirectory, "");
  }

  /**
   * The same.
   *
   * @param settings more of the configuration
   */
  public static TestService startEmbedded(Path dataDirectory, String settings) {
    return start(
        """
          mode: embedded
          embedded: {dataDirectory: "%s", httpPort: 0}
        %s
        """
            .formatted(dataDirectory, settings));
  }

  private static TestService start(String clickHouse) {
    TestService service = new TestService();
    try {
      service.new Application().run("server", configuration(clickHouse).toString());
      return service;
    } catch (Exception e) {
      throw new IllegalStateException("The service did not start", e);
    }
  }

  /** Where the API is, with a slash at the end: {@code http://127.0.0.1:1234/api/v1/}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port.get() + "/api/v1/");
  }

  /** Where the admin pages are, with a slash at the end. */
  public URI adminUri() {
    return URI.create("http://127.0.0.1:" + adminPort.get() + "/");
  }

  /** The key of role operator. */
  public String operatorKey() {
    return OPERATOR_KEY;
  }

  /** Makes the service's clock stand at that instant. */
  public void setClock(Instant instant) {
    now.set(instant);
  }

  /** Lets remembered answers age by another ticker from now on; it must not be behind. */
  public void setTicker(Ticker ageing) {
    ticker.set(ageing);
  }

  /** Waits until all events accepted so far are rolled up. */
  public void awaitRollup() {
    var database = Objects.requireNonNull(clickHouse.get()).dsl();
    long last =
        database
            .fetchSingle("SELECT toInt64(toUnixTimestamp(max(inserted_at))) FROM events")
            .get(0, Long.class);
    Waiting.until(
        () ->
            database
                .fetchSingle("SELECT toInt64(argMax(covers, version)) FROM rollup_progress")
                .get(0, Long.class),
        covers -> covers >= last);
  }

  /** Waits until the service has found out that its store is back. */
  public void awaitStore() {
    Waiting.until(this::isStoreBack);
  }

  private boolean isStoreBack() {
    try {
      var _ = Objects.requireNonNull(clickHouse.get()).dsl().fetchSingle("SELECT 1");
      return true;
    } catch (StoreUnavailableException _) {
      return false;
    }
  }

  /**
   * Brings the store to where it comes by itself once nothing comes in any more: all events are
   * rolled up, and what is known of users lies in one part of each table.
   */
  public void settle() {
    awaitRollup();
    DSLContext database = Objects.requireNonNull(clickHouse.get()).dsl();
    database.execute("OPTIMIZE TABLE user_states FINAL");
    database.execute("OPTIMIZE TABLE user_presence FINAL");
  }

  /** The server that answers, such as to give it another log of requests. */
  public Server server() {
    return Objects.requireNonNull(server.get());
  }

  /** Removes from the disk what may be removed by now, as the operator can. */
  public void erase() {
    var _ = admin(HttpRequest.newBuilder(adminUri().resolve("tasks/erase")).POST(NOTHING));
  }

  /** Computes everything anew that is derived from events, as the operator can. */
  public void rebuild() {
    var _ = admin(HttpRequest.newBuilder(adminUri().resolve("tasks/rebuild")).POST(NOTHING));
  }

  /** One of the figures that the operator sees. */
  public double figure(String name) {
    return admin(HttpRequest.newBuilder(adminUri().resolve("metrics")).GET())
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no figure " + name));
  }

  private static String admin(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              request.header("Authorization", "Bearer " + OPERATOR_KEY).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The process that is the service's own engine right now. */
  public long engineProcessId() {
    return Objects.requireNonNull(clickHouse.get()).engine().orElseThrow().processId();
  }

  @Override
  public void close() {
    Server running = Objects.requireNonNull(server.get());
    for (var connector : running.getConnectors()) {
      // The tests' clients keep connections; by default it would wait a second for them.
      ((ServerConnector) connector).setShutdownIdleTimeout(1);
    }
    try {
      running.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The service did not stop", e);
    }
  }

  private static Path configuration(String clickHouse) throws IOException {
    Path directory = Files.createDirectories(Path.of("target", "test-service"));
    Path file = Files.createTempFile(directory, "config", ".yml");
    return Files.writeString(
        file,
        """
        server:
          enableVirtualThreads: true
          registerDefaultExceptionMappers: false
          gzip: {enabled: false}
          applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: 0, acceptQueueSize: 1024}]
          adminConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
          requestLog: {appenders: []}
        logging:
          level: WARN
          # Tests of outages would fill the console with what they provoke.
          loggers:
            com.clickhouse: ERROR
            com.zaxxer.hikari: ERROR
            com.github.benmanes.caffeine: ERROR
            io.journeystats.app.StoreUnavailableMapper: ERROR
            io.journeystats.rollup.Roller: ERROR
        # As close behind as it can be, so that questions meet every state of the rollup: it covers whole seconds.
        rollup: {interval: 500ms, margin: 0s}
        %s
        %s
        %s
        clickhouse:
        %s
        """
            .formatted(
                // All tests come from one address.
                clickHouse.contains("exports:")
                    ? ""
                    : "exports: {directory: target/test-service/exports, lease: 4s, leastFree:"
                        + " 1MiB}",
                clickHouse.contains("keys:") ? "" : "keys: {failedAttempts: 100000}",
                // Tests say so in which several instances erase users, or have to see what others
                // changed, or their events in what they remember.
                clickHouse.contains("alone:") ? "" : "alone: true",
                clickHouse.stripTrailing()));
  }

  private final class Application extends JourneyStatsApplication {
    Application() {
      super(now::get, () -> ticker.get().read(), Optional.of(OPERATOR_KEY));
    }

    /** Fails the test; Dropwizard would end the JVM, and with it the results of the tests. */
    @Override
    protected void onFatalError(Throwable failure) {
      throw new IllegalStateException("The service did not start", failure);
    }

    @Override
    public void run(JourneyStatsConfiguration configuration, Environment environment) {
      super.run(configuration, environment);
      environment
          .lifecycle()
          .getManagedObjects()
          .forEach(managed -> {
            if (managed instanceof JettyManaged jetty
                && jetty.getManaged() instanceof ClickHouse opened) {
              clickHouse.set(opened);
            }
          });
      environment
          .lifecycle()
          .addServerLifecycleListener(started -> {
            server.set(started);
            for (var connector : started.getConnectors()) {
              var found = Objects.equals(connector.getName(), "admin") ? adminPort : port;
              found.set(((ServerConnector) connector).getLocalPort());
            }
          });
    }
  }
}
