package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.TenantView.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tenants that have everything in common but their numbers: journeys of the same ids, the same
 * users, and events of the same ids and times, some of them equal. Each is answered as if there
 * were no other.
 */
@Tag("nightly")
class IsolationWorldIT {
  private static final long SEED = 20_260_512;

  private static final String BARE = "6b1f5a52-7a11-4a3e-9c1a-0d0f6a6f2b11";

  /** Which of its refused events both have sent. */
  private static final ObjectNode REFUSED =
      Json.object().put("event_id", "refused").put("type", "teleported").put("user_id", "u");

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final Contract contract = Contract.of(service);
  private final Random random = new Random(SEED);

  /**
   * What a tenant has.
   *
   * @param zone its time zone
   * @param journeys the journeys' definitions
   * @param events its events
   * @param refused events of which something is wrong
   */
  private record Possessions(
      String zone, List<JsonNode> journeys, List<ObjectNode> events, List<ObjectNode> refused) {

    /** The same under other ids of journeys. */
    Possessions elsewhere() {
      Map<String, String> others = new HashMap<>();
      journeys.forEach(journey -> others.put(id(journey), other(id(journey))));
      List<JsonNode> otherJourneys = new ArrayList<>();
      for (JsonNode journey : journeys) {
        otherJourneys.add(journey.<ObjectNode>deepCopy().put("id", others.get(id(journey))));
      }
      List<ObjectNode> otherEvents = new ArrayList<>();
      for (ObjectNode event : events) {
        ObjectNode copy = event.deepCopy();
        Json.text(event, "journey_id").ifPresent(id -> copy.put("journey_id", others.get(id)));
        otherEvents.add(copy);
      }
      return new Possessions(zone, otherJourneys, otherEvents, refused);
    }

    private static String id(JsonNode journey) {
      return journey.get("id").textValue();
    }

    /** Another one that has the same place in their order. */
    private static String other(String id) {
      UUID uuid = UUID.fromString(id);
      return new UUID(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits() ^ 1).toString();
    }
  }

  @Test
  void eachIsAnsweredAsIfItWereAlone() {
    // The store forgets refused events by its own clock, so this one must not be far from it.
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    assumeThat(service.setClock(now)).as("clocks that run show in answers").isEqualTo(now);
    RandomWorld world = small(RandomWorld.of(SEED, now));
    List<ObjectNode> events = new ArrayList<>();
    List<ObjectNode> twinsEvents = new ArrayList<>();
    share(world.events(), events, twinsEvents);
    events.add(sent("push", now.minus(Duration.ofDays(10))));
    twinsEvents.add(sent("email", now.minus(Duration.ofDays(430))));
    Possessions possessions =
        new Possessions(
            world.zone().getId(),
            world.journeys(),
            events,
            List.of(REFUSED, Json.object().put("event_id", "the first's only")));
    Possessions twins =
        new Possessions(
            otherZone(world.zone()),
            world.journeys().stream().map(IsolationWorldIT::twin).toList(),
            twinsEvents,
            List.of(REFUSED, Json.object().put("event_id", "the twin's only")));
    List<Request> requests = TenantView.requests(contract, world, exports(world.journeys()).size());

    TenantView first = settle(possessions, 0);
    SortedMap<Request, String> alone = first.remembered(requests);
    TenantView twin = settle(twins, 1);
    same("before the twin's events are rolled up", alone, first.fresh(requests));
    same("from memory", alone, first.remembered(requests));
    service.settle();
    same("settled", alone, first.fresh(requests));

    SortedMap<Request, String> twinsAnswers = twin.remembered(requests);
    showThatTheyDiffer(alone, twinsAnswers);
    TenantView loner = settle(twins.elsewhere(), 1);
    same("the twin as without one", loner.remembered(requests), twinsAnswers);

    exportsAtTheSameTimeAreTwo(first, twin, world, alone, twinsAnswers);

    SortedMap<Request, String> unlike = twin.fresh(requests);
    for (String user : List.of("ann", "user-1", "user-2")) {
      erase(first.admin(), user);
    }
    same("the twin after the first has erased", unlike, twin.fresh(requests));
    service.settle();
    same("the twin settled", unlike, twin.fresh(requests));
  }

  private static JsonNode erase(Client admin, String user) {
    return admin.send("DELETE", "users?user_id=" + user, new byte[0]).json(202);
  }

