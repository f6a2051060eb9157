package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The overview of the worked example says what its dashboards say one by one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final String stats =
      "journeys/" + WorkedExample.journey().get("id").textValue() + "/stats/";
  private Client client = new Client(service.baseUri(), List.of());

  @BeforeAll
  void sendTheEvents() {
    service.setClock(WorkedExample.NOW);
    client = TestTenant.create(service, WorkedExample.ZONE.getId()).client("admin");
    client.post("journeys", WorkedExample.journey()).json(201);
    client.post("events", Json.array(WorkedExample.events())).json(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "period=all",
        "period=30d",
        "period=today&tz=Asia/Kathmandu",
        "period=7d&preceding=true",
        "period=today&preceding=elapsed",
        "period=7d&preceding=elapsed",
        "from=2026-03-07&to=2026-03-09",
        "from=2026-03-09&to=2026-03-12&preceding=elapsed",
        "from=2025-01-01&to=2025-01-02"
      })
  void itsPartsAreThoseOfTheDashboards(String period) {
    for (String interval : List.of("", "&interval=auto", "&interval=hour", "&interval=week")) {
      for (Client caller : List.of(client, client.takingRemembered())) {
        String query = "?" + period + interval;
        ObjectNode overview = (ObjectNode) caller.get(stats + "overview" + query).json(200);
        assertThat(Difference.find(together(caller, "?" + period, query), overview))
            .as(query)
            .isEmpty();
      }
    }
  }

  /** What the overview should be, by the dashboards. */
  private ObjectNode together(Client caller, String period, String query) {
    ObjectNode together = Json.object();
    together.set("performance", part(caller, "performance" + period, together));
    together.set("audience", part(caller, "audience" + period, together));
    together.set("health", part(caller, "health" + query, together));
    ArrayNode channels = together.putArray("channels");
    for (JsonNode channel : part(caller, "channels" + period, together).get("channels")) {
      ObjectNode one = part(caller, "channels/" + channel.textValue() + query, together);
      one.remove(List.of("series", "interval"));
      channels.add(one);
    }
    return together;
  }

  /** The answer of a dashboard without its period, which is the one of all. */
  private ObjectNode part(Client caller, String call, ObjectNode together) {
    ObjectNode answer = (ObjectNode) caller.get(stats + call).json(200);
    JsonNode period = answer.remove("period");
    if (together.has("period")) {
      assertThat(together.get("period")).as(call).isEqualTo(period);
    }
    together.set("period", period);
    return answer;
  }

  @Test
  void fieldsAreInTheOrderOfThePage() {
    JsonNode overview = client.get(stats + "overview?period=30d").json(200);
    assertThat(overview.fieldNames())
        .toIterable()
        .containsExactly("period", "performance", "audience", "channels", "health");
    assertThat(overview.get("channels"))
        .extracting(channel -> channel.get("channel").textValue())
        .containsExactly("push", "email");
  }

  /** A chart that is too long is refused as a whole, as it is by itself. */
  @Test
  void aRefusedPartRefusesAll() {
    String query = "?from=1900-01-01&to=2299-12-31&interval=hour";
    JsonNode refusal = Problems.problem(client.get(stats + "overview" + query), 422);
    assertThat(refusal.get("errors"))
        .isEqualTo(Problems.problem(client.get(stats + "health" + query), 422).get("errors"));
  }
}
