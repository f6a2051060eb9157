package io.journeystats.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;

import com.google.common.base.Splitter;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.clickhouse.ClickHouseHealthCheck;
import io.journeystats.clickhouse.DiskSpaceHealthCheck;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedClickHouseIT {
  /** The endpoints of a ClickHouse server, and requests that an unauthorized user might send. */
  private static final List<String> PATHS =
      List.of(
          "/",
          "/ping",
          "/play",
          "/dashboard",
          "/merges",
          "/binary",
          "/jemalloc",
          "/metrics",
          "/replicas_status",
          "/js/uplot.js",
          "/nothing",
          "/?query=SELECT%201",
          "/?query=SELECT%20file('/proc/version')",
          "/?query=SELECT%20*%20FROM%20file('/proc/version','LineAsString')",
          "/?query=SELECT%20*%20FROM%20system.processes",
          "/?query=SELECT%20sum(length(range(100000000)))",
          "/?add_http_cors_header=1&query=SELECT%201",
          "/?user=journey_stats&password=x&query=SELECT%201",
          "/?user=default&query=SYSTEM%20STOP%20LISTEN%20HTTP");

  @TempDir Path directory;

  @Test
  void respondsThroughThePool() {
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

  /** The driver alone would wait for a minute. */
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
  void keepsItsRowsAcrossRestarts() {
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
  void waitsForAPredecessorThatIsStillEnding() throws IOException, InterruptedException {
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
  void choosesAnotherPortIfThePreferredOneIsInUse() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var clickHouse = open(taken.getLocalPort())) {
      assertThat(clickHouse.endpoint().url().getPort()).isNotEqualTo(taken.getLocalPort());
      assertThat(clickHouse.dsl().fetchValue("SELECT 1")).hasToString("1");
    }
  }

  @Test
  void refusesRequestsWithoutCredentials() throws IOException, InterruptedException {
    try (var clickHouse = open(0);
        var client = HttpClient.newHttpClient()) {
      var url = clickHouse.endpoint().url();
      for (var path : PATHS) {
        for (var headers : headersOfStrangers(clickHouse.endpoint())) {
          for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            // The engine does not read the bodies of other methods, and resets the connection.
            var statement = method.equals("POST") ? "SELECT 'in'" : "";
            var request =
                HttpRequest.newBuilder(url.resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(statement))
                    .headers(headers)
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as("%s %s", method, path).isIn(404, 501);
            assertThat(answer.body()).doesNotContain("Linux version", "Ok.", "<html", "in\n");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
          }
        }
      }
      // The unauthorized requests do not affect the service.
      assertThat(clickHouse.dsl().fetchValue("SELECT 1")).hasToString("1");
    }
  }

  private static List<String[]> headersOfStrangers(ClickHouseEndpoint endpoint) {
    var wrong = new ClickHouseEndpoint(endpoint.url(), endpoint.user(), "x", "default");
    var builtIn = new ClickHouseEndpoint(endpoint.url(), "default", "", "default");
    return List.of(
        new String[] {"Origin", "https://evil.example"},
        new String[] {"Authorization", wrong.authorization()},
        new String[] {"Authorization", builtIn.authorization()},
        new String[] {"X-ClickHouse-User", "default"},
        new String[] {"X-ClickHouse-User", endpoint.user(), "X-ClickHouse-Key", "x"});
  }

  @Test
  void listensOnOnePortOfTheLoopbackInterface() throws IOException {
    assumeThat(Path.of("/proc/self/net/tcp")).exists();
    try (var clickHouse = open(0)) {
      var process = Path.of("/proc/" + clickHouse.engine().orElseThrow().processId());
      var port = clickHouse.endpoint().url().getPort();
      assertThat(listening(process)).containsExactly("0100007F:%04X".formatted(port));
    }
  }

  /** The addresses on which a process listens, as Linux writes them. */
  private static List<String> listening(Path process) throws IOException {
    List<String> sockets = new ArrayList<>();
    try (var descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (var descriptor : descriptors) {
        sockets.add(Files.readSymbolicLink(descriptor).toString());
      }
    }
    List<String> addresses = new ArrayList<>();
    for (var table : List.of("net/tcp", "net/tcp6")) {
      for (var line : Files.readAllLines(process.resolve(table))) {
        var fields = Splitter.on(' ').omitEmptyStrings().splitToList(line);
        if (fields.get(3).equals("0A")
            && sockets.contains("socket:[%s]".formatted(fields.get(9)))) {
          addresses.add(fields.get(1));
        }
      }
    }
    return addresses;
  }

  @Test
  void keepsItsPortDuringARestart() {
    try (var clickHouse = open(0)) {
      var port = clickHouse.endpoint().url().getPort();
      kill(clickHouse.engine().orElseThrow().processId());
      assertThatThrownBy(() -> new ServerSocket(port)).isInstanceOf(BindException.class);
    }
  }

  @Test
  void passesNoSecretToItsProcess() throws IOException {
    assumeThat(Path.of("/proc/self/environ")).exists();
    try (var clickHouse = open(0)) {
      var endpoint = clickHouse.endpoint();
      var secrets = new String[] {endpoint.password(), endpoint.authorization()};
      var process = Path.of("/proc/" + clickHouse.engine().orElseThrow().processId());
      assertThat(Files.readString(process.resolve("cmdline"))).doesNotContain(secrets);
      var environ = Files.readString(process.resolve("environ"));
      assertThat(Splitter.on('\0').omitEmptyStrings().split(environ))
          .allMatch(variable ->
              Set.of("TZ", "JE_MALLOC_CONF", "LANG", "LC_ALL", "LC_CTYPE")
                  .contains(variable.replaceFirst("=.*", "")));
      try (var files = Files.walk(directory.resolve("log"))) {
        assertThat(files.filter(Files::isRegularFile))
            .isNotEmpty()
            .allSatisfy(log -> assertThat(log).content().doesNotContain(secrets));
      }
    }
  }

  @Test
  void restrictsItsFilesToTheOwner() throws IOException {
    assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (var clickHouse = open(0)) {
      assertThat(permissions(directory)).isEqualTo("rwx------");
      assertThat(permissions(directory.resolve("config.xml"))).isEqualTo("rw-------");
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
            null),
        EmbeddedClickHouse::start);
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

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
