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

/** The service under test, in this JVM, on a real ClickHouse and with a clock that tests set. */
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

  /** The shared instance of this JVM, which starts on first use. */
  public static synchronized TestService shared() {
    TestService running = shared;
    if (running == null) {
      running = start(TestClickHouse.freshDatabase());
      shared = running;
    }
    return running;
  }

  /** Starts another instance on a database. */
  public static TestService start(ClickHouseEndpoint database) {
    return start(database, "");
  }

  /**
   * Starts another instance on a database.
   *
   * @param settings additional configuration
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

  /** Starts another instance with its own engine and data directory. */
  public static TestService startEmbedded(Path dataDirectory) {
    return startEmbedded(dataDirectory, "");
  }

  /**
   * Starts another instance with its own engine and data directory.
   *
   * @param settings additional configuration
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

  /** The URL of the API, with a trailing slash: {@code http://127.0.0.1:1234/api/v1/}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port.get() + "/api/v1/");
  }

  /** The URL of the admin connector, with a trailing slash. */
  public URI adminUri() {
    return URI.create("http://127.0.0.1:" + adminPort.get() + "/");
  }

  /** The operator's API key. */
  public String operatorKey() {
    return OPERATOR_KEY;
  }

  /** Stops the service's clock at an instant. */
  public void setClock(Instant instant) {
    now.set(instant);
  }

  /** Replaces the ticker of the cache; the new one must not be behind. */
  public void setTicker(Ticker newTicker) {
    ticker.set(newTicker);
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

  /** Waits until the service has reconnected to the store. */
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
   * Brings the store to the state that it reaches by itself without new events: all events are
   * rolled up, and user states are merged into one part per table.
   */
  public void settle() {
    awaitRollup();
    DSLContext database = Objects.requireNonNull(clickHouse.get()).dsl();
    database.execute("OPTIMIZE TABLE user_states FINAL");
    database.execute("OPTIMIZE TABLE user_presence FINAL");
  }

  /** The HTTP server, for example to replace its request log. */
  public Server server() {
    return Objects.requireNonNull(server.get());
  }

  /** Runs the operator's task that removes erased data from the disk. */
  public void erase() {
    var _ = admin(HttpRequest.newBuilder(adminUri().resolve("tasks/erase")).POST(NOTHING));
  }

  /** Runs the operator's task that rebuilds all derived tables. */
  public void rebuild() {
    var _ = admin(HttpRequest.newBuilder(adminUri().resolve("tasks/rebuild")).POST(NOTHING));
  }

  /** The value of a metric on the admin connector. */
  public double figure(String name) {
    return admin(HttpRequest.newBuilder(adminUri().resolve("metrics")).GET())
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no metric " + name));
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

  /** The id of the process of the embedded engine. */
  public long engineProcessId() {
    return Objects.requireNonNull(clickHouse.get()).engine().orElseThrow().processId();
  }

  @Override
  public void close() {
    Server running = Objects.requireNonNull(server.get());
    for (var connector : running.getConnectors()) {
      // By default, the server waits a second for the open connections of the tests' clients.
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
          # Tests of outages would fill the console with expected errors.
          loggers:
            com.clickhouse: ERROR
            com.zaxxer.hikari: ERROR
            com.github.benmanes.caffeine: ERROR
            io.journeystats.app.StoreUnavailableMapper: ERROR
            io.journeystats.rollup.RollupTask: ERROR
        # The shortest lag, so that queries meet every state of the rollup.
        rollup: {interval: 500ms, margin: 0s}
        %s
        %s
        %s
        clickhouse:
        %s
        """
            .formatted(
                // All tests use one IP address.
                clickHouse.contains("exports:")
                    ? ""
                    : "exports: {directory: target/test-service/exports, lease: 4s, leastFree:"
                        + " 1MiB}",
                clickHouse.contains("keys:") ? "" : "keys: {failedAttempts: 100000}",
                // Tests with several instances override this.
                clickHouse.contains("alone:") ? "" : "alone: true",
                clickHouse.stripTrailing()));
  }

  private final class Application extends JourneyStatsApplication {
    Application() {
      super(now::get, () -> ticker.get().read(), Optional.of(OPERATOR_KEY));
    }

    /** Fails the test; Dropwizard would exit the JVM and lose the results of the tests. */
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
