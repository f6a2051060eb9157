package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The document names exactly the fields that an event needs, and all that it may have. */
class EventContractIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final Contract contract = Contract.of(service);

  @Test
  void eventsAreAskedForWhatTheDocumentSays() {
    service.setClock(WorkedExample.NOW);
    Client sender = TestTenant.create(service, "UTC").client("admin");
    sender.post("journeys", WorkedExample.journey()).json(201);
    String journey = WorkedExample.journey().get("id").textValue();
    JsonNode mapping = contract.schema("Event").path("discriminator").path("mapping");
    assertThat(mapping.size()).isGreaterThan(20);
    for (Map.Entry<String, JsonNode> type : mapping.properties()) {
      EventSample sample = new EventSample(contract.resolve(type.getValue().asText()), journey);
      ObjectNode whole = sample.everything();
      sender.post("events", whole).json(200);
      sender.post("events", sample.least()).json(200);
      for (String field : sample.required()) {
        JsonNode lacking = whole.deepCopy().without(field);
        Problems.rejected(sender.post("events", lacking), field);
      }
    }
  }
}