  /**
   * The same world with two goals a journey, as each takes its time; one has conditions. One more
   * journey has no steps, so that it has the channels of its events only.
   */
  private static RandomWorld small(RandomWorld world) {
    List<JsonNode> journeys = new ArrayList<>();
    for (JsonNode journey : world.journeys()) {
      ObjectNode small = journey.deepCopy();
      JsonNode goals = journey.get("goals");
      small.putArray("goals").add(goals.get(0)).add(goals.get(1));
      journeys.add(small);
    }
    ObjectNode bare =
        Json.object().put("id", BARE).put("title", "Bare").put("type", "trigger_based");
    bare.putArray("steps");
    bare.putArray("goals");
    journeys.add(bare);
    return new RandomWorld(world.seed(), world.zone(), world.now(), journeys, world.events());
  }

  /** Some events are equal, some have one tenant only, some are another user's. */
  private void share(List<ObjectNode> all, List<ObjectNode> events, List<ObjectNode> twinsEvents) {
    for (ObjectNode event : all) {
      int dice = random.nextInt(4);
      if (dice != 0) {
        events.add(event);
      }
      if (dice == 3) {
        JsonNode other = all.get(random.nextInt(all.size())).get("user_id");
        twinsEvents.add(event.deepCopy().set("user_id", other));
      } else if (dice != 1) {
        twinsEvents.add(event);
      }
    }
  }

  private static ObjectNode sent(String channel, Instant time) {
    return Json.object()
        .put("event_id", "bare")
        .put("type", "message_sent")
        .put("time", time.toString())
        .put("journey_id", BARE)
        .put("user_id", "ann")
        .put("step_id", "gone")
        .put("channel", channel)
        .put("message_id", "m");
  }

  private static String otherZone(ZoneId zone) {
    return zone.getId().equals("Asia/Kathmandu") ? "America/New_York" : "Asia/Kathmandu";
  }

  /** A journey of the same id and steps, of which everything else is different. */
  private static JsonNode twin(JsonNode journey) {
    ObjectNode twin = journey.deepCopy();
    twin.put("title", journey.get("title").textValue() + ", the twin's");
    twin.put("category", "The twin's");
    for (JsonNode step : twin.get("steps")) {
      ((ObjectNode) step).put("name", step.get("name").textValue() + " of the twin");
    }
    for (JsonNode goal : twin.get("goals")) {
      int days = goal.path("conversion_period_days").asInt(30);
      ((ObjectNode) goal).put("name", goal.get("name").textValue() + " of the twin");
      ((ObjectNode) goal).put("conversion_period_days", days % 365 + 1);
    }
    return twin;
  }

  /**
   * A tenant with all that it has.
   *
   * @param active which of its journeys is activated
   */
  private TenantView settle(Possessions possessions, int active) {
    TestTenant tenant = TestTenant.create(service, possessions.zone());
    Client admin = tenant.client("admin");
    Map<String, String> ids = new HashMap<>();
    ids.put(TenantView.TENANT, tenant.id());
    String keys = "tenants/" + tenant.id() + "/keys";
    ids.put(TenantView.key(0), admin.get(keys).json(200).at("/keys/0/id").textValue());
    ObjectNode another = Json.object().put("role", "read").put("name", "key " + active);
    ids.put(TenantView.key(1), admin.post(keys, another).json(201).get("id").textValue());
    for (int index = 0; index < possessions.journeys().size(); index++) {
      JsonNode journey = possessions.journeys().get(index);
      String id = admin.post("journeys", journey).json(201).get("id").textValue();
      ids.put(TenantView.journey(index), id);
      if (index == active) {
        admin.send("POST", "journeys/" + id + "/activate", new byte[0]).json(200);
      }
    }
    new Delivery(admin, new Random(SEED)).deliver(possessions.events());
    admin.post("events", Json.array(possessions.refused())).json(422);
    ids.put(TenantView.ERASURE, erase(admin, "nobody").get("id").textValue());
    List<JsonNode> jobs = ask(admin, exports(possessions.journeys()), "of this name");
    for (int index = 0; index < jobs.size(); index++) {
      ids.put(TenantView.export(index), jobs.get(index).get("id").textValue());
    }
    jobs.forEach(job -> ready(admin, job));
    return new TenantView(admin, ids);
  }

  /** One of each kind. */
  private static List<ObjectNode> exports(List<JsonNode> journeys) {
    JsonNode definition = journeys.getFirst();
    NaiveJourney journey = NaiveJourney.read(definition);
    String goal = journey.goals().getLast().id();
    NaiveJourney.NaiveStep message =
        journey.steps().stream()
            .filter(step -> step.channel().isPresent())
            .findFirst()
            .orElseThrow();
    String channel = message.channel().orElseThrow();
    ObjectNode ofJourney = Json.object().put("journey_id", journey.id());
    ObjectNode ofMessage =
        ofJourney.deepCopy().put("channel", channel).put("step_id", message.id());
    return List.of(
        Json.object().put("kind", "journeys"),
        ofJourney.deepCopy().put("kind", "users"),
        ofJourney.deepCopy().put("kind", "goals"),
        ofJourney.deepCopy().put("kind", "goal_conversions").put("goal", goal),
        ofJourney.deepCopy().put("kind", "messages").put("channel", channel).put("goal", goal),
        ofMessage.deepCopy().put("kind", "message_days"),
        ofMessage.deepCopy().put("kind", "message_users"));
  }

