package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Iterables;
import io.journeystats.exactness.Contract.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Nothing of one tenant is visible to another, and each role may do what the document says and no
 * more: every operation of the document is asked, so a new one is in this test by itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationIT {
  private static final List<String> TENANTS_ROLES = List.of("ingest", "read", "manage", "admin");

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final Contract contract = Contract.of(service);
  private final Client operator = TestTenant.operator(service);
  private final List<Client> strangers = new ArrayList<>();
  private final List<Client> own = new ArrayList<>();
  private TestTenant tenant = new TestTenant(service, "");
  private TestTenant other = new TestTenant(service, "");
  private Map<String, String> ids = Map.of();
  private JsonNode before = Json.object();

  @BeforeAll
  void createTwoTenants() {
    service.setClock(WorkedExample.NOW);
    tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    other = TestTenant.create(service, "UTC");
    for (String role : TENANTS_ROLES) {
      own.add(tenant.client(role));
      strangers.add(other.client(role));
    }
    Client admin = own.getLast();
    ObjectNode definition = WorkedExample.journey().deepCopy();
    definition.put("title", "Known to " + tenant.id() + " only");
    admin.post("journeys", definition).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    String journey = WorkedExample.journey().get("id").textValue();
    String key =
        admin.get("tenants/" + tenant.id() + "/keys").json(200).at("/keys/0/id").textValue();
    // Somebody whom the example does not know.
    JsonNode erasure = admin.send("DELETE", "users?user_id=nobody", new byte[0]).json(202);
    JsonNode export =
        CampaignFile.finished(
            admin, admin.post("exports", Json.object().put("kind", "journeys")).json(202));
    ids =
        Map.of(
            "erasure",
            erasure.get("id").textValue(),
            "export",
            export.get("id").textValue(),
            "journey",
            journey,
            "id",
            journey,
            "tenant",
            tenant.id(),
            "key",
            key,
            "step",
            "hello",
            "goal",
            "bought",
            "channel",
            "push");
    before = everything();
  }

  /** Once, as it takes longer than what is asked in between. */
  @AfterAll
  void nothingWasChanged() {
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void nobodyIsAnsweredWithoutAKey() {
    for (Operation operation : contract.operations()) {
      if (operation.needsKey()) {
        for (Client nobody :
            List.of(
                new Client(service.baseUri(), List.of()),
                Client.withKey(service.baseUri(), "jsk_" + "x".repeat(43)))) {
          Problems.problem(operation.ask(nobody, path(operation)), 401);
        }
      }
    }
  }

  @Test
  void strangersFindNothing() {
    for (Operation operation : contract.operations()) {
      for (int role = 0; operation.needsKey() && role < strangers.size(); role++) {
        Answer answer = operation.ask(strangers.get(role), path(operation));
        if (!operation.roles().contains(TENANTS_ROLES.get(role))) {
          Problems.problem(answer, 403);
        } else if (operation.takesIds()) {
          Problems.problem(answer, 404);
        } else {
          showsNothing(answer);
        }
      }
    }
  }

  /** What a stranger is answered about his own tenant holds nothing of this one. */
  private void showsNothing(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isLessThan(500);
    assertThat(answer.body())
        .as("%s", answer)
        .doesNotContain(tenant.id(), ids.getOrDefault("key", "?"));
  }

  /** An id of one tenant, in an address that begins with the id of another. */
  @Test
  void whatIsOfOneTenantIsNotFoundBelowAnother() {
    Map<String, String> mixed = new HashMap<>(ids);
    mixed.put("tenant", other.id());
    List<Operation> asked =
        contract.operations().stream()
            .filter(operation -> operation.path().matches(".*\\{tenant}.*\\{.*"))
            .toList();
    assertThat(asked).isNotEmpty();
    for (Operation operation : asked) {
      Problems.problem(operation.ask(strangers.getLast(), operation.at(mixed)), 404);
      Problems.problem(operation.ask(operator, operation.at(mixed)), 404);
    }
  }

  @Test
  void strangersCannotSendEventsIntoAJourney() {
    ObjectNode event = WorkedExample.events().getFirst().put("event_id", "a stranger's");
    for (Client stranger : List.of(strangers.getFirst(), strangers.getLast())) {
      Problems.rejected(stranger.post("events", event), "journey_id");
    }
  }

  @Test
  void strangersCannotMeasureAGoal() {
    String journey = ids.getOrDefault("journey", "?");
    String path = "journeys/" + journey + "/stats/channels/push/messages?goal=bought";
    Problems.problem(strangers.getLast().get(path), 404);
  }

  /** Refused for another reason than the key: the parameter is looked at after the key. */
  @Test
  void everyRoleMayDoWhatTheDocumentSays() {
    for (Operation operation : contract.operations()) {
      for (int role = 0; operation.needsKey() && role < own.size(); role++) {
        mayOrMayNot(operation, own.get(role), TENANTS_ROLES.get(role));
      }
      if (operation.needsKey()) {
        mayOrMayNot(operation, operator, "operator");
      }
    }
  }

  private void mayOrMayNot(Operation operation, Client client, String role) {
    Answer answer = operation.ask(client, path(operation) + "?nonsense=1");
    Problems.problem(answer, operation.roles().contains(role) ? 422 : 403);
  }

  private String path(Operation operation) {
    return operation.at(ids);
  }

  private static String text(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  /** What the tenant's own keys are not allowed, each in its turn, is noted. */
  private static JsonNode historyWithoutRefusals(Client admin, String path) {
    JsonNode history = admin.get(path + "?limit=1000").json(200);
    assertThat(history.get("next_cursor").isNull()).isTrue();
    Iterables.removeIf(
        history.get("changes"),
        change -> change.get("change").textValue().equals("request_refused"));
    return history;
  }

  /** All that there is of the tenant. */
  private JsonNode everything() {
    ObjectNode everything = Json.object();
    Client admin = own.getLast();
    for (Operation operation : contract.operations()) {
      if (operation.method().equals("GET") && operation.roles().contains("admin")) {
        String answer =
            operation.id().equals("getTenantHistory")
                ? Json.write(historyWithoutRefusals(admin, path(operation)))
                : text(admin.get(path(operation) + "?" + operation.query()));
        everything.put(operation.id(), TenantView.merged(answer));
      }
    }
    assertThat(everything.size()).isGreaterThan(10);
    return everything;
  }
}
