package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.ServiceProcess;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of exports when the service is killed with signal 9, again and again. */
@Timeout(300)
@ExtendWith(TestClickHouse.class)
class ExportKillIT {
  private static final int KILLS = 2;
  private static final int JOBS = 8;

  @TempDir private Path directory;

  @Test
  void everyExportThatWasAcceptedIsMadeAndWhole(ClickHouseEndpoint database)
      throws IOException, InterruptedException {
    String settings =
        "exports: {directory: \"%s\", lease: 1s, leastFree: 1MiB, queueOfTenant: 100}"
            .formatted(directory);
    List<String> accepted = new ArrayList<>();
    String key = "";
    for (int kill = 0; kill < KILLS; kill++) {
      ServiceProcess service = ServiceProcess.start(database, settings);
      if (key.isEmpty()) {
        key = prepare(service);
      }
      Client reader = Client.withKey(service.baseUri(), key);
      for (int job = 0; job < JOBS; job++) {
        accepted.add(
            reader.post("exports", question(accepted.size())).json(202).get("id").textValue());
      }
      awaitAtMost(reader, 1 + new Random().nextInt(JOBS - 1));
      service.kill();
    }
    try (TestService service = TestService.start(database, settings)) {
      Client reader = Client.withKey(service.baseUri(), key);
      for (String id : accepted) {
        JsonNode job = CampaignFile.finished(reader, Json.object().put("id", id));
        assertThat(job.get("status").textValue()).as("%s", job).isEqualTo("ready");
        String text = reader.get("exports/" + id + "/file").body();
        assertThat(CampaignFile.read(text)).hasSize(1);
        assertThat(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString())
            .isEqualTo(job.at("/file/sha256").textValue());
      }
      awaitNothingLeftOver(accepted.size());
    }
  }

  private static String prepare(ServiceProcess service) {
    Client operator = Client.withKey(service.baseUri(), service.operatorKey());
    ObjectNode tenant = Json.object().put("id", "shop").put("name", "Shop");
    operator.post("tenants", tenant.put("time_zone", "UTC")).json(201);
    String key =
        operator
            .post("tenants/shop/keys", Json.object().put("role", "admin"))
            .json(201)
            .get("key")
            .textValue();
    Client admin = Client.withKey(service.baseUri(), key);
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    return key;
  }

  /** Each of its own, as the same one asked twice would be one. */
  private static ObjectNode question(int number) {
    LocalDate from = LocalDate.of(2026, 1, 1).plusDays(number);
    return Json.object()
        .put("kind", "journeys")
        .put("from", from.toString())
        .put("to", from.plusYears(1).toString());
  }

  /** Waits until so few are under way. */
  private static void awaitAtMost(Client reader, int most) {
    Waiting.until(
        () -> reader.get("exports?limit=1000").json(200).get("exports"),
        jobs ->
            StreamSupport.stream(jobs.spliterator(), false)
                    .filter(job -> job.get("status").textValue().matches("queued|running"))
                    .count()
                <= most);
  }

  private void awaitNothingLeftOver(int files) {
    List<String> found = Waiting.until(this::files, names -> names.size() <= files);
    assertThat(found).hasSize(files).allMatch(name -> name.endsWith(".csv"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(Path::toString).toList();
    }
  }
}
