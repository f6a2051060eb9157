package io.journeystats.bench;

import io.journeystats.app.JourneyStatsApplication;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.FreePort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a separate process with a limited heap. */
final class ServiceProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final String OPERATOR_KEY = "the operator's key of the benchmark";

  private final Process process;
  private final URI uri;
  private final Heap heap;
  private final Duration start;

  private ServiceProcess(Process process, URI uri, Heap heap, Duration start) {
    this.process = process;
    this.uri = uri;
    this.heap = heap;
    this.start = start;
  }

  /** Starts the service on a running ClickHouse. */
  static ServiceProcess start(Settings settings, ClickHouseEndpoint clickHouse)
      throws IOException, InterruptedException {
    return start(
        settings,
        Map.of(
            "JOURNEY_STATS_ALONE", "true",
            "JOURNEY_STATS_CLICKHOUSE_MODE", "server",
            "JOURNEY_STATS_CLICKHOUSE_URL", clickHouse.url().toString(),
            "JOURNEY_STATS_CLICKHOUSE_USER", clickHouse.user(),
            "JOURNEY_STATS_CLICKHOUSE_PASSWORD", clickHouse.password()));
  }

  /** Starts the service with the embedded engine on the data of the settings. */
  static ServiceProcess startEmbedded(Settings settings) throws IOException, InterruptedException {
    return start(settings, Map.of("JOURNEY_STATS_CLICKHOUSE_MODE", "embedded"));
  }

  private static ServiceProcess start(Settings settings, Map<String, String> clickHouse)
      throws IOException, InterruptedException {
    Path logs = Files.createDirectories(settings.directory().resolve("log"));
    int port = FreePort.find();
    int adminPort = FreePort.find();
    Path garbage = logs.resolve("garbage-collection.log");
    Files.deleteIfExists(garbage);
    Map<String, String> environment = new HashMap<>(clickHouse);
    environment.put("JOURNEY_STATS_HTTP_PORT", Integer.toString(port));
    environment.put("JOURNEY_STATS_ADMIN_PORT", Integer.toString(adminPort));
    environment.put("JOURNEY_STATS_DATA_DIRECTORY", settings.directory().toString());
    environment.put("JOURNEY_STATS_OPERATOR_KEY", OPERATOR_KEY);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap(),
                "-Xlog:gc:file=" + garbage,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                JourneyStatsApplication.class.getName(),
                "server",
                "config.yml")
            .redirectErrorStream(true)
            .redirectOutput(logs.resolve("service.out").toFile());
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    Process process = builder.start();
    // An aborted benchmark leaves no process behind.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    URI uri = URI.create("http://127.0.0.1:" + port);
    try {
      awaitReady(process, uri, logs);
      return new ServiceProcess(
          process, uri, new Heap(garbage), Duration.ofNanos(System.nanoTime() - begin));
    } catch (IOException | InterruptedException | RuntimeException failure) {
      process.destroy();
      throw failure;
    }
  }

  private static void awaitReady(Process process, URI uri, Path logs)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    Request version =
        Request.of("GET", uri.getAuthority(), "/api/v1/version", Map.of(), new byte[0]);
    while (!answers(uri, version)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IOException(
            "The service did not start; see " + logs.resolve("service.out").toAbsolutePath());
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static boolean answers(URI uri, Request version) throws IOException {
    try (Connection connection = new Connection(uri)) {
      return connection.send(version).status() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  URI uri() {
    return uri;
  }

  /** The time from the start of the process to the first response. */
  Duration start() {
    return start;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  Heap heap() {
    return heap;
  }

  /** A client with the operator's key. */
  Api operator() {
    return new Api(uri, OPERATOR_KEY);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
