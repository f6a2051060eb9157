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

/** One run of the engine's process, from its start to its end. */
final class EngineProcess {
  /** Opening the tables of a big data directory takes a while; a predecessor's end, too. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(15);

  /** Lets the engine listen, then keeps it alive until the second statement is killed. */
  static final String STATEMENTS =
      "SYSTEM START LISTEN HTTP; SELECT sleepEachRow(0.3) FROM system.numbers"
          + " SETTINGS max_block_size = 1 FORMAT Null";

  /**
   * Memory that is free goes back to the system within a minute. Within seconds, as by default, it
   * has to be got again by nearly every statement, which takes up to a third of its time.
   */
  private static final String KEEP_MEMORY = "dirty_decay_ms:60000,muzzy_decay_ms:60000";

  private static final String ALLOCATOR = "JE_MALLOC_CONF";

  /**
   * What the process gets of the service's environment: nothing that could be a secret, but the
   * encoding of file names and what the operator tunes the engine with.
   */
  private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", ALLOCATOR);

  private final Process process;
  private final EngineFiles files;

  private EngineProcess(Process process, EngineFiles files) {
    this.process = process;
    this.files = files;
  }

  /** Starts the process; it serves nobody yet. */
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
      throw new EngineException("The process of the embedded ClickHouse cannot be started.", e);
    }
  }

  /** Passes on a secret, which an argument or the environment would show to others. */
  private void write(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
    } catch (IOException _) {
      // The process has ended; awaitReady() says why.
    }
  }

  private static String classPath() {
    var location = EmbeddedClickHouseProcess.class.getProtectionDomain().getCodeSource();
    return Path.of(URI.create(location.getLocation().toString())).toString();
  }

  /**
   * Waits until the engine answers to this endpoint's user, so that it is no other server on the
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
      while (!answers(client, request)) {
        if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new EngineException("The embedded ClickHouse did not start: " + lastWords());
        }
        if (System.nanoTime() > deadline) {
          process.destroyForcibly();
          throw new EngineException(
              "The embedded ClickHouse did not answer within %d s of its start; its log is %s."
                  .formatted(START_LIMIT.toSeconds(), files.output().getParent()));
        }
      }
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the process printed last, in one line. */
  private String lastWords() {
    try {
      var lines = Files.readString(files.output(), StandardCharsets.UTF_8).strip().lines();
      return lines
          .filter(line -> !line.startsWith("Logging "))
          .limit(1)
          .findFirst()
          .orElse("it ended with code %d and said nothing.".formatted(process.exitValue()));
    } catch (IOException e) {
      return "it ended with code " + process.exitValue() + ".";
    }
  }

  long processId() {
    return process.pid();
  }

  /** Waits for the end and answers with the exit code. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the process: gently by closing its standard input, after a while by force. */
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
