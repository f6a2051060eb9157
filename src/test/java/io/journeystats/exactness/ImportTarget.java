package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A tenant with a journey, into which events are imported.
 *
 * @param client the tenant's
 * @param journey the journey's id
 */
record ImportTarget(Client client, String journey) {
  static final String CSV = "text/csv";
  static final String LINES = "application/x-ndjson";
  static final String PATH = "events/import";

  static ImportTarget create(ServiceUnderTest service) {
    Client client = TestTenant.create(service, "UTC").client("admin");
    String journey = UUID.randomUUID().toString();
    client.post("journeys", BadInput.definition(journey)).json(201);
    return new ImportTarget(client, journey);
  }

  /** So many different events for the journey. */
  EventFlood flood(int events) {
    return new EventFlood(journey, events);
  }

  /** How many different events the journey has. */
  int entrances() {
    return new PatientSender()
        .send(() -> client.get("journeys/" + journey + "/stats/audience?period=all"))
        .json(200)
        .path("entrances")
        .intValue();
  }

  Answer send(byte[] body, String type) {
    return client.send("POST", PATH, body, "Content-Type", type);
  }

  Answer send(byte[] body, String type, String encoding) {
    return client.send("POST", PATH, body, "Content-Type", type, "Content-Encoding", encoding);
  }

  /** The events that were refused, the latest first. */
  JsonNode rejected() {
    return client.get("events/rejected?limit=1000").json(200).path("rejected");
  }
}
