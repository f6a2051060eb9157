package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedClickHouseIT {
  @TempDir Path directory;

  @Test
  void answersThroughThePool() {
    try (var clickHouse = open(0)) {
      assertThat(clickHouse.dsl().fetchValue("SELECT currentDatabase()"))
          .isEqualTo("journey_stats");
      assertThat(clickHouse.dsl().fetchValue("SELECT timezone()")).isEqualTo("UTC");
      assertThat(new ClickHouseHealthCheck(clickHouse).execute().isHealthy()).isTrue();
      assertThat(new DiskSpaceHealthCheck(clickHouse).execute().getMessage()).contains("free");
    }
  }

  @Test
  void keepsAcknowledgedRowsWhenItIsKilled() {
    try (var clickHouse = open(0)) {
      clickHouse.dsl().execute("CREATE TABLE t (n UInt64) ENGINE = MergeTree ORDER BY n");
      clickHouse.dsl().execute("INSERT INTO t SELECT number FROM numbers(1000)");
      for (int kills = 1; kills <= 2; kills++) {
        var killed = kill(clickHouse.engine().orElseThrow().processId());
        assertThat(sumOnceItIsBack(clickHouse)).isEqualTo(499_500L);
        assertThat(clickHouse.engine().orElseThrow().processId()).isNotEqualTo(killed);
      }
    }
  }

  /** The driver by itself would wait for a minute. */
  @Timeout(30)
  @Test
  void noticesAFrozenEngine() throws IOException, InterruptedException {
    try (var clickHouse = open(0)) {
      clickHouse.dsl().fetchValue("SELECT 1");
      var engine = Long.toString(clickHouse.engine().orElseThrow().processId());
      signal("STOP", engine);
      try {
        // The pool trusts a connection for half a second after its last use.
        assertThat(new CountDownLatch(1).await(600, TimeUnit.MILLISECONDS)).isFalse();
        assertThatThrownBy(() -> clickHouse.dsl().fetchValue("SELECT 1"))
            .isInstanceOf(StoreUnavailableException.class);
      } finally {
        signal("CONT", engine);
      }
    }
  }

  @Test
  void findsItsRowsAtTheNextStart() {
    try (var clickHouse = open(0)) {
      clickHouse.dsl().execute("CREATE TABLE t (n UInt64) ENGINE = MergeTree ORDER BY n");
      clickHouse.dsl().execute("INSERT INTO t VALUES (7)");
    }
    try (var clickHouse = open(0)) {
      assertThat(clickHouse.dsl().fetchValue("SELECT sum(n) FROM t")).hasToString("7");
    }
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws IOException, InterruptedException {
    var owner = startOwner();
    try (var lines = owner.inputReader()) {
      var engine = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
      assertThat(engine.isAlive()).isTrue();
      assertThatThrownBy(() -> open(0))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("in use by process " + owner.pid());
      owner.destroyForcibly().waitFor();
      engine.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  @Test
  void takesOverWhileThePredecessorIsStillEnding() throws IOException, InterruptedException {
    var owner = startOwner();
    try (var lines = owner.inputReader()) {
      lines.readLine();
      owner.destroyForcibly().waitFor();
    }
    try (var clickHouse = open(0)) {
      assertThat(clickHouse.dsl().fetchValue("SELECT 1")).hasToString("1");
    }
  }

  @Test
  void refusesADataDirectoryInUse() {
    try (var _ = open(0)) {
      assertThatThrownBy(() -> open(0))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void takesAnotherPortIfTheWantedOneIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var clickHouse = open(taken.getLocalPort())) {
      assertThat(clickHouse.endpoint().url().getPort()).isNotEqualTo(taken.getLocalPort());
      assertThat(clickHouse.dsl().fetchValue("SELECT 1")).hasToString("1");
    }
  }

  @Test
  void letsNobodyInWithoutThePassword() throws IOException, InterruptedException {
    try (var clickHouse = open(0)) {
      var url = clickHouse.endpoint().url() + "/";
      assertThat(statusOf(url + "?user=journey_stats&password=x&query=SELECT%201")).isEqualTo(403);
      var file = "SELECT%20*%20FROM%20file('/proc/version','LineAsString')";
      assertThat(statusOf(url + "?query=" + file)).isNotEqualTo(200);
      assertThat(statusOf(url + "?query=SELECT%20*%20FROM%20system.processes")).isNotEqualTo(200);
    }
  }

  @Test
  void closesItsFilesToOthers() throws IOException {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (var clickHouse = open(0)) {
      assertThat(permissions(directory)).isEqualTo("rwx------");
      assertThat(permissions(directory.resolve("users.xml"))).isEqualTo("rw-------");
      assertThat(directory.resolve("users.xml"))
          .content()
          .doesNotContain(clickHouse.endpoint().password());
      assertThat(directory.resolve("log/clickhouse.log")).isNotEmptyFile();
    }
  }

  private ClickHouse open(int port) {
    return ClickHouse.open(
        ClickHouseConfiguration.of(
            null,
            ClickHouseConfiguration.Embedded.of(directory, null, port, null),
            null,
            null,
            null,
            null,
            null));
  }

  private Process startOwner() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            EngineOwner.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static long kill(long processId) {
    var process = ProcessHandle.of(processId).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    return processId;
  }

  private static void signal(String signal, String processId)
      throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", "-" + signal, processId).start().waitFor()).isZero();
  }

  private static long sumOnceItIsBack(ClickHouse clickHouse) {
    while (true) {
      try {
        return clickHouse
            .dsl()
            .select(sum(field(name("n"), long.class)))
            .from(name("t"))
            .fetchSingle()
            .value1()
            .longValue();
      } catch (StoreUnavailableException e) {
        assertThat(e.failure()).isEqualTo(StoreFailure.UNREACHABLE);
      }
    }
  }

  private static int statusOf(String url) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
