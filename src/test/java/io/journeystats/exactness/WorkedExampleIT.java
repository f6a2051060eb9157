package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service's answers to the worked example, compared with those worked out by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkedExampleIT {
  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final JsonNode journey = WorkedExample.journey();
  private Client client = new Client(service.baseUri(), List.of());

  @BeforeAll
  void sendTheEvents() {
    service.setClock(WorkedExample.NOW);
    client = TestTenant.create(service, WorkedExample.ZONE.getId()).client("admin");
    client.post("journeys", journey).json(201);
    client.post("events", Json.array(WorkedExample.events())).json(200);
  }

  static Stream<WorkedExample.Expected> expected() {
    return WorkedExample.expected();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void theServiceAnswersAsWorkedOutByHand(WorkedExample.Expected expected) {
    Answer answer = client.get("journeys/" + journey.get("id").textValue() + "/" + expected.ask());
    assertThat(Difference.find(expected.answer(), answer.json(200))).as("%s", answer).isEmpty();
  }
}
