package io.journeystats.engine;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One run of the engine's process. */
final class EngineProcess {
  /** Long enough to open a large data directory and to wait for the end of a predecessor. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(15);

  /** Makes the engine listen, then keeps it running until the second statement is killed. */
  static final String STATEMENTS =
      "SYSTEM START LISTEN HTTP; SELECT sleepEachRow(0.3) FROM system.numbers"
          + " SETTINGS max_block_size = 1 FORMAT Null";

  /**
   * Returns free memory to the system after a minute. The default, a few seconds, makes nearly
   * every statement request it again, which takes up to a third of its time.
   */
  private static final String KEEP_MEMORY = "dirty_decay_ms:60000,muzzy_decay_ms:60000";

  private static final String ALLOCATOR = "JE_MALLOC_CONF";

  /**
   * The environment variables that the process inherits: the encoding of file names and the
   * operator's tuning of the engine, but no secrets.
   */
  private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", ALLOCATOR);

  private final Process process;
  private final EngineFiles files;

  private EngineProcess(Process process, EngineFiles files) {
    this.process = process;
    this.files = files;
  }

  /** Starts the process, which does not respond yet. */
  static EngineProcess start(Path library, EngineFiles files, ClickHouseEndpoint endpoint) {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(),
            EmbeddedClickHouseProcess.class.getName(),
            library.toString(),
            files.processLock().toString(),
            endpoint.url().toString(),
            "--config-file",
            files.configuration().toString(),
            "--log-level",
            "information",
            "--query",
            STATEMENTS);
    var builder =
        new ProcessBuilder(command)
            .directory(files.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(files.output().toFile());
    var environment = builder.environment();
    environment.keySet().retainAll(ENVIRONMENT);
    environment.put("TZ", "UTC");
    environment.putIfAbsent(ALLOCATOR, KEEP_MEMORY);
    try {
      var child = new EngineProcess(builder.start(), files);
      child.write(endpoint.authorization());
      return child;
    } catch (IOException e) {
      throw new EngineException("Cannot start the process of the embedded ClickHouse.", e);
    }
  }

  /** Passes a secret, which arguments or the environment would reveal to other users. */
  private void write(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException _) {
      // The process has ended; awaitReady() reports why.
    }
  }

  private static String classPath() {
    var location = EmbeddedClickHouseProcess.class.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(location.getLocation().toString())).toString();
  }

  /**
   * Waits until the engine responds to this endpoint's user, which excludes another server on the
   * same port.
   */
  void awaitReady(ClickHouseEndpoint endpoint) throws InterruptedException {
    var deadline = System.nanoTime() + START_LIMIT.toNanos();
    var request =
        HttpRequest.newBuilder(endpoint.url().resolve("/?query=SELECT%201"))
            .header("Authorization", endpoint.authorization())
            .timeout(Duration.ofSeconds(5))
            .build();
    try (var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build()) {
      while (!responds(client, request)) {
        if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new EngineException("The embedded ClickHouse did not start: " + lastOutput());
        }
        if (System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new EngineException(
              "The embedded ClickHouse did not respond within %d s of its start; its log is in %s."
                  .formatted(START_LIMIT.toSeconds(), files.output().getParent()));
        }
      }
    }
  }

  private static boolean responds(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the last output of the process as one line. */
  private String lastOutput() {
    try {
      var lines = Files.readString(files.output(), StandardCharsets.UTF_8).strip().lines();
      return lines
          .filter(line -> !line.startsWith("Logging "))
          .limit(1)
          .findFirst()
          .orElse("it ended with code %d and without output.".formatted(process.exitValue()));
    } catch (IOException e) {
      return "it ended with code " + process.exitValue() + ".";
    }
  }

  long processId() {
    return process.pid();
  }

  /** Waits for the end of the process and returns its exit code. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops the process: gracefully by closing its standard input, and by force after a timeout. */
  void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_LIMIT)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
