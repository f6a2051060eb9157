package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.Contract.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every answer is one that the document promises, and all that it promises is answered: each
 * operation is asked here, and refused in every way that can be provoked.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractIT {
  /** Slow senders and crowds, which other tests make. */
  private static final Set<String> NOT_PROVOKED = Set.of("408", "429", "503");

  /** Which only what is under way answers, never for long, or a limit: LimitsIT reaches these. */
  private static final Set<String> CONFLICTS_PROVOKED_ELSEWHERE =
      Set.of("getExportFile", "renameJourney", "cloneJourney", "issueKey", "eraseUser");

  /** What providers sign: WebhookContractIT asks for these, of a service that has providers. */
  private static final Set<String> ASKED_ELSEWHERE =
      Set.of("report", "reportToTenant", "verifyWebhook", "verifyWebhookOfTenant");

  private static final List<String> CHANNELS =
      List.of("push", "in_app", "email", "sms", "whatsapp");

  /** The worked example's messages. */
  private static final Map<String, String> STEPS = Map.of("push", "hello", "email", "letter");

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final Contract contract = Contract.of(service);
  private final Map<String, Set<String>> seen = new HashMap<>();
  private final Client nobody = new Client(service.baseUri(), List.of());
  private final Client operator = TestTenant.operator(service);
  private final Map<String, Client> clients = new HashMap<>();
  private String tenant = "";
  private String journey = "";
  private String export = "";
  private String erasure = "";

  @BeforeAll
  void createATenantWithEvents() {
    service.setClock(WorkedExample.NOW);
    TestTenant created = TestTenant.create(service, WorkedExample.ZONE.getId());
    tenant = created.id();
    for (String role : List.of("ingest", "read", "manage", "admin")) {
      clients.put(role, created.client(role));
    }
    clients.put("operator", operator);
    journey = WorkedExample.journey().get("id").textValue();
  }

  @Test
  void everyAnswerIsPromisedAndEveryPromiseIsKept() {
    successes();
    conflicts();
    for (Operation operation : asked()) {
      refusals(operation);
    }
    for (Operation operation : asked()) {
      Set<String> missing = new TreeSet<>(operation.statuses());
      missing.removeAll(NOT_PROVOKED);
      if (CONFLICTS_PROVOKED_ELSEWHERE.contains(operation.id())) {
        missing.remove("409");
      }
      missing.removeAll(seen.getOrDefault(operation.id(), Set.of()));
      assertThat(missing).as("never answered by %s: ask for it here", operation).isEmpty();
    }
  }

  private List<Operation> asked() {
    return contract.operations().stream()
        .filter(operation -> !ASKED_ELSEWHERE.contains(operation.id()))
        .toList();
  }

  private void successes() {
    tenantsAndKeys();
    sessions();
    ask("createJourney", "admin", Map.of(), "", Json.write(WorkedExample.journey()));
    lifeOfAJourney();
    events();
    imports();
    exports();
    erasures();
    for (Operation operation : contract.operations()) {
      if (operation.method().equals("GET") && operation.needsKey()) {
        reading(operation);
      }
    }
    check("getVersion", nobody.get("version"));
    check("getOpenApi", nobody.get("openapi.json"));
    check("getOpenApi", nobody.send("GET", "openapi.json", new byte[0], "If-None-Match", "*"));
  }

  private void tenantsAndKeys() {
    ObjectNode other = (ObjectNode) contract.operation("createTenant").example().deepCopy();
    other.put("id", "c-" + UUID.randomUUID().toString().substring(0, 13));
    ask("createTenant", "operator", Map.of(), "", Json.write(other));
    ask("createTenant", "operator", Map.of(), "", Json.write(other));
    Map<String, String> id = Map.of("id", tenant, "tenant", tenant);
    ask("editTenant", "operator", id, "", "{\"name\": \"Another\"}");
    ask("editTenant", "admin", id, "", "{\"retention_days\": 36500}");
    ask("editTenant", "admin", id, "", "{\"retention_days\": null}");
    Operation deletion = contract.operation("deleteTenant");
    String gone = deletion.at(Map.of("tenant", other.get("id").textValue()));
    String confirmed = gone + "?confirm=" + other.get("id").textValue();
    check("deleteTenant", deletion.ask(operator, confirmed));
    Answer key = ask("issueKey", "admin", id, "", "{\"role\": \"read\"}");
    Map<String, String> ids = Map.of("tenant", tenant, "key", key.json(201).get("id").textValue());
    check(
        "revokeKey",
        contract
            .operation("revokeKey")
            .ask(client("admin"), contract.operation("revokeKey").at(ids)));
  }

  private void sessions() {
    Operation signIn = contract.operation("signIn");
    JsonNode key =
        client("admin")
            .post("tenants/" + tenant + "/keys", Json.object().put("role", "read"))
            .json(201);
    for (String secret : List.of(key.get("key").textValue(), "jsk_wrong", service.operatorKey())) {
      String body = Json.write(Json.object().put("key", secret));
      check("signIn", signIn.send(nobody, signIn.at(Map.of()), body));
    }
    check("signOut", nobody.send("DELETE", "session", new byte[0]));
  }

  private void lifeOfAJourney() {
    Answer copy = move("cloneJourney", journey);
    String other = copy.json(201).get("id").textValue();
    String body =
        "{\"title\": \"Renamed\", \"type\": \"trigger_based\", \"steps\": [], \"goals\": []}";
    ask("replaceJourney", "manage", Map.of("id", other), "", body);
    ask("renameJourney", "manage", Map.of("id", other), "", "{\"title\": \"Again\"}");
    for (String action : List.of("activate", "pause", "activate", "finish")) {
      move(action + "Journey", other);
    }
    String third = move("cloneJourney", other).json(201).get("id").textValue();
    move("activateJourney", third);
    ask("replaceJourney", "manage", Map.of("id", third), "", body);
    move("stopJourney", third);
    for (String action : List.of("activate", "pause", "finish", "stop")) {
      move(action + "Journey", third);
    }
    String draft = move("cloneJourney", third).json(201).get("id").textValue();
    move("deleteJourney", draft);
    String active = move("cloneJourney", third).json(201).get("id").textValue();
    move("activateJourney", active);
    move("deleteJourney", active);
  }

  private Answer move(String operation, String id) {
    Operation moving = contract.operation(operation);
    Answer answer = moving.ask(client("manage"), moving.at(Map.of("id", id)));
    check(operation, answer);
    return answer;
  }

  private void events() {
    String events = Json.write(Json.array(WorkedExample.events()));
    ask("sendEvents", "ingest", Map.of(), "", events);
    String one = Json.write(WorkedExample.events().getFirst());
    ask("sendEvents", "ingest", Map.of(), "", one);
    ask("sendEvents", "ingest", Map.of(), "", "[" + one + ", {\"type\": \"entered\"}]");
    ask("sendEvents", "ingest", Map.of(), "", "{\"type\": \"entered\"}");
    check("sendEvents", client("ingest").post("events", one + "\n" + one, "application/x-ndjson"));
  }

  private void imports() {
    String lines =
        WorkedExample.events().stream().map(Json::write).collect(Collectors.joining("\n"));
    check("importEvents", importLines(lines));
    check("importEvents", importLines(lines + "\n{}"));
    check("importEvents", importLines("{}"));
    check(
        "importEvents", client("ingest").post(ImportTarget.PATH, "type,type\n", ImportTarget.CSV));
  }

  private Answer importLines(String lines) {
    return client("ingest").post(ImportTarget.PATH, lines, ImportTarget.LINES);
  }

  private void exports() {
    Client reader = client("read");
    Answer accepted = ask("createExport", "read", Map.of(), "", "{\"kind\": \"journeys\"}");
    export = CampaignFile.finished(reader, accepted.json(202)).get("id").textValue();
    Operation file = contract.operation("getExportFile");
    String path = file.at(Map.of("export", export));
    check("getExportFile", reader.send("GET", path, new byte[0], "Range", "bytes=0-9"));
    check("getExportFile", reader.send("GET", path, new byte[0], "Range", "bytes=999999-"));
    check("getExportFile", reader.send("GET", path, new byte[0], "If-None-Match", "*"));
    Answer other = ask("createExport", "read", Map.of(), "", "{\"kind\": \"journeys\"}");
    String its = CampaignFile.finished(reader, other.json(202)).get("id").textValue();
    Operation end = contract.operation("endExport");
    check("endExport", end.ask(reader, end.at(Map.of("export", its))));
  }

  /** Somebody whom the worked example does not know, so that nothing else is different. */
  private void erasures() {
    Client manager = client("manage");
    Answer erased = manager.send("DELETE", "users?user_id=nobody", new byte[0]);
    check("eraseUser", erased);
    erasure = erased.json(202).get("id").textValue();
    check("getExportFile", manager.get("exports/" + export + "/file"));
    Answer again = ask("createExport", "read", Map.of(), "", "{\"kind\": \"journeys\"}");
    export = CampaignFile.finished(client("read"), again.json(202)).get("id").textValue();
  }

  /**
   * Reads it in every channel and with every value that the document allows. Each request has the
   * next channel and the next value of every parameter, so that all of them occur in few requests.
   */
  private void reading(Operation operation) {
    Client client = client(operation.roles().iterator().next());
    List<String> paths = paths(operation);
    for (String path : paths) {
      checkSuccess(operation, client.get(path));
    }
    Map<String, List<String>> choices = operation.choices();
    int most = choices.values().stream().mapToInt(List::size).max().orElse(0);
    for (int turn = 0; turn < most; turn++) {
      StringBuilder query = new StringBuilder(paths.get(turn % paths.size()));
      for (Map.Entry<String, List<String>> choice : choices.entrySet()) {
        if (choice.getKey().equals("preceding") && query.indexOf("period=all") >= 0) {
          continue; // Nothing precedes it.
        }
        String value = choice.getValue().get(turn % choice.getValue().size());
        query.append('&').append(choice.getKey()).append('=').append(Client.encode(value));
        query.append(value.equals("custom") ? "&from=2026-03-07&to=2026-03-09" : "");
      }
      checkSuccess(operation, client.get(query.toString()));
    }
    String path = paths.getFirst();
    for (String parameter : choices.keySet()) {
      Answer wrong = client.get(path + "&" + parameter + "=nonsense");
      assertThat(wrong.status()).as("%s", wrong).isEqualTo(422);
    }
    if (operation.statuses().contains("304")) {
      check(operation.id(), client.send("GET", path, new byte[0], "If-None-Match", "*"));
    }
  }

  /** Where it is in each channel, or its one path. */
  private List<String> paths(Operation operation) {
    List<String> channels = operation.path().contains("{channel}") ? CHANNELS : List.of("push");
    return channels.stream()
        .filter(channel -> STEPS.containsKey(channel) || !operation.path().contains("{step}"))
        .map(channel ->
            operation.at(
                    Map.of(
                        "journey", journey,
                        "id", journey,
                        "channel", channel,
                        "step", STEPS.getOrDefault(channel, ""),
                        "goal", "bought",
                        "tenant", tenant,
                        "export", export,
                        "erasure", erasure))
                + "?"
                + operation.query())
        .toList();
  }

  private void checkSuccess(Operation operation, Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    check(operation.id(), answer);
  }

  private void conflicts() {
    ask("createJourney", "admin", Map.of(), "", Json.write(WorkedExample.journey()));
    for (Operation operation : contract.operations()) {
      if (operation.statuses().contains("412")) {
        String path = operation.at(Map.of("id", journey));
        check(operation.id(), operation.ask(client("admin"), path, "If-Match", "\"999\""));
      }
    }
  }

  private void refusals(Operation operation) {
    String nowhere =
        operation.at(
            Map.of(
                "journey",
                UUID.randomUUID().toString(),
                "id",
                UUID.randomUUID().toString(),
                "tenant",
                tenant + "-not",
                "key",
                UUID.randomUUID().toString(),
                "step",
                "hello",
                "goal",
                "bought",
                "export",
                UUID.randomUUID().toString(),
                "erasure",
                UUID.randomUUID().toString(),
                "channel",
                "push"));
    if (operation.needsKey()) {
      expect(operation, operation.ask(nobody, nowhere), 401);
      String lesser =
          clients.keySet().stream()
              .filter(role -> !operation.roles().contains(role))
              .findFirst()
              .orElseThrow();
      expect(operation, operation.ask(client(lesser), nowhere), 403);
    }
    Client client = operation.needsKey() ? client(operation.roles().iterator().next()) : nobody;
    expect(operation, operation.ask(client, nowhere + "?nonsense=1"), 422);
    if (operation.takesIds()) {
      expect(operation, operation.ask(client, nowhere), 404);
    }
    if (operation.takesBody()) {
      String[] image = {"Content-Type", "image/png"};
      expect(operation, client.send(operation.method(), nowhere, new byte[] {1}, image), 415);
      tooLarge(operation, client, nowhere);
    }
  }

  private void tooLarge(Operation operation, Client client, String path) {
    boolean packed = Json.write(operation.json()).contains("Content-Encoding");
    byte[] body = Utf8.bytes("{\"a\": \"" + " ".repeat(packed ? 33 << 20 : 1 << 20) + "\"}");
    String[] plain = {"Content-Type", operation.mediaType()};
    String[] zipped = {"Content-Type", operation.mediaType(), "Content-Encoding", "gzip"};
    Answer answer =
        packed
            ? client.send(operation.method(), path, gzip(body), zipped)
            : client.send(operation.method(), path, body, plain);
    expect(operation, answer, 413);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private Answer ask(String id, String role, Map<String, String> ids, String query, String body) {
    Operation operation = contract.operation(id);
    Answer answer = operation.send(client(role), operation.at(ids) + query, body);
    check(id, answer);
    return answer;
  }

  private void expect(Operation operation, Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    check(operation.id(), answer);
  }

  private void check(String id, Answer answer) {
    contract.check(contract.operation(id), answer);
    seen.computeIfAbsent(id, _ -> new TreeSet<>()).add(Contract.status(answer));
  }

  private Client client(String role) {
    Client client = clients.get(role);
    if (client == null) {
      throw new AssertionError(
          role
              + " is none of the roles "
              + clients.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return client;
  }
}
