package io.journeystats.exactness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.testing.ServiceProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What another user of the machine and a page of another site can do against the service as it is
 * shipped, with its engine: nothing.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "what processes listen on is read from /proc")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class OutsidersIT {
  private static final String SITE = "https://evil.example";
  private static final String CANARY = "canary in a coal mine";
  private static final Pattern CREDENTIALS =
      Pattern.compile("<Authorization>Basic (.*?)</Authorization>");
  private static final String LISTENING = "0A";
  private static final int PATIENCE_MILLIS = 500;

  /** What somebody may ask any port for; to ClickHouse's own protocol the last one is hello. */
  private static final List<String> PROBES =
      List.of(
          get("/"),
          get("/ping"),
          get("/play"),
          get("/replicas_status"),
          get("/?query=SELECT%204242*10001"),
          get("/?user=default&add_http_cors_header=1&query=SELECT%204242*10001"),
          get("/?user=journey_stats&query=SELECT%204242*10001"),
          post("/", "SELECT 4242*10001"),
          post("/?query=", "SELECT * FROM file('/etc/passwd', 'LineAsString')"),
          get("/metrics"),
          get("/healthcheck"),
          get("/threads"),
          get("/tasks"),
          post("/tasks/gc", ""),
          post("/tasks/rebuild", ""),
          post("/tasks/erase", ""),
          post("/tasks/log-level", "logger=ROOT&level=TRACE"),
          get("/api/v1/journeys"),
          get("/api/v1/tenants"),
          get("/api/v1/history"),
          get("/api/v1/exports"),
          get("/api/v1/events/rejected"),
          post("/api/v1/tenants", "{\"id\": \"mine\"}"),
          "\0\21ClickHouse client\31\13\246\250\3\0\7default\0");

  private Path directory;
  private Path data;
  private ServiceProcess service;
  private ServiceUnderTest running;
  private String tenant;
  private Client admin;
  private String cookie;
  private List<String> secrets;

  @BeforeAll
  void start(@TempDir Path shared) throws IOException, InterruptedException {
    directory = shared;
    data = directory.resolve("data");
    service = ServiceProcess.startAsShipped(data);
    running = new ServiceUnderTest.Running(service.baseUri(), service.operatorKey());
    TestTenant created = TestTenant.create(running, "UTC");
    tenant = created.id();
    admin = created.client("admin");
    ObjectNode journey = WorkedExample.journey().deepCopy();
    journey.put("title", CANARY);
    admin.post("journeys", journey).json(201);
    String key = admin.headers().get(1).replace("Bearer ", "");
    cookie = signIn(key);
    Matcher credentials =
        CREDENTIALS.matcher(Files.readString(data.resolve("clickhouse/config.xml")));
    assertThat(credentials.find()).isTrue();
    secrets =
        List.of(
            service.operatorKey(),
            key,
            cookie.substring(cookie.indexOf('=') + 1),
            credentials.group(1),
            CANARY,
            "42424242");
  }

  @AfterAll
  void stop() throws InterruptedException {
    service.kill();
  }

  private String signIn(String key) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(service.baseUri().resolve("session"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.object().put("key", key))))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
      return set.substring(0, set.indexOf(';'));
    }
  }

  @Test
  void anotherUserReadsNoFile() throws IOException, InterruptedException {
    // So that the way there is open; the directory that JUnit makes is not.
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path open = Files.writeString(directory.resolve("open"), "to everybody");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    Set<String> readable =
        asNobody("find \"$1\" -type f -readable 2>/dev/null", directory.toString())
            .lines()
            .collect(Collectors.toSet());
    assertThat(readable).contains(open.toString()).noneMatch(file -> file.startsWith(data + "/"));
    assertThat(
            asNobody(
                "ls \"$1\" \"$1/clickhouse\"; cat \"$1/clickhouse/config.xml\""
                    + " \"$1/log/access.log\"; echo tried",
                data.toString()))
        .isEqualTo("tried\n");
  }

  @Test
  void anotherUserLearnsNothingOfTheProcesses() throws IOException, InterruptedException {
    for (ProcessHandle process : processes()) {
      String told =
          asNobody(
              "cd /proc/$1 && cat cmdline; cat environ maps; ls -l fd cwd; cat mem | head -c 100;"
                  + " echo tried",
              Long.toString(process.pid()));
      assertThat(told).contains("java").endsWith("tried\n").doesNotContain(secrets);
      assertThat(asNobody("cat /proc/$1/environ", Long.toString(process.pid()))).isEmpty();
    }
  }

  /** Another user of the machine, and a page in a browser on it, reach whatever listens there. */
  @Test
  void noPortAnswersAStrangerAnythingOfUse() throws IOException {
    Set<Integer> ports = listening();
    assertThat(ports).hasSizeGreaterThanOrEqualTo(3).contains(service.baseUri().getPort());
    for (int port : ports) {
      for (String probe : PROBES) {
        String answer = answer(port, probe);
        assertThat(answer)
            .as("port %d, %s", port, probe)
            .doesNotContain(secrets)
            .doesNotContain("root:x:0")
            .doesNotContainIgnoringCase("Access-Control-Allow");
        if (probe.contains("/tasks/") || probe.contains("SELECT")) {
          assertThat(answer)
              .as("port %d, %s", port, probe)
              .matches(text -> text.isEmpty() || refusal(text));
        }
      }
    }
    for (ProcessHandle engine : service.engine().stream().toList()) {
      for (int port : listening(engine)) {
        for (String probe : PROBES) {
          assertThat(answer(port, probe))
              .as("port %d of the engine, %s", port, probe)
              .matches(text -> text.isEmpty() || text.matches("(?s)HTTP/1\\.[01] 40[04] .*"));
        }
      }
    }
  }

  private static boolean refusal(String answer) {
    return answer.matches("(?s)HTTP/1\\.[01] 40[01345] .*")
        // The page of the web application, which is the same for everybody.
        || answer.matches("(?s)HTTP/1\\.[01] 200 .*<!doctype html>.*");
  }

  /**
   * A page of another site sends what it can without asking first: a form's types of content, with
   * the cookies of the person who looks at it.
   */
  @Test
  void anotherSiteChangesNothing() {
    Client same = new Client(service.baseUri(), List.of("Cookie", cookie));
    assertThat(same.get("journeys").json(200).get("total").intValue()).isEqualTo(1);
    List<JsonNode> before = state();
    int changing = 0;
    for (Contract.Operation operation : Contract.of(running).operations()) {
      if (operation.method().equals("GET") || !operation.needsKey()) {
        continue;
      }
      changing++;
      String path =
          operation
              .path()
              .substring(1)
              .replaceAll("\\{(journey|id)}", WorkedExample.journey().get("id").textValue())
              .replaceAll("\\{\\w+}", "x");
      for (String[] from :
          List.of(
              new String[] {"Origin", SITE},
              new String[] {"Origin", "null"},
              new String[] {"Origin", SITE, "Sec-Fetch-Site", "cross-site"},
              new String[] {"Sec-Fetch-Site", "same-site"})) {
        for (String type :
            List.of("text/plain", "application/x-www-form-urlencoded", "application/json")) {
          List<String> headers = new ArrayList<>(List.of(from));
          headers.addAll(List.of("Content-Type", type));
          Answer answer =
              same.send(
                  operation.method(),
                  path,
                  Utf8.bytes(Json.write(operation.example())),
                  headers.toArray(String[]::new));
          assertThat(answer.status())
              .as("%s %s %s", List.of(from), type, answer)
              .isIn(401, 403, 415);
        }
      }
    }
    assertThat(changing).isGreaterThan(10);
    assertThat(state()).isEqualTo(before);
  }

  private List<JsonNode> state() {
    return Stream.of("journeys", "tenants/" + tenant, "tenants/" + tenant + "/keys", "exports")
        .map(path -> admin.get(path).json(200))
        .toList();
  }

  /** Runs a script as a user who owns nothing; what it prints. */
  private static String asNobody(String script, String argument)
      throws IOException, InterruptedException {
    boolean isRoot = Objects.equals(System.getProperty("user.name"), "root");
    assumeThat(isRoot).as("only root can become another user").isTrue();
    boolean isThere =
        Stream.of("/usr/bin/setpriv", "/bin/setpriv").anyMatch(file -> Files.exists(Path.of(file)));
    if (!Objects.equals(System.getenv("CI"), "true")) {
      assumeThat(isThere).as("setpriv (util-linux) is there").isTrue();
    }
    Process process =
        new ProcessBuilder(
                "setpriv",
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "--no-new-privs",
                "sh",
                "-c",
                script,
                "sh",
                argument)
            .directory(Path.of("/").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    process.waitFor();
    return printed;
  }

  private List<ProcessHandle> processes() {
    return Stream.concat(
            service.engine().stream(), service.engine().flatMap(ProcessHandle::parent).stream())
        .toList();
  }

  private Set<Integer> listening() throws IOException {
    Set<Integer> ports = new TreeSet<>();
    for (ProcessHandle process : processes()) {
      ports.addAll(listening(process));
    }
    return ports;
  }

  /** The ports that a process listens on: its sockets, found in the list of all. */
  private static Set<Integer> listening(ProcessHandle process) throws IOException {
    Path own = Path.of("/proc", Long.toString(process.pid()));
    Set<String> sockets = new TreeSet<>();
    try (Stream<Path> files = Files.list(own.resolve("fd"))) {
      for (Path file : files.toList()) {
        target(file)
            .filter(target -> target.startsWith("socket:["))
            .ifPresent(target -> sockets.add(target.replaceAll("\\D", "")));
      }
    }
    Set<Integer> ports = new TreeSet<>();
    for (String list : List.of("net/tcp", "net/tcp6")) {
      Path file = own.resolve(list);
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        String[] columns = line.strip().split("\\s+", -1);
        if (columns.length > 9 && columns[3].equals(LISTENING) && sockets.contains(columns[9])) {
          ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
        }
      }
    }
    return ports;
  }

  private static Optional<String> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException closedMeanwhile) {
      return Optional.empty();
    }
  }

  private static String get(String target) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nOrigin: %s\r\nConnection: close\r\n\r\n"
        .formatted(target, SITE);
  }

  private static String post(String target, String body) {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Origin: %s\r
    Content-Type: text/plain\r
    Content-Length: %d\r
    Connection: close\r
    \r
    %s\
    """
        .formatted(target, SITE, body.length(), body);
  }

  /** What comes back, until the end or for half a second. */
  private static String answer(int port, String probe) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 20 * PATIENCE_MILLIS);
      boolean isHttp = probe.contains("HTTP/1.1");
      socket.setSoTimeout(isHttp ? 40 * PATIENCE_MILLIS : PATIENCE_MILLIS);
      socket.getOutputStream().write(probe.getBytes(ISO_8859_1));
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        read.write(buffer, 0, length);
      }
    } catch (SocketTimeoutException | SocketException silent) {
      // Nothing more comes.
    }
    return read.toString(UTF_8);
  }
}
