package io.journeystats.clickhouse;

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
import java.util.concurrent.TimeUnit;

/** One run of the engine's process, from its start to its end. */
final class EngineChild {
  /** Opening the tables of a big data directory takes a while; a predecessor's end, too. */
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
  private static final Duration POLL = Duration.ofMillis(15);

  private static final String STATEMENTS =
      "SYSTEM START LISTEN HTTP; SELECT count() FROM file('/dev/stdin', 'LineAsString', 'l"
          + " String')";

  /**
   * Memory that is free goes back to the system within a minute. Within seconds, as by default, it
   * has to be got again by nearly every statement, which takes up to a third of its time.
   */
  private static final String KEEP_MEMORY = "dirty_decay_ms:60000,muzzy_decay_ms:60000";

  private final Process process;
  private final EngineFiles files;

  private EngineChild(Process process, EngineFiles files) {
    this.process = process;
    this.files = files;
  }

  /** Starts the process; it serves nobody yet. */
  static EngineChild start(Path library, EngineFiles files) {
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
    // Meant for the service's virtual machine, not for this one.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().put("TZ", "UTC");
    builder.environment().putIfAbsent("JE_MALLOC_CONF", KEEP_MEMORY);
    try {
      return new EngineChild(builder.start(), files);
    } catch (IOException e) {
      throw new EngineException("The process of the embedded ClickHouse cannot be started.", e);
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
            .header("X-ClickHouse-User", endpoint.user())
            .header("X-ClickHouse-Key", endpoint.password())
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
