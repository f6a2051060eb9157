package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The measurement of the campaign statistics of a tenant with thousands of journeys, which has as
 * many events as the measured tenant.
 *
 * @param world the data of the measured tenant
 */
record Campaign(World world) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path STATEMENT = Path.of("bench/data/campaign.sql");
  private static final int JOURNEYS = 2_000;
  private static final int TIMES = 3;

  private static final BenchTenant TENANT =
      new BenchTenant("campaign", IntStream.range(1001, 1001 + JOURNEYS).boxed().toList());

  List<CampaignRow> measure() throws IOException, InterruptedException {
    try (Api operator = world.service().operator()) {
      if (world.database().number("SELECT count() FROM events WHERE tenant_id = 'campaign'") == 0) {
        TENANT.create(operator, world.dataSet().zone());
        Progress.say(JOURNEYS + " journeys created");
        world.database().ask(Template.read(STATEMENT).with(Map.of("journeys", JOURNEYS)).text());
        Settling.await(world.database());
      }
      try (Api api = TENANT.signIn(operator)) {
        List<CampaignRow> rows = new ArrayList<>();
        for (String period : List.of("all", "30d")) {
          rows.add(best(api, period));
        }
        return rows;
      }
    }
  }

  private static CampaignRow best(Api api, String period) throws IOException, InterruptedException {
    List<CampaignRow> found = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      found.add(once(api, period));
      Progress.say("%s: %s".formatted(period, found.getLast()));
    }
    return found.stream()
        .min((one, other) -> Double.compare(one.seconds(), other.seconds()))
        .orElseThrow();
  }

  private static CampaignRow once(Api api, String period) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    JsonNode accepted =
        api.post("exports", JSON.createObjectNode().put("kind", "journeys").put("period", period));
    String path = "exports/" + accepted.get("id").textValue();
    JsonNode job;
    do {
      TimeUnit.MILLISECONDS.sleep(20);
      job = api.json(api.get(path));
    } while (job.get("status").textValue().matches("queued|running"));
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (!job.get("status").textValue().equals("ready")) {
      throw new IOException("no file: " + job);
    }
    return new CampaignRow(
        period, job.get("rows_written").longValue(), job.at("/file/size").longValue(), seconds);
  }
}
