package io.journeystats.testing;

import io.journeystats.app.JourneyStatsApplication;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service in a separate process, which tests kill. */
public final class ServiceProcess {
  private static final String OPERATOR_KEY = "the operator's key of a process";
  private static final String HEAP = "-Xmx512m";
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final ProcessBuilder command;
  private final URI baseUri;
  private volatile Process process;

  private ServiceProcess(ProcessBuilder command, URI baseUri) throws IOException {
    this.command = command;
    this.baseUri = baseUri;
    this.process = command.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /**
   * Starts the service on a database.
   *
   * @param settings additional configuration
   */
  public static ServiceProcess start(ClickHouseEndpoint database, String settings)
      throws IOException {
    return start(database, settings, HEAP);
  }

  /**
   * Starts the service with another heap size than the default.
   *
   * @param heap the JVM option
   */
  public static ServiceProcess start(ClickHouseEndpoint database, String settings, String heap)
      throws IOException {
    int port = FreePort.find();
    Path directory = Files.createDirectories(Path.of("target", "test-service"));
    Path configuration =
        Files.writeString(
            Files.createTempFile(directory, "process", ".yml"),
            """
            server:
              enableVirtualThreads: true
              registerDefaultExceptionMappers: false
              gzip: {enabled: false}
              applicationConnectors: [{type: http, bindHost: 127.0.0.1, port: %d}]
              adminConnectors: [{type: http, bindHost: 127.0.0.1, port: 0}]
              requestLog: {appenders: []}
            logging: {level: WARN}
            %s
            clickhouse:
              mode: server
              server: {url: "%s", user: "%s", password: "%s", database: "%s"}
            """
                .formatted(
                    port,
                    settings,
                    database.url(),
                    database.user(),
                    database.password(),
                    database.database()));
    return start(configuration, port, directory.resolve("process.log"), heap, Map.of());
  }

  /**
   * Starts the service with the shipped configuration, the embedded engine and a permissive umask.
   *
   * @param dataDirectory the data directory
   */
  public static ServiceProcess startAsShipped(Path dataDirectory) throws IOException {
    int port = FreePort.find();
    return start(
        Path.of("config.yml"),
        port,
        dataDirectory.resolveSibling("process.log"),
        HEAP,
        Map.of(
            "JOURNEY_STATS_DATA_DIRECTORY", dataDirectory.toString(),
            "JOURNEY_STATS_HTTP_PORT", Integer.toString(port),
            "JOURNEY_STATS_ADMIN_PORT", Integer.toString(FreePort.find())));
  }

  private static ServiceProcess start(
      Path configuration, int port, Path log, String heap, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "sh",
                "-c",
                "umask 0 && exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                // The process is killed before the JIT compiler pays off.
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                JourneyStatsApplication.class.getName(),
                "server",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("JOURNEY_STATS_OPERATOR_KEY", OPERATOR_KEY);
    builder.environment().putAll(environment);
    ServiceProcess service =
        new ServiceProcess(builder, URI.create("http://127.0.0.1:" + port + "/api/v1/"));
    service.awaitReady();
    return service;
  }

  /** Restarts the service at the same address after a kill, without waiting for it. */
  public void restart() throws IOException {
    process = command.start();
  }

  /** Waits until the service answers. */
  public void awaitReady() {
    long begin = System.nanoTime();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!answers(client)) {
        if (!process.isAlive() || System.nanoTime() - begin > START_NANOS) {
          throw new IllegalStateException("The service did not start; see target/test-service");
        }
      }
    }
  }

  private boolean answers(HttpClient client) {
    try {
      HttpRequest version = HttpRequest.newBuilder(baseUri.resolve("version")).build();
      return client.send(version, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The URL of the API, with a trailing slash. */
  public URI baseUri() {
    return baseUri;
  }

  /** The operator's API key. */
  public String operatorKey() {
    return OPERATOR_KEY;
  }

  /** The process of the embedded engine; empty if it is not running. */
  public Optional<ProcessHandle> engine() {
    return process.children().findFirst();
  }

  /** Whether the service is running. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The peak memory of the process, without the engine; 0 if the system does not report it. */
  public long mostMemoryBytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    }
  }

  /** Kills the process with signal 9 and waits for its end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
