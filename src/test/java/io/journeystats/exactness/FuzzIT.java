package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.Contract.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Requests for every operation of the document, each with something wrong in its path, its query,
 * its headers, its body or its framing. None of them may be a 500, be answered with something other
 * than a problem document or show how the service is made, and none disturbs another tenant.
 *
 * <p>{@code -Dfuzz.requests=100000} sends more, {@code -Dfuzz.seed=7} other ones ({@code random}
 * draws the seed). A fault names the seed and the number of its request; {@code -Dfuzz.only=} with
 * that number sends it alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzIT {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);
  private static final long SEED = seed();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_FAULTS = 20;
  private static final int CLIENTS = 4;

  /** Names of classes, lines of stack traces, statements and what the store says. */
  private static final Pattern INTERNALS =
      Pattern.compile(
          "io\\.journeystats|java\\.(lang|util|io|net)\\.|jakarta\\.|com\\.fasterxml|org\\.(eclipse"
              + "|glassfish|jooq)|Exception|\\bat [a-z]+\\.[\\w.]+\\(|DB::|Code: \\d+|LIMIT 1 BY"
              + "|START_OBJECT|VALUE_STRING|StreamRead|JsonToken");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<Integer> REFUSED_BY_LOAD = Set.of(429, 503);
  private static final List<String> ROLES = List.of("ingest", "read", "manage", "admin");

  private final ServiceUnderTest service = ServiceUnderTest.find();
  private final Contract contract = Contract.of(service);
  private final List<Operation> operations = contract.operations();
  private final List<Client> callers = new ArrayList<>();
  private final Map<String, String> faults = new ConcurrentSkipListMap<>();
  private Map<String, String> ids = Map.of();
  private Client quiet = new Client(service.baseUri(), List.of());

  private static long seed() {
    String chosen = System.getProperty("fuzz.seed", "1");
    return chosen.equals("random") ? new Random().nextInt(1_000_000) : Long.parseLong(chosen);
  }

  @BeforeAll
  void createTwoTenants() {
    service.setClock(WorkedExample.NOW);
    quiet = tenant(new ArrayList<>());
    Client admin = tenant(callers);
    callers.add(TestTenant.operator(service));
    JsonNode export =
        CampaignFile.finished(
            admin, admin.post("exports", Json.object().put("kind", "journeys")).json(202));
    String journey = WorkedExample.journey().get("id").textValue();
    ids =
        Map.ofEntries(
            Map.entry("export", export.get("id").textValue()),
            Map.entry("journey", journey),
            Map.entry("id", journey),
            Map.entry("tenant", "nobody"),
            Map.entry("key", UUID.randomUUID().toString()),
            Map.entry("step", "hello"),
            Map.entry("goal", "bought"),
            Map.entry("channel", "push"),
            Map.entry("provider", "sendgrid"));
  }

  /** A tenant with the worked example, and callers with all of its roles; answers the last one. */
  private Client tenant(List<Client> callers) {
    TestTenant tenant = TestTenant.create(service, WorkedExample.ZONE.getId());
    ROLES.forEach(role -> callers.add(tenant.client(role)));
    Client admin = callers.getLast();
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    return admin;
  }

  @Test
  void noRequestBreaksTheService() throws ExecutionException, InterruptedException {
    String before = dashboard();
    LongStream numbers =
        Optional.ofNullable(Long.getLong("fuzz.only"))
            .map(LongStream::of)
            .orElseGet(() -> LongStream.range(0, REQUESTS));
    // Not a parallel stream: the service, in this JVM, checks events on the threads of those.
    try (ExecutorService executor = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> sent = new ArrayList<>();
      numbers.forEach(number -> sent.add(executor.submit(() -> send(number))));
      for (Future<?> one : sent) {
        one.get();
      }
    }
    assertThat(faults.values()).as("seed %d", SEED).isEmpty();
    assertThat(dashboard()).isEqualTo(before);
  }

  private String dashboard() {
    Answer answer = quiet.get("journeys/" + ids.get("journey") + "/stats/performance");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.body();
  }

  private void send(long number) {
    if (faults.size() >= MOST_FAULTS) {
      return;
    }
    Chance chance = new Chance(SEED, number);
    List<Request> requests = pipeline(chance);
    try (RawConnection connection = RawConnection.open(service.baseUri(), PATIENCE)) {
      exchange(number, requests, connection, chance);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One request, or several that are sent in one piece without waiting for the answers; one among
   * them may be broken.
   */
  private List<Request> pipeline(Chance chance) {
    List<Request> requests = new ArrayList<>();
    int more = chance.oneIn(8) ? 1 + chance.below(5) : 0;
    boolean mayBreak = chance.oneIn(2);
    while (more > 0) {
      Request request = request(chance, "keep-alive");
      if (mayBreak || !request.mayBreakTheConnection()) {
        requests.add(request);
      }
      more--;
    }
    requests.add(request(chance, "close"));
    return requests;
  }

  /** One of each kind, so that a common fault does not hide a rare one. */
  private void note(long number, Request request, String fault) {
    String kind = request.operation().id() + fault.replaceAll("\\W.*|\\d{4,}", "");
    faults.putIfAbsent(
        kind,
        "number %d: %s%n  %s".formatted(number, fault, request.text().replaceAll("\\R", "\n  ")));
  }

  /** Sends requests and notes what is wrong with the answers. */
  private void exchange(
      long number, List<Request> requests, RawConnection connection, Chance chance)
      throws IOException {
    byte[] bytes =
        HostileBodies.concatenated(requests.stream().map(Request::bytes).toArray(byte[][]::new));
    if (chance.oneIn(25)) {
      connection.send(Arrays.copyOf(bytes, chance.below(bytes.length)));
      connection.reset();
      return;
    }
    Request request = requests.getFirst();
    try {
      connection.send(bytes);
      if (requests.stream().anyMatch(Request::endsEarly)) {
        connection.endOutput();
      }
      boolean goesOn = true;
      boolean isBroken = false;
      for (int next = 0; goesOn && next < requests.size(); next++) {
        // Where one has broken off, what follows may be taken for a part of it.
        request = isBroken ? requests.get(next).behindABrokenOne(requests) : requests.get(next);
        // How long an answer to HEAD is can be told only where it is certain which one that is.
        goesOn =
            !(isBroken && request.method().equals("HEAD"))
                && isFollowed(number, request, connection);
        isBroken |= request.mayBreakTheConnection();
      }
    } catch (SocketTimeoutException e) {
      note(number, request, "no answer within " + PATIENCE);
    } catch (IOException e) {
      if (!request.mayBreakTheConnection()) {
        note(number, request, "the connection broke: " + e);
      }
    }
  }

  /** Reads the answer to a request, and says whether the answer to a next one may follow. */
  private boolean isFollowed(long number, Request request, RawConnection connection)
      throws IOException {
    Optional<RawAnswer> answer = connection.answer(request.method().equals("HEAD"));
    if (answer.isEmpty() && !request.mayBreakTheConnection()) {
      note(number, request, "no answer at all");
    }
    answer.flatMap(found -> fault(request, found)).ifPresent(fault -> note(number, request, fault));
    answer
        .flatMap(found -> found.header("x-request-id"))
        .filter(id -> id.startsWith(Request.ID) && !request.mayBreakTheConnection())
        .filter(id -> !id.equals(request.id()))
        .ifPresent(id -> note(number, request, "the answer to another request: " + id));
    return answer.filter(RawAnswer::keepsConnection).isPresent();
  }

  private static Optional<String> fault(Request request, RawAnswer answer) {
    int status = answer.status();
    String text = answer.text();
    if (status >= 500 && !REFUSED_BY_LOAD.contains(status) && status != 501 && status != 505) {
      return Optional.of("status " + status + ": " + answer);
    }
    if (REFUSED_BY_LOAD.contains(status) && answer.header("retry-after").isEmpty()) {
      return Optional.of("no Retry-After: " + answer);
    }
    if (status < 400 || request.method().equals("HEAD")) {
      return Optional.empty();
    }
    if (!answer.header("content-type").orElse("").startsWith("application/problem+json")) {
      return Optional.of("no problem document: " + answer);
    }
    if (answer.header("content-encoding").isEmpty()) {
      return problem(status, text)
          .or(() -> internals(request, text))
          .map(fault -> fault + ": " + answer);
    }
    return Optional.empty();
  }

  private static Optional<String> problem(int status, String text) {
    try {
      JsonNode problem = JSON.readTree(text);
      boolean whole =
          problem.path("status").asInt() == status
              && problem.path("type").isTextual()
              && problem.path("title").isTextual();
      return whole ? Optional.empty() : Optional.of("no whole problem document");
    } catch (JsonProcessingException e) {
      return Optional.of("no JSON");
    }
  }

  /** What the client wrote itself may be shown to it. */
  private static Optional<String> internals(Request request, String text) {
    var found = INTERNALS.matcher(text);
    while (found.find()) {
      if (!request.text().contains(found.group())) {
        return Optional.of("shows internals (" + found.group() + ")");
      }
    }
    return Optional.empty();
  }

  /**
   * A request as it goes over the wire.
   *
   * @param operation what it is about
   * @param method the HTTP method
   * @param id its {@code X-Request-Id}
   * @param wire all of its bytes, a character each
   * @param mayBreakTheConnection whether the service may close the connection without an answer
   * @param endsEarly whether the client says that nothing more comes, though something should
   */
  private record Request(
      Operation operation,
      String method,
      String id,
      String wire,
      boolean mayBreakTheConnection,
      boolean endsEarly) {
    static final String ID = "fuzz-";

    /** What is known of it behind one that is broken: an answer may show a part of any of them. */
    Request behindABrokenOne(List<Request> all) {
      return new Request(
          operation,
          method,
          id,
          all.stream().map(Request::wire).reduce("", String::concat),
          true,
          endsEarly);
    }

    byte[] bytes() {
      return wire.getBytes(StandardCharsets.ISO_8859_1);
    }

    String text() {
      String all = new String(bytes(), StandardCharsets.UTF_8);
      return all.substring(0, Math.min(all.length(), 3_000));
    }
  }

  private Request request(Chance chance, String connection) {
    Operation operation = chance.pick(operations);
    String method =
        chance.oneIn(30)
            ? chance.pick("HEAD", "OPTIONS", "PUT", "TRACE", "PATCH", "DELETE", "get", "FOO", "")
            : operation.method();
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target(operation, chance)).append(" HTTP/1.1\r\n");
    head.append("Host: 127.0.0.1\r\nConnection: ").append(connection).append("\r\n");
    String id = Request.ID + chance.below(Integer.MAX_VALUE);
    head.append("X-Request-Id: ").append(id).append("\r\n");
    if (!chance.oneIn(15)) {
      List<String> credentials =
          (chance.oneIn(4) ? chance.pick(callers) : callerOf(operation)).headers();
      head.append(credentials.get(0)).append(": ").append(credentials.get(1)).append("\r\n");
    }
    boolean hostile = chance.oneIn(3);
    for (int lines = hostile ? 1 + chance.below(2) : 0; lines > 0; lines--) {
      head.append(HostileHeaders.line(chance)).append("\r\n");
    }
    boolean takesBody = operation.takesBody() || chance.oneIn(40);
    byte[] body = takesBody ? body(operation, head, chance) : new byte[0];
    boolean broken = false;
    boolean endsEarly = false;
    if (takesBody) {
      switch (chance.below(12)) {
        case 0 -> {
          head.append("Transfer-Encoding: chunked\r\n");
          body = brokenChunks(body, chance);
          broken = true;
          endsEarly = true;
        }
        case 1 -> {
          head.append("Content-Length: ").append(body.length + 1 + chance.below(9)).append("\r\n");
          broken = true;
          endsEarly = true;
        }
        case 2, 3 -> {
          head.append("Transfer-Encoding: chunked\r\n");
          body = chunks(body, chance);
        }
        default -> head.append("Content-Length: ").append(body.length).append("\r\n");
      }
    }
    head.append("\r\n");
    return new Request(
        operation,
        method,
        id,
        head + new String(body, StandardCharsets.ISO_8859_1),
        hostile || broken || method.isEmpty(),
        endsEarly);
  }

  private Client callerOf(Operation operation) {
    return operation.roles().contains("admin") || operation.roles().isEmpty()
        ? callers.get(ROLES.size() - 1)
        : callers.getLast();
  }

  private String target(Operation operation, Chance chance) {
    StringBuilder target = new StringBuilder("/api/v1");
    for (String segment : operation.path().substring(1).split("/", -1)) {
      target.append('/').append(segment(segment, chance));
    }
    if (chance.oneIn(40)) {
      target.append(
          chance.pick("/", "//", "/..", "/%2e%2e/", ";a=b", "/.", "%00", "%", "%zz", "\\"));
    }
    return target + query(operation, chance);
  }

  private String segment(String segment, Chance chance) {
    int begin = segment.indexOf('{');
    if (begin < 0) {
      return segment;
    }
    int end = segment.indexOf('}');
    String name = segment.substring(begin + 1, end);
    String id = chance.oneIn(6) ? Client.encode(text(chance)) : ids.getOrDefault(name, "?");
    return segment.substring(0, begin) + id + segment.substring(end + 1);
  }

  private static String query(Operation operation, Chance chance) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.json().path("parameters")) {
      boolean needed = parameter.path("required").asBoolean();
      if (parameter.path("in").asText().equals("query") && (needed || chance.oneIn(3))) {
        query.add(parameter.path("name").asText() + "=" + value(parameter, chance));
      }
    }
    if (!query.isEmpty() && chance.oneIn(15)) {
      query.add(chance.pick(query));
    }
    if (chance.oneIn(15)) {
      query.add(
          chance.pick("unknown=1", "=", "&", "%zz=1", "a=%ff", "tz", "period==", "%00=1", "[]=1"));
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private static String value(JsonNode parameter, Chance chance) {
    List<String> valid = new ArrayList<>();
    parameter.path("schema").path("enum").forEach(value -> valid.add(value.asText()));
    if (parameter.has("example")) {
      valid.add(parameter.path("example").asText());
    }
    return switch (chance.below(4)) {
      case 0 -> Client.encode(text(chance));
      case 1 ->
          chance.pick("", "0", "-1", "1e9", "99999999999999999999", "%ff", "%c0%af", "%", "a,b");
      default -> valid.isEmpty() ? "7d" : Client.encode(chance.pick(valid));
    };
  }

  private static String text(Chance chance) {
    return chance.pick(chance.oneIn(20) ? HostileTexts.LONG : HostileTexts.ALL);
  }

  private static byte[] body(Operation operation, StringBuilder head, Chance chance) {
    HostileBodies bodies = new HostileBodies(chance);
    List<String> types = new ArrayList<>();
    operation.json().at("/requestBody/content").fieldNames().forEachRemaining(types::add);
    types.add("application/json");
    String type = chance.pick(types);
    JsonNode example = operation.example();
    JsonNode valid = example.isMissingNode() ? Json.array(event()) : example;
    byte[] body =
        Utf8.bytes(
            switch (type) {
              case "application/x-ndjson" ->
                  bodies.lines(event().stream().map(Json::write).toList());
              case "text/csv" -> bodies.csv(csv());
              case "application/x-www-form-urlencoded" ->
                  bodies.form("MessageSid=SM1&MessageStatus=sent&To=%2B15551234567");
              default -> bodies.json(valid);
            });
    body = chance.oneIn(8) ? bodies.bytes(body) : body;
    if (chance.oneIn(8)) {
      Map.Entry<String, byte[]> packed = bodies.packed(body);
      head.append("Content-Encoding: ").append(packed.getKey()).append("\r\n");
      body = packed.getValue();
    }
    head.append("Content-Type: ").append(type).append("\r\n");
    return body;
  }

  private static List<ObjectNode> event() {
    return WorkedExample.events().subList(0, 3);
  }

  private static String csv() {
    return "event_id,type,time,journey_id,user_id\r\n"
        + "e1,entered,2026-03-01T10:00:00Z,%s,u1\r\n"
            .formatted(WorkedExample.journey().get("id").textValue());
  }

  private static byte[] chunks(byte[] body, Chance chance) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; ) {
      int size = Math.min(body.length - at, 1 + chance.below(2_000));
      chunks.writeBytes(Utf8.bytes(Integer.toHexString(size) + "\r\n"));
      chunks.write(body, at, size);
      chunks.writeBytes(Utf8.bytes("\r\n"));
      at += size;
    }
    chunks.writeBytes(Utf8.bytes("0\r\n\r\n"));
    return chunks.toByteArray();
  }

  private static byte[] brokenChunks(byte[] body, Chance chance) {
    byte[] whole = chunks(body, chance);
    return switch (chance.below(5)) {
      case 0 -> Arrays.copyOf(whole, chance.below(whole.length));
      case 1 -> HostileBodies.concatenated(Utf8.bytes("zz\r\n"), whole);
      case 2 -> HostileBodies.concatenated(Utf8.bytes("-5\r\n"), whole);
      case 3 -> HostileBodies.concatenated(Utf8.bytes("ffffffffffffffff\r\n"), whole);
      default -> HostileBodies.concatenated(Utf8.bytes("5;ext=\"\r\n"), whole);
    };
  }
}