  /** Asks for exports, each under a name of its own, which other tenants give theirs, too. */
  private static List<JsonNode> ask(Client admin, List<ObjectNode> questions, String name) {
    List<JsonNode> jobs = new ArrayList<>();
    for (ObjectNode question : questions) {
      // In UTC, so that the same is asked of every tenant.
      byte[] body = Utf8.bytes(Json.write(question.deepCopy().put("tz", "UTC")));
      jobs.add(
          admin
              .send(
                  "POST",
                  "exports",
                  body,
                  "Content-Type",
                  "application/json",
                  "Idempotency-Key",
                  jobs.size() + " " + name)
              .json(202));
    }
    return jobs;
  }

  private static JsonNode ready(Client admin, JsonNode job) {
    JsonNode finished = CampaignFile.finished(admin, job);
    assertThat(finished.get("status").textValue()).as("%s", finished).isEqualTo("ready");
    return finished;
  }

  /** Both ask the same at once, and the files are those of before. */
  private static void exportsAtTheSameTimeAreTwo(
      TenantView first,
      TenantView twin,
      RandomWorld world,
      SortedMap<Request, String> alone,
      SortedMap<Request, String> twinsAnswers) {
    List<ObjectNode> questions = exports(world.journeys());
    List<JsonNode> jobs = ask(first.admin(), questions, "once more");
    List<JsonNode> twinsJobs = ask(twin.admin(), questions, "once more");
    assertThat(jobs)
        .extracting(job -> job.get("id"))
        .doesNotContainAnyElementsOf(twinsJobs.stream().map(job -> job.get("id")).toList());
    List<Request> files = new ArrayList<>();
    Map<String, String> again = new HashMap<>();
    Map<String, String> twinsAgain = new HashMap<>();
    for (int index = 0; index < questions.size(); index++) {
      files.add(new Request("getExportFile", "exports/" + TenantView.export(index) + "/file?"));
      again.put(
          TenantView.export(index), ready(first.admin(), jobs.get(index)).get("id").textValue());
      twinsAgain.put(
          TenantView.export(index),
          ready(twin.admin(), twinsJobs.get(index)).get("id").textValue());
    }
    same(
        "files",
        only(files, alone),
        new TenantView(first.admin(), with(first, again)).fresh(files));
    same(
        "the twin's files",
        only(files, twinsAnswers),
        new TenantView(twin.admin(), with(twin, twinsAgain)).fresh(files));
  }

  private static Map<String, String> with(TenantView view, Map<String, String> exports) {
    Map<String, String> ids = new HashMap<>(view.ids());
    ids.putAll(exports);
    return ids;
  }

  private static SortedMap<Request, String> only(
      List<Request> requests, SortedMap<Request, String> answers) {
    SortedMap<Request, String> some = new TreeMap<>(answers);
    some.keySet().retainAll(requests);
    assertThat(some).hasSameSizeAs(requests);
    return some;
  }

  /** Were they the same, nothing of what follows could fail. */
  private static void showThatTheyDiffer(
      SortedMap<Request, String> answers, SortedMap<Request, String> others) {
    TreeSet<String> alike = new TreeSet<>();
    answers.keySet().forEach(request -> alike.add(request.operation()));
    answers.forEach((request, answer) -> {
      if (!answer.equals(others.get(request))) {
        alike.remove(request.operation());
      }
    });
    assertThat(alike)
        .as("answers that are the same for everybody")
        .containsExactlyInAnyOrder("listMetrics", "getErasure");
  }

  private static void same(
      String stage, SortedMap<Request, String> expected, SortedMap<Request, String> actual) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    List<Request> different =
        expected.keySet().stream()
            .filter(request -> !String.valueOf(expected.get(request)).equals(actual.get(request)))
            .toList();
    assertThat(different)
        .as(
            "%s: of %d answers %d are others; the first should be%n%s%nand is%n%s",
            stage,
            expected.size(),
            different.size(),
            different.isEmpty() ? "" : expected.get(different.getFirst()),
            different.isEmpty() ? "" : actual.get(different.getFirst()))
        .isEmpty();
  }
}
