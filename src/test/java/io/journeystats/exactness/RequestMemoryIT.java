package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What requests hold of the heap has bounds, whose refusals name them: bodies that are still on
 * their way hold nearly all of it here, and whole definitions find no room beside them. {@link
 * LargeDefinitionsIT} shows that the heap suffices for what these bounds allow.
 */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RequestMemoryIT {
  private static final String LIMITS =
      "requests: {large: 1GiB, memory: {ofAll: 3MiB, ofTenant: 2MiB, ofUnknown: 1MiB, longestWait:"
          + " 300ms}}";

  private static final String JSON = "application/json";

  /** Nearly as long as a body may be. */
  private static final byte[] LONG = new byte[1000 * 1024];

  private static final int STEPS = 500;

  static {
    Arrays.fill(LONG, (byte) ' ');
  }

  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    running = TestService.start(database, LIMITS);
    service = new ServiceUnderTest.Own(running);
    service.setClock(WorkedExample.NOW);
  }

  @AfterAll
  void stop() {
    running.close();
  }

  /** A client, and a journey of its tenant whose definition takes a third of a MiB. */
  private record Owner(Client client, String journey) {
    static Owner create(ServiceUnderTest service) {
      Client client = TestTenant.create(service, "UTC").client("manage");
      ObjectNode journey = Json.object().put("title", "Long").put("type", "trigger_based");
      var steps = journey.putArray("steps");
      for (int step = 0; step < STEPS; step++) {
        steps.addObject().put("id", "s" + step).put("name", "x".repeat(50)).put("kind", "wait");
      }
      journey.putArray("goals");
      String id = client.post("journeys", journey).json(201).get("id").textValue();
      return new Owner(client, "journeys/" + id);
    }

    /** Every way in which a definition is worked on as a whole. */
    List<Answer> answers() {
      return List.of(
          client.get(journey),
          client.get(journey + "/history"),
          client.get(journey + "/stats/performance"),
          client.get("journeys"),
          client.get("events/rejected"),
          client.post(journey + "/clone", Json.object()),
          client.post("journeys", LargeJourney.titled("Another")));
    }

    SlowUpload body() throws IOException {
      return SlowUpload.begin(client, "journeys", JSON, LONG.length + 1).send(LONG, 0, LONG.length);
    }
  }

  @Test
  void ofATenantIsRefusedToItsOwn() throws IOException {
    Owner greedy = Owner.create(service);
    Owner modest = Owner.create(service);
    try (SlowUpload one = greedy.body();
        SlowUpload two = greedy.body()) {
      Problems.problem(refused(greedy.client(), "journeys"), 429);
      assertThat(greedy.answers())
          .allSatisfy(answer ->
              assertThat(Problems.problem(answer, 429).get("detail").textValue())
                  .contains("requests.memory.ofTenant allows 2097152"));
      assertThat(modest.client().get(modest.journey()).status()).isEqualTo(200);
      // The one that came first finds room for the objects that it becomes.
      assertThat(List.of(end(one), end(two))).contains(422);
    }
    assertThat(greedy.answers()).allSatisfy(answer -> assertThat(answer.status()).isLessThan(300));
  }

  @Test
  void ofAllIsRefusedToEverybody() throws IOException {
    Owner one = Owner.create(service);
    Owner other = Owner.create(service);
    Owner third = Owner.create(service);
    try (SlowUpload first = one.body();
        SlowUpload second = one.body();
        SlowUpload last = other.body()) {
      Problems.problem(refused(third.client(), "journeys"), 503);
      assertThat(
              Problems.problem(third.client().get(third.journey()), 503).get("detail").textValue())
          .contains("requests.memory.ofAll allows 3145728");
      assertThat(List.of(end(first), end(second), end(last))).contains(422);
    }
    assertThat(third.client().get(third.journey()).status()).isEqualTo(200);
  }

  /** A stranger's bodies take nothing of what those with a key have. */
  @Test
  void ofStrangersIsRefusedToThem() throws IOException {
    Owner owner = Owner.create(service);
    Client stranger = new Client(service.baseUri(), List.of("X-Nothing", "at all"));
    try (SlowUpload first = SlowUpload.begin(stranger, "session", JSON, LONG.length + 1)) {
      first.send(LONG, 0, LONG.length);
      assertThat(Problems.problem(refused(stranger, "session"), 429).get("detail").textValue())
          .contains("from this address; requests.memory.ofAddress allows");
      assertThat(owner.answers()).allSatisfy(answer -> assertThat(answer.status()).isLessThan(300));
    }
  }

  /**
   * Asks until what others have begun to send has arrived and leaves no room; for next to nothing,
   * so as not to stand in their way.
   */
  private static Answer refused(Client client, String path) {
    Answer answer = client.post(path, "{}", JSON);
    while (answer.status() == 422) {
      answer = client.post(path, "{}", JSON);
    }
    return answer;
  }

  /** Sends the rest; the status of the answer. */
  private static int end(SlowUpload upload) throws IOException {
    return upload.send(LONG, 0, 1).response().status();
  }
}
