package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conversions are worth, in decimals that no double can hold. */
class GoalValuesIT {
  private static final String JOURNEY = "0f9a3d52-6c1e-4b7a-9d35-2e8c41b7a601";

  private final Client client;

  GoalValuesIT() {
    ServiceUnderTest service = ServiceUnderTest.find();
    service.setClock(WorkedExample.NOW);
    client = TestTenant.create(service, "UTC").client("admin");
    client.post("journeys", journey(goal())).json(201);
  }

  private Answer put(ObjectNode journey) {
    return client.send(
        "PUT",
        "journeys/" + JOURNEY,
        Json.write(journey).getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json");
  }

  private static ObjectNode goal() {
    return Json.object()
        .put("id", "bought")
        .put("name", "Bought")
        .put("value_property", "amount")
        .put("currency_property", "currency");
  }

  private static ObjectNode journey(ObjectNode goal) {
    ObjectNode journey = Json.object().put("id", JOURNEY).put("title", "Shop");
    journey.put("type", "trigger_based").putArray("steps");
    journey.putArray("goals").add(goal);
    return journey;
  }

  private static ObjectNode conversion(int number, String properties) {
    ObjectNode event =
        Json.object()
            .put("event_id", "e" + number)
            .put("type", "goal_reached")
            .put("time", "2026-03-08T12:00:00Z")
            .put("journey_id", JOURNEY)
            .put("user_id", "user-" + number % 7)
            .put("goal_id", "bought");
    return event.set("properties", Json.read(properties));
  }

  private JsonNode goalNow() {
    return client.get("journeys/" + JOURNEY + "/stats/performance").json(200).at("/goals/0");
  }

  /** As doubles, they are 1000.0000000001588. */
  @Test
  void tenThousandTimesATenthIsAThousand() {
    ArrayNode events = Json.array();
    for (int number = 0; number < 10_000; number++) {
      events.add(conversion(number, "{\"amount\": 0.1, \"currency\": \"eur\"}"));
    }
    client.post("events", events).json(200);
    client.post("events", events).json(200);
    JsonNode goal = goalNow();
    assertThat(goal.get("conversions").intValue()).isEqualTo(10_000);
    assertThat(goal.get("count").intValue()).isEqualTo(7);
    assertThat(goal.get("values"))
        .isEqualTo(
            Json.read(
                """
                [{"currency": "EUR", "value": "1000.0000", "valued_conversions": 10000,
                  "average_value": "0.1000", "value_per_entrance": null}]
                """));
    String file = client.get("journeys/" + JOURNEY + "/goals.csv").body();
    assertThat(file).contains(",10000,\"EUR 1000.0000\"\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.00005                    | 0.0001",
        "-0.00005                   | -0.0001",
        "0.000049999999999999999999 | 0.0000",
        "-12.5E-1                   | -1.2500",
        "1e3                        | 1000.0000",
        "1e-400                     | 0.0000",
        "1e-4294967297              | 0.0000",
        "999999999999999.99994      | 999999999999999.9999",
        "999999999999999.99999      | 1000000000000000.0000",
        "-999999999999999.9999      | -999999999999999.9999",
        "1e15                       | none",
        "1000000000000000           | none",
        "\"5\"                      | none",
        "true                       | none",
        "null                       | none",
        "[5]                        | none",
        "{\"amount\": 5}            | none",
        "123456789012345678901234567890123456789012345678901234567890e-50 | 1234567890.1235"
      })
  void aValueIsTheDecimalThatIsWritten(String written, String value) {
    // A nested property of the same name is another.
    String properties = "{\"other\": [{\"amount\": 7}], \"amount\": %s}".formatted(written);
    String event = Json.write(conversion(1, "{}")).replace("{}", properties);
    assertThat(event).contains(written);
    client.post("events", event, "application/json").json(200);
    JsonNode values = goalNow().get("values");
    assertThat(values.isEmpty() ? "none" : values.at("/0/value").textValue()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"eur\"       | EUR",
        "\"abcdefgh\"  | ABCDEFGH",
        "\"abcdefghi\" | none",
        "\"E1R\"       | none",
        "\"\"          | none",
        "\"true\"      | TRUE",
        "true          | none",
        "false         | none",
        "null          | none",
        "978           | none",
        "[\"EUR\"]     | none",
        "{\"a\": 1}    | none"
      })
  void aCurrencyIsATextOfLetters(String written, String currency) {
    String properties = "{\"amount\": 5, \"currency\": %s}".formatted(written);
    client.post("events", Json.write(conversion(1, properties)), "application/json").json(200);
    JsonNode value = goalNow().at("/values/0");
    assertThat(value.get("value").textValue()).isEqualTo("5.0000");
    assertThat(value.get("currency").asText("none")).isEqualTo(currency);
  }

  @Test
  void aHundredGoalsHaveAHundredValues() {
    ObjectNode journey = journey(goal());
    ArrayNode goals = journey.putArray("goals");
    ObjectNode properties = Json.object().put("nested \"1\"", "{");
    for (int number = 0; number < 100; number++) {
      ObjectNode goal = goal().put("id", "goal " + number).put("event_name", "bought");
      goal.put("value_property", "amount \"'\\" + number);
      goals.add(goal);
      properties.put("amount \"'\\" + number, number);
    }
    put(journey).json(200);
    ObjectNode entered = conversion(1, "{}").put("type", "entered");
    entered.remove(List.of("goal_id", "properties"));
    ObjectNode custom = conversion(2, "{}").put("type", "custom").put("event_name", "bought");
    custom.remove(List.of("goal_id", "journey_id"));
    custom.put("user_id", entered.get("user_id").textValue()).set("properties", properties);
    client.post("events", Json.array(List.of(entered, custom))).json(200);
    JsonNode found =
        client.get("journeys/" + JOURNEY + "/stats/performance").json(200).get("goals");
    for (int number = 0; number < 100; number++) {
      assertThat(found.get(number).at("/values/0/value").textValue()).isEqualTo(number + ".0000");
    }
  }

  @Test
  void whatAGoalIsWorthIsEditedAndClonedAndShown() {
    String path = "journeys/" + JOURNEY;
    ObjectNode fixed = goal().put("currency", "USD");
    fixed.remove("currency_property");
    put(journey(fixed)).json(200);
    client.post("events", conversion(1, "{\"amount\": 3, \"currency\": \"EUR\"}")).json(200);
    assertThat(goalNow().at("/values/0/currency").textValue()).isEqualTo("USD");
    JsonNode clone = client.post(path + "/clone", Json.object()).json(201);
    for (JsonNode journey : new JsonNode[] {client.get(path).json(200), clone}) {
      assertThat(journey.at("/goals/0/value_property").textValue()).isEqualTo("amount");
      assertThat(journey.at("/goals/0/currency").textValue()).isEqualTo("USD");
      assertThat(journey.at("/goals/0/currency_property").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "currency, EURO, currency",
    "currency, E1R, currency",
    "currency, EUR, currency_property",
    "value_property, '', value_property",
    "currency_property, '', currency_property"
  })
  void aWrongValueIsRefusedByName(String field, String text, String fault) {
    Answer answer = put(journey(goal().put(field, text)));
    assertThat(Problems.problem(answer, 422).findValuesAsText("field"))
        .contains("goals[0]." + fault);
  }

  @Test
  void aCurrencyNeedsAValue() {
    ObjectNode goal = goal();
    goal.remove("value_property");
    Answer answer = put(journey(goal));
    assertThat(Problems.problem(answer, 422).findValuesAsText("field"))
        .containsExactly("goals[0].value_property");
  }
}
