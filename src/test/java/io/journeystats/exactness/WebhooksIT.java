package io.journeystats.exactness;

import static io.journeystats.exactness.Problems.invalid;
import static io.journeystats.exactness.Problems.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers report, as the dashboards show it; and what nobody may report. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WebhooksIT {
  /** Tenants of which each has the same journey and providers; one test may not see another's. */
  private static final List<String> TENANTS =
      List.of(
          "mail",
          "text",
          "chat",
          "order",
          "again",
          "later",
          "refused",
          "stranger",
          "crowd",
          "sure",
          "times");

  /** When the message was sent, as the sender says. */
  private static final String TIME = "&time=2025-05-12T11:00:00%2B02:00";

  private static final String TYPE = "Content-Type";
  private static final String FORM = "application/x-www-form-urlencoded";

  private Cable cable;
  private TestService running;
  private ServiceUnderTest service;

  @BeforeAll
  void start(ClickHouseEndpoint database) {
    cable = new Cable(database);
    running =
        TestService.start(
            cable.endpoint(),
            Providers.configuration(
                "mail", "text", "chat", "order", "again", "later", "refused", "ghost", "crowd",
                "sure", "times"));
    service = new ServiceUnderTest.Own(running);
    // The store forgets rejected events by its own clock, so this one must not be far from it.
    service.setClock(Instant.now());
    for (String tenant : TENANTS) {
      ObjectNode form =
          Json.object().put("id", tenant).put("name", tenant).put("time_zone", "Asia/Kathmandu");
      TestTenant.operator(service).post("tenants", form).json(201);
      if (!tenant.equals("refused")) {
        admin(tenant).post("journeys", definition()).json(201);
      }
    }
  }

  @AfterAll
  void stop() {
    running.close();
    cable.close();
  }

  @Test
  void mailsAreCountedAsSendGridReportsThem() {
    Providers providers = providers("mail");
    byte[] request = Providers.request("sendgrid.json");
    for (int time = 0; time < 2; time++) {
      receipt(providers.sendGrid(request), 13, 0, 3);
      JsonNode email = metrics("mail", "email");
      assertThat(numbers(email, "sent", "recipients", "delivered", "unique_delivered"))
          .containsExactly(4, 3, 1, 1);
      assertThat(numbers(email, "opened_unique", "clicked", "unsubscribed", "complaints"))
          .containsExactly(1, 1, 1, 1);
      assertThat(numbers(email, "hard_bounces", "soft_bounces", "delivery_issues"))
          .containsExactly(1, 1, 1);
      assertThat(issues("mail", "email")).containsExactly("Bounced Address 1");
    }
  }

  @Test
  void shortMessagesAreCountedAsTwilioReportsThem() {
    Providers providers = providers("text");
    for (int time = 0; time < 2; time++) {
      new String(Providers.request("twilio.txt"), UTF_8)
          .lines()
          .forEach(line -> {
            String user = line.substring(0, line.indexOf(' '));
            String step = line.contains("whatsapp") ? "chat" : "text";
            providers.twilio(user, step, line.substring(line.indexOf(' ') + 1)).json(200);
          });
      assertThat(numbers(metrics("text", "sms"), "delivered", "delivery_issues"))
          .containsExactly(1, 2);
      assertThat(issues("text", "sms")).containsExactlyInAnyOrder("30005 1", "30001 1");
      assertThat(numbers(metrics("text", "whatsapp"), "recipients", "delivered", "read"))
          .containsExactly(1, 1, 1);
      assertThat(issues("text", "whatsapp")).containsExactly("63024 1");
    }
  }

  @Test
  void whatsAppMessagesAreCountedAsMetaReportsThem() {
    Providers providers = providers("chat");
    byte[] request = Providers.request("whatsapp.json");
    for (int time = 0; time < 2; time++) {
      receipt(providers.whatsApp(request), 7, 0, 3);
      JsonNode whatsApp = metrics("chat", "whatsapp");
      assertThat(numbers(whatsApp, "recipients", "delivered", "read", "delivery_issues"))
          .containsExactly(3, 2, 2, 1);
      assertThat(issues("chat", "whatsapp")).containsExactly("131026 1");
    }
  }

  /** A provider's time is parsed like the time of any other event; without a result, refused. */
  @ParameterizedTest
  @CsvSource({
    "2025-05-12T11:00:00.0019+02:00, 2025-05-12T09:00:00.001Z",
    "2025-05-12t09:00:00z, 2025-05-12T09:00:00.000Z",
    "2025-05-12T09:00:00.1234567891Z, 2025-05-12T09:00:00.123Z",
    "2025-05-12T09:00:00-18:30, 2025-05-13T03:30:00.000Z",
    "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999Z",
    "2025-05-12T23:59:60Z,",
    "2025-05-12T24:00:00Z,",
    "2025-05-12T09:00:00+02,",
    "2025-05-12T09:00:00+02:00:30,",
    "2025-05-12T09:00:00.Z,"
  })
  void aTimeIsParsedLikeThatOfAnEvent(String time, @Nullable String stored) {
    String path =
        "webhooks/twilio/times?journey_id=%s&step_id=text&user_id=%s&time=%2$s"
            .formatted(Providers.JOURNEY, Client.encode(time));
    int accepted = stored == null ? 0 : 1;
    for (int report = 0; report < 2; report++) {
      receipt(
          providers("times").twilio(path, "MessageStatus=delivered&MessageSid=" + time.hashCode()),
          accepted,
          1 - accepted,
          0);
    }
    List<String> times =
        admin("times")
            .get("users/export?user_id=" + Client.encode(time))
            .body()
            .lines()
            .map(line -> Json.read(line).path("time").textValue())
            .toList();
    assertThat(times).isEqualTo(Stream.ofNullable(stored).toList());
  }

  /** Meta may give another time when it tells the same status again, an earlier one, too. */
  @Test
  void aStatusIsCountedOnceWhateverTimeItIsToldWith() {
    Providers providers = providers("again");
    for (int seconds : List.of(3, 4, 2, 3, 90_000)) {
      receipt(providers.whatsApp("a", "delivered", seconds), 1, 0, 0);
    }
    providers.whatsApp("a", "sent", 1).json(200);
    providers.whatsApp("b", "delivered", 5).json(200);
    assertThat(numbers(metrics("again", "whatsapp"), "recipients", "delivered", "read"))
        .containsExactly(1, 2, 0);
  }

  /** Also where the reports come at the same moment. */
  @Test
  void aStatusIsCountedOnceHoweverManyReportItAtOnce()
      throws ExecutionException, InterruptedException {
    Providers providers = providers("crowd");
    List<Callable<Answer>> reports = new ArrayList<>();
    for (int second = 1; second <= 12; second++) {
      int time = second;
      reports.add(() -> providers.whatsApp("a", "sent", time));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> answer : threads.invokeAll(reports)) {
        receipt(answer.get(), 1, 0, 0);
      }
    }
    assertThat(numbers(metrics("crowd", "whatsapp"), "recipients")).containsExactly(1);
  }

  /** Instances do not know of each other: the time that the sender gave makes it one event. */
  @Test
  void aStatusWithTheTimeOfItsMessageIsOneEventOnWhateverInstance(ClickHouseEndpoint database)
      throws ExecutionException, InterruptedException {
    try (TestService other = TestService.start(database, Providers.configuration("sure"))) {
      other.setClock(service.now());
      List<Callable<Answer>> reports = new ArrayList<>();
      for (int second = 1; second <= 6; second++) {
        Providers providers =
            new Providers(second % 2 == 0 ? service : new ServiceUnderTest.Own(other), "sure");
        int time = second;
        reports.add(() -> providers.whatsApp("a", "sent", time, TIME));
        reports.add(() -> providers.whatsApp("a", "delivered", time, TIME));
      }
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Answer> answer : threads.invokeAll(reports)) {
          receipt(answer.get(), 1, 0, 0);
        }
      }
    }
    assertThat(numbers(metrics("sure", "whatsapp"), "recipients", "delivered"))
        .containsExactly(1, 1);
  }

  /** What was read did arrive, whether that is ever reported, before or after; nothing is lost. */
  @Test
  void aReadMessageIsADeliveredOneInWhateverOrderTheyCome() {
    Providers providers = providers("order");
    receipt(providers.whatsApp("a", "read", 9), 1, 0, 0);
    assertThat(numbers(metrics("order", "whatsapp"), "delivered", "read")).containsExactly(1, 1);
    providers.whatsApp("b", "read", 8).json(200);
    providers.whatsApp("b", "delivered", 7).json(200);
    providers.whatsApp("b", "sent", 6).json(200);
    providers.whatsApp("c", "delivered", 2).json(200);
    assertThat(numbers(metrics("order", "whatsapp"), "recipients", "delivered", "read"))
        .containsExactly(1, 3, 2);
    providers.whatsApp("c", "read", 3).json(200);
    providers.whatsApp("a", "delivered", 4).json(200);
    assertThat(numbers(metrics("order", "whatsapp"), "recipients", "delivered", "read"))
        .containsExactly(1, 3, 3);
  }

  @Test
  void whatTheStoreCouldNotTakeIsTakenWhenItIsReportedAgain() {
    Providers providers = providers("later");
    byte[] request = Providers.request("sendgrid.json");
    cable.unplug();
    try {
      Problems.unavailable(providers.sendGrid(request));
    } finally {
      cable.plugIn();
      running.awaitStore();
    }
    Answer answer = providers.sendGrid(request);
    while (answer.status() == 503) {
      answer = providers.sendGrid(request);
    }
    receipt(answer, 13, 0, 3);
    assertThat(numbers(metrics("later", "email"), "sent", "delivered")).containsExactly(4, 1);
  }

  @Test
  void aJourneyOfAnotherTenantIsRefusedAndKeptForHimWhoReportedIt() {
    for (int time = 0; time < 2; time++) {
      receipt(providers("refused").sendGrid(Providers.request("sendgrid.json")), 0, 13, 3);
    }
    JsonNode rejected = rejected("refused");
    assertThat(rejected).hasSize(13);
    for (JsonNode event : rejected) {
      assertThat(event.path("errors").path(0).path("field").textValue()).isEqualTo("journey_id");
      assertThat(event.path("event").textValue()).contains(Providers.JOURNEY);
    }
    for (String other : List.of("mail", "stranger")) {
      assertThat(rejected(other)).isEmpty();
    }
    assertThat(numbers(metrics("stranger", "email"), "sent", "delivered")).containsExactly(0, 0);
  }

  @Test
  void whatBreaksARuleOfEventsIsNamed() {
    Providers providers = providers("order");
    String withoutTime = "webhooks/twilio/order?journey_id=" + Providers.JOURNEY + "&step_id=text";
    receipt(providers.twilio(withoutTime, "MessageStatus=sent&MessageSid=SM1"), 0, 1, 0);
    receipt(providers.sendGrid(event("\"user_id\": \"\\ud800\", \"step_id\": \"mail\"")), 0, 1, 0);
    assertThat(rejected("order"))
        .extracting(event -> String.join(" ", event.path("errors").findValuesAsText("field")))
        .containsExactlyInAnyOrder("user_id time", "user_id");
  }

  private static byte[] event(String ids) {
    return """
    [{"event": "open", "timestamp": 1747040400, "sg_event_id": "e", "sg_message_id": "m",
      "journey_id": "%s", %s}]
    """
        .formatted(Providers.JOURNEY, ids)
        .getBytes(UTF_8);
  }

  @Test
  void whoeverHasNotSignedIsForbiddenToReport() {
    byte[] request = Providers.request("sendgrid.json");
    Providers providers = providers("order");
    problem(providers.post("webhooks/sendgrid/order", request, TYPE, "application/json"), 403);
    problem(providers.post("webhooks/whatsapp/order", request, TYPE, "application/json"), 403);
    problem(providers.post("webhooks/twilio/order", "a=b".getBytes(UTF_8), TYPE, FORM), 403);
    problem(
        providers.post(
            "webhooks/whatsapp/order",
            request,
            TYPE,
            "application/json",
            "X-Hub-Signature-256",
            "sha256=00"),
        403);
    Instant replayed = service.now().minus(Duration.ofHours(26));
    problem(providers.sendGrid("webhooks/sendgrid/order", request, replayed), 403);
    assertThat(numbers(metrics("order", "email"), "sent", "delivered")).containsExactly(0, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhooks/sendgrid/nobody",
        "webhooks/sendgrid/ghost",
        "webhooks/sendgrid/stranger",
        "webhooks/sendgrid/The%20Shop",
        "webhooks/sendgrid?tenant=stranger",
        "webhooks/pigeon/order",
        "webhooks/sendgrid/order/more",
        "webhooks"
      })
  void whoIsNotConfiguredIsUnknown(String path) {
    byte[] request = Providers.request("sendgrid.json");
    problem(providers("order").sendGrid(path, request, service.now()), 404);
  }

  @Test
  void theTenantIsNamedOnceInThePathOrTheQuery() {
    Providers providers = providers("order");
    byte[] nothing = "[]".getBytes(UTF_8);
    receipt(providers.sendGrid("webhooks/sendgrid?tenant=order", nothing, service.now()), 0, 0, 0);
    invalid(providers.sendGrid("webhooks/sendgrid", nothing, service.now()), "tenant");
    invalid(
        providers.sendGrid("webhooks/sendgrid/order?tenant=order", nothing, service.now()),
        "tenant");
    invalid(
        providers.sendGrid("webhooks/sendgrid/order?colour=red", nothing, service.now()), "colour");
  }

  @Test
  void aBodyThatCannotBeReadIsNamed() {
    Providers providers = providers("order");
    invalid(providers.sendGrid("[{\"event\":".getBytes(UTF_8)), "body");
    invalid(providers.sendGrid("{}".getBytes(UTF_8)), "body");
    invalid(providers.whatsApp("[".getBytes(UTF_8)), "body");
    invalid(providers.post("webhooks/twilio/order", "a=%".getBytes(UTF_8), TYPE, FORM), "body");
    problem(providers.sendGrid(new byte[4 * 1024 * 1024 + 1]), 413);
    problem(providers.post("webhooks/sendgrid/order", new byte[10], TYPE, "a/b"), 415);
  }

  @Test
  void metaIsToldThatTheAddressIsOurs() {
    String challenge = "hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";
    Client meta = new Client(service.baseUri(), List.of());
    for (String path : List.of("webhooks/whatsapp/chat?", "webhooks/whatsapp?tenant=chat&")) {
      Answer answer = meta.get(path + challenge + "word");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.contentType()).startsWith("text/plain");
      assertThat(answer.body()).isEqualTo("1158201444");
      problem(meta.get(path + challenge + "another"), 403);
      problem(meta.get(path + "hub.mode=subscribe&hub.verify_token=word"), 403);
      problem(meta.get(path + "hub.mode=other&hub.challenge=1&hub.verify_token=word"), 403);
    }
    problem(meta.get("webhooks/whatsapp/stranger?" + challenge + "word"), 404);
    problem(meta.get("webhooks/sendgrid/chat?" + challenge + "word"), 404);
    invalid(meta.get("webhooks/whatsapp?" + challenge + "word"), "tenant");
  }

  @Test
  void whatIsIgnoredIsCounted() {
    Providers providers = providers("order");
    double before = figure("webhooks_events_not_ours");
    byte[] others = "[{\"event\": \"open\"}, {\"event\": \"click\"}]".getBytes(UTF_8);
    receipt(providers.sendGrid(others), 0, 0, 2);
    assertThat(figure("webhooks_events_not_ours") - before).isGreaterThanOrEqualTo(2);
  }

  private double figure(String name) {
    String figures = new Client(running.adminUri(), List.of()).get("metrics").body();
    return figures
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private static void receipt(Answer answer, int accepted, int rejected, int ignored) {
    assertThat(numbers(answer.json(200), "accepted", "rejected", "ignored"))
        .containsExactly(accepted, rejected, ignored);
  }

  private static List<Integer> numbers(JsonNode object, String... names) {
    return List.of(names).stream().map(name -> object.path(name).intValue()).toList();
  }

  private JsonNode metrics(String tenant, String channel) {
    return stats(tenant, channel).path("metrics");
  }

  private List<String> issues(String tenant, String channel) {
    return stats(tenant, channel + "/delivery-issues")
        .path("issues")
        .valueStream()
        .map(issue -> issue.path("reason").textValue() + " " + issue.path("count").intValue())
        .toList();
  }

  private JsonNode stats(String tenant, String call) {
    return admin(tenant).get("journeys/" + Providers.JOURNEY + "/stats/channels/" + call).json(200);
  }

  private JsonNode rejected(String tenant) {
    return admin(tenant).get("events/rejected").json(200).path("rejected");
  }

  private Client admin(String tenant) {
    return new TestTenant(service, tenant).client("admin");
  }

  private Providers providers(String tenant) {
    return new Providers(service, tenant);
  }

  private static JsonNode definition() {
    return Json.read(
        """
        {"id": "%s", "title": "Welcome", "type": "trigger_based", "goals": [],
         "steps": [{"id": "mail", "name": "Mail", "kind": "message", "channel": "email"},
                   {"id": "text", "name": "Text", "kind": "message", "channel": "sms"},
                   {"id": "chat", "name": "Chat", "kind": "message", "channel": "whatsapp"}]}
        """
            .formatted(Providers.JOURNEY));
  }
}
