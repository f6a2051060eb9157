package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A journey with more users than a statement has memory for: it has no numbers where many journeys
 * are shown together, and all others have theirs. {@code SeparateAnswersIT} shows the same of small
 * statements, at any time.
 */
@Tag("nightly")
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class FailingJourneyIT {
  private static final int JOURNEYS = 6;
  private static final int FAILING = 4;

  private TestService running;
  private Client client;

  @BeforeAll
  void insert(ClickHouse clickHouse) {
    running =
        TestService.start(
            clickHouse.endpoint(), "  statistics: {maxMemory: 64MiB, maxMemoryOfAll: 256MiB}");
    ServiceUnderTest service = new ServiceUnderTest.Own(running);
    TestTenant tenant = TestTenant.create(service, "UTC");
    client = tenant.client("admin");
    for (int number = 0; number < JOURNEYS; number++) {
      ObjectNode journey = Json.object();
      journey.put("id", id(number)).put("title", "Journey " + number).put("type", "trigger_based");
      journey.putArray("steps");
      journey.putArray("goals").addObject().put("id", "g").put("name", "Goal");
      client.post("journeys", journey).json(201);
      clickHouse
          .dsl()
          .execute(
              """
              INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, goal_id, message_id)
              SELECT toString(number), '%s', '%s', if(number %% 2 = 0, 'goal_reached', 'message_sent'),
                now() - 1000, concat('u', toString(number)), 'g', toString(number)
              FROM numbers(%d)
              """
                  .formatted(
                      tenant.id(), id(number), number == FAILING ? 3_000_000 : 20 + 2 * number));
    }
  }

  @AfterAll
  void stop() {
    running.close();
  }

  private static String id(int number) {
    return new UUID(1, number).toString();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"created_at", "-created_at", "goals_reached", "-goals_reached"})
  void hasNoNumbersInTheListAndIsLastInTheirOrder(String sort) {
    for (int limit : List.of(2, 1000)) {
      List<JsonNode> rows = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode page = client.get("journeys?sort=" + sort + "&limit=" + limit + cursor).json(200);
        page.get("journeys").forEach(rows::add);
        JsonNode next = page.get("next_cursor");
        cursor = next.isNull() ? "" : "&cursor=" + Client.encode(next.textValue());
      } while (!cursor.isEmpty());
      List<String> ids = rows.stream().map(row -> row.get("id").textValue()).toList();
      assertThat(ids).hasSize(JOURNEYS).doesNotHaveDuplicates();
      if (sort.endsWith("goals_reached")) {
        assertThat(ids).last().isEqualTo(id(FAILING));
      }
      for (JsonNode row : rows) {
        int number = (int) UUID.fromString(row.get("id").textValue()).getLeastSignificantBits();
        if (number == FAILING) {
          assertThat(Stream.of("entrances", "in_journey_now", "goals_reached").map(row::get))
              .allMatch(JsonNode::isNull);
        } else {
          assertThat(row.get("goals_reached").intValue()).isEqualTo(10 + number);
          assertThat(row.get("entrances").intValue()).isZero();
        }
      }
    }
  }

  @Test
  void isEmptyInTheCampaignStatistics() {
    ObjectNode question = Json.object().put("kind", "journeys").put("period", "all");
    JsonNode rows = CampaignFile.numbers(client, question);
    for (int number = 0; number < JOURNEYS; number++) {
      JsonNode row = rows.get(id(number));
      String expected = number == FAILING ? "" : Integer.toString(10 + number);
      assertThat(row.get("Goals").asText()).isEqualTo(expected);
      assertThat(row.get("Unique Users").asText()).isEqualTo(expected);
    }
  }

  /** A caller who asks for the numbers of this journey alone learns that there are none. */
  @Test
  void isRefusedByItself() {
    String performance = "/stats/performance";
    Problems.problem(client.get("journeys/" + id(FAILING) + performance), 503);
    JsonNode other = client.get("journeys/" + id(1) + performance).json(200);
    assertThat(stream(other.get("goals")).map(goal -> goal.get("count").intValue()))
        .containsExactly(11);
  }
}
