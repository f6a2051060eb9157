package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** A tenant of its own for one test. */
record TestTenant(ServiceUnderTest service, String id) {

  static TestTenant create(ServiceUnderTest service, String timeZone) {
    String id = "t-" + UUID.randomUUID().toString().substring(0, 13);
    ObjectNode tenant =
        Json.object().put("id", id).put("name", "Tenant " + id).put("time_zone", timeZone);
    operator(service).post("tenants", tenant).json(201);
    return new TestTenant(service, id);
  }

  static Client operator(ServiceUnderTest service) {
    return Client.withKey(service.baseUri(), service.operatorKey());
  }

  /** A caller with a new key of that role. */
  Client client(String role) {
    JsonNode key =
        operator(service)
            .post("tenants/" + id + "/keys", Json.object().put("role", role))
            .json(201);
    return Client.withKey(service.baseUri(), key.get("key").textValue());
  }
}
