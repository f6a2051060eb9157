package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.invalid;
import static io.journeystats.exactness.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers without a key, or whose key does not allow it, and keys that cannot be made. */
class KeysAndRolesIT extends BadInput {
  @Test
  void withoutAKeyNothingIsAnswered() {
    for (List<String> headers :
        List.of(
            List.<String>of(),
            List.of("Authorization", "Bearer"),
            List.of("Authorization", "Bearer nonsense"),
            List.of("Authorization", "Bearer ' OR '1'='1"),
            List.of("Authorization", "Bearer a b c"),
            List.of("Authorization", "Basic YTpi"),
            List.of("Authorization", "nonsense"))) {
      Client nobody = new Client(service.baseUri(), headers);
      problem(nobody.get("journeys/" + journey + "/stats/audience"), 401);
      problem(nobody.post("events", event()), 401);
      problem(nobody.get("tenants"), 401);
    }
  }

  @Test
  void everyRoleMayDoOnlyItsOwn() {
    String audience = "journeys/" + journey + "/stats/audience";
    assertThat(problem(tenant.client("ingest").get(audience), 403).path("detail").textValue())
        .isEqualTo(
            "An API key with the role read or manage or admin is required; the role of this one is"
                + " ingest.");
    problem(tenant.client("ingest").post("journeys", definition(journey)), 403);
    problem(tenant.client("read").post("events", event()), 403);
    problem(tenant.client("read").post("journeys", definition(journey)), 403);
    problem(tenant.client("manage").post("events", event()), 403);
    problem(keys(tenant.client("manage"), "read"), 403);
    problem(keys(tenant.client("read"), "admin"), 403);
    problem(admin.post("tenants", newTenant("UTC")), 403);
    problem(TestTenant.operator(service).get(audience), 403);
    problem(TestTenant.operator(service).post("events", event()), 403);
    tenant.client("manage").get(audience).json(200);
  }

  private Answer keys(Client client, String role) {
    return client.post("tenants/" + tenant.id() + "/keys", Json.object().put("role", role));
  }

  private static ObjectNode newTenant(String timeZone) {
    String id = "t-" + UUID.randomUUID().toString().substring(0, 13);
    return Json.object().put("id", id).put("name", "New").put("time_zone", timeZone);
  }

  @Test
  void wrongTenantsAndKeysAreNamed() {
    Client operator = TestTenant.operator(service);
    invalid(operator.post("tenants", newTenant("Mars/Base")), "time_zone");
    invalid(operator.post("tenants", newTenant("UTC").put("colour", "red")), "colour");
    invalid(operator.post("tenants", newTenant("UTC").put("name", 5)), "name");
    invalid(operator.post("tenants", newTenant("UTC").put("id", "")), "id");
    problem(operator.post("tenants", "{\"id\":", "application/json"), 422);
    invalid(keys(operator, "emperor"), "role");
    invalid(keys(admin, "operator"), "role");
  }
}
