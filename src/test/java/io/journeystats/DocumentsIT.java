package io.journeystats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands for curl, word for word, one after the other. Only what depends on the
 * reader is replaced: address, keys and ids.
 */
@ExtendWith(TestClickHouse.class)
final class DocumentsIT {
  /** The status that the README documents, in front of each command. */
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^# (\\d{3}): ");

  private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^[a-z]+=.*$");
  private static final Pattern ISSUED_KEY = Pattern.compile("\"key\":\"(jsk_[^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\\A\\{\"id\":\"([^\"]+)\"");

  /** What curl does, and what the answer's status was. */
  private static final String SHELL =
      """
      set -euo pipefail
      curl() { command curl --silent --show-error --write-out '%{stderr}%{http_code}\\n' "$@"; }
      """;

  private final StringBuilder assignments = new StringBuilder();
  private String key = "";
  private String id = "";

  @Test
  void theReadmesCommandsAreAnsweredAsDocumented(@TempDir Path directory)
      throws IOException, InterruptedException {
    requireCurl();
    TestService service = TestService.shared();
    service.setClock(Instant.now());
    pack(directory.resolve("events.ndjson.gz"));
    List<String> blocks =
        Document.of("README.md").shellBlocks().stream()
            .filter(block -> block.contains("curl "))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(5);
    for (String block : blocks) {
      run(block, service, directory);
    }
    assertThat(directory).isDirectoryContaining("glob:**Welcome - users*.csv");
    assertThat(directory).isDirectoryContaining("glob:**campaigns.csv");
  }

  private void run(String block, TestService service, Path directory)
      throws IOException, InterruptedException {
    String commands = replace(block, service);
    if (commands.contains("/file")) {
      awaitExport(service);
    }
    Path answers = directory.resolve("answers.txt");
    Path statuses = directory.resolve("statuses.txt");
    Process shell =
        new ProcessBuilder("bash", "-c", SHELL + assignments + commands)
            .directory(directory.toFile())
            .redirectOutput(answers.toFile())
            .redirectError(statuses.toFile())
            .start();
    boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
    shell.destroyForcibly();
    String answered = Files.readString(answers);
    assertThat(ended).as(block).isTrue();
    assertThat(Files.readString(statuses).lines().toList())
        .as("%s%n%s", block, answered)
        .isNotEmpty()
        .isEqualTo(documented(block));
    assertThat(shell.exitValue()).isZero();
    ASSIGNMENT
        .matcher(commands)
        .results()
        .forEach(found -> assignments.append(found.group()).append('\n'));
    first(ISSUED_KEY, answered).ifPresent(issued -> key = issued);
    answered.lines().flatMap(line -> first(ID, line).stream()).forEach(made -> id = made);
  }

  private String replace(String block, TestService service) {
    String address = service.baseUri().toString().replaceFirst("/$", "");
    return block
        .replace("http://127.0.0.1:8080/api/v1", address)
        .replace("http://127.0.0.1:8081/", service.adminUri().toString())
        .replace("change-me", service.operatorKey().replace("'", "'\\''"))
        .replace("jsk_…", key)
        .replace("<id>", id);
  }

  private static List<String> documented(String block) {
    return DOCUMENTED.matcher(block).results().map(found -> found.group(1)).toList();
  }

  private void awaitExport(TestService service) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(service.baseUri().resolve("exports/" + id))
              .header("Authorization", "Bearer " + key)
              .build();
      String _ =
          Waiting.until(
              () ->
                  new ObjectMapper()
                      .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body())
                      .path("status")
                      .asText(),
              status -> status.equals("ready"));
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static void pack(Path file) throws IOException {
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      packed.write(
          """
          {"event_id": "5", "type": "custom", "time": "2026-05-12T11:00:00Z", "user_id": "cem", "event_name": "visit"}
          """
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Skips the test where curl is missing, and fails in CI. */
  private static void requireCurl() {
    boolean found =
        List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "curl")));
    if (Boolean.parseBoolean(System.getenv().getOrDefault("CI", "false"))) {
      assertThat(found).as("curl is installed").isTrue();
    } else {
      assumeTrue(found, "curl is not installed");
    }
  }
}
