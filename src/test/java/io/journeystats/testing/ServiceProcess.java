package io.journeystats.testing;

import io.journeystats.app.JourneyStatsApplication;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** The service in a process of its own, to be killed. */
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
   * Starts it on a database.
   *
   * @param settings more of the configuration
   */
  public static ServiceProcess start(ClickHouseEndpoint database, String settings)
      throws IOException {
    return start(database, settings, HEAP);
  }

  /**
   * The same with another heap than the service is shipped with.
   *
   * @param heap as an option of the JVM
   */
  public static ServiceProcess start(ClickHouseEndpoint database, String settings, String heap)
      throws IOException {
    int port = freePort();
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
   * Starts it as it is shipped, with the embedded engine and a umask that protects nothing.
   *
   * @param dataDirectory where all lies that it keeps
   */
  public static ServiceProcess startAsShipped(Path dataDirectory) throws IOException {
    int port = freePort();
    return start(
        Path.of("config.yml"),
        port,
        dataDirectory.resolveSibling("process.log"),
        HEAP,
        Map.of(
            "JOURNEY_STATS_DATA_DIRECTORY", dataDirectory.toString(),
            "JOURNEY_STATS_HTTP_PORT", Integer.toString(port),
            "JOURNEY_STATS_ADMIN_PORT", Integer.toString(freePort())));
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
                // It is killed before it is warm.
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

  /** Starts it again after it was killed, at the same address; does not wait for it. */
  public void restart() throws IOException {
    process = command.start();
  }

  /** Waits until it answers. */
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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where the API is, with a slash at the end. */
  public URI baseUri() {
    return baseUri;
  }

  /** The key of role operator. */
  public String operatorKey() {
    return OPERATOR_KEY;
  }

  /** The process of its embedded engine; empty where there is none at the moment. */
  public Optional<ProcessHandle> engine() {
    return process.children().findFirst();
  }

  /** Tells whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * How much memory the process had at most, the engine's not included; 0 where that is not told.
   */
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

  /** Kills it with signal 9, and waits until it is dead. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
