package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.exactness.Contract.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that a tenant can read: every GET of the document, of each of its journeys, channels,
 * messages, goals and exports. In requests and answers ids have names, so that what several tenants
 * are answered can be compared.
 *
 * @param admin who asks
 * @param ids the tenant's ids by their names
 */
record TenantView(Client admin, Map<String, String> ids) {
  static final String TENANT = "THE-TENANT";

  static final String ERASURE = "THE-ERASURE";

  /** An operation is asked about so many channels, messages or goals. */
  private static final int MOST_PLACES = 4;

  private static final int MOST_DEVICES = 20;

  /** One of so many of the oracle's questions is asked, too. */
  private static final int ONE_OF = 100;

  /** What its file is differs where ids do; the file itself is compared. */
  private static final String DIGEST = "\"sha256\":\"[0-9a-f]{64}\"";

  /**
   * What the store counts of copies of an event, and of bytes, changes whenever it merges parts.
   */
  private static final String UNTIL_MERGED =
      "(\"(?:stored_bytes|accepted)\":|\"(?:events_per_day|stored_events)\",\"maximum\":null,\"used\":)\\d+";

  /** What came at the same time, they order by id. */
  private static final Set<String> LISTS_BY_ID = Set.of("listExports", "listKeys");

  static String journey(int index) {
    return "JOURNEY-%d-".formatted(index);
  }

  static String key(int index) {
    return "KEY-%d-".formatted(index);
  }

  static String export(int index) {
    return "EXPORT-%d-".formatted(index);
  }

  /**
   * A thing to read.
   *
   * @param operation its id in the document
   * @param path with names of ids
   */
  record Request(String operation, String path) implements Comparable<Request> {
    @Override
    public int compareTo(Request other) {
      return path.compareTo(other.path);
    }
  }

  /** The days that a value needs: its own, or those that others precede. */
  private static String days(String parameter, String value) {
    return parameter.equals("preceding")
        ? "&from=2025-06-01&to=2025-06-30"
        : value.equals("custom") ? "&from=2026-01-01&to=2027-12-31" : "";
  }

  /** The requests that a world's tenants are asked, each of which has made so many exports. */
  static List<Request> requests(Contract contract, RandomWorld world, int exports) {
    Random random = new Random(world.seed());
    List<Request> requests = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      if (operation.method().equals("GET") && operation.roles().contains("admin")) {
        List<String> paths =
            places(operation.path(), world, exports, random).stream()
                .map(place -> operation.at(place) + "?" + operation.query() + allOf(operation))
                .toList();
        paths.forEach(path -> requests.add(new Request(operation.id(), path)));
        for (Map.Entry<String, List<String>> choice : operation.choices().entrySet()) {
          String value = choice.getValue().get(random.nextInt(choice.getValue().size()));
          String path = paths.get(random.nextInt(paths.size()));
          requests.add(
              new Request(
                  operation.id(),
                  path
                      + "&"
                      + choice.getKey()
                      + "="
                      + Client.encode(value)
                      + days(choice.getKey(), value)));
        }
      }
    }
    for (int index = 0; index < world.journeys().size(); index++) {
      NaiveJourney journey = NaiveJourney.read(world.journeys().get(index));
      List<Question> questions = new ArrayList<>(Questions.of(world, journey));
      Collections.shuffle(questions, random);
      for (Question question : questions.subList(0, questions.size() / ONE_OF)) {
        String path = question.path().replace(journey.id(), journey(index));
        requests.add(new Request("a question of the oracle", path));
      }
    }
    requests.addAll(byDevice(world));
    requests.addAll(ofUsers(world));
    return requests.stream().distinct().toList();
  }

  /** Searches for users by their devices, which others have in the other tenant. */
  private static List<Request> byDevice(RandomWorld world) {
    List<String> devices =
        world.events().stream()
            .flatMap(event -> Json.text(event, "hwid").stream())
            .distinct()
            .limit(MOST_DEVICES)
            .toList();
    return IntStream.range(0, world.journeys().size())
        .boxed()
        .flatMap(index ->
            devices.stream()
                .map(device ->
                    "journeys/%s/users?search=%s".formatted(journey(index), Client.encode(device))))
        .map(path -> new Request("a search for a device", path))
        .toList();
  }

  /** The journeys of users, who are in others in the other tenant. */
  private static List<Request> ofUsers(RandomWorld world) {
    return world.events().stream()
        .map(event -> event.get("user_id").textValue())
        .distinct()
        .limit(MOST_DEVICES)
        .map(user -> "users/journeys?user_id=" + Client.encode(user))
        .map(path -> new Request("listJourneysOfUser", path))
        .toList();
  }

  /** What was read is in the history, too, and would fill a page of it. */
  private static String allOf(Operation operation) {
    return operation.id().equals("getTenantHistory") ? "limit=1000" : "";
  }

  /** The ids that a path can be filled with. */
  private static List<Map<String, String>> places(
      String path, RandomWorld world, int exports, Random random) {
    List<Map<String, String>> places = new ArrayList<>();
    if (path.contains("{export}")) {
      for (int index = 0; index < exports; index++) {
        places.add(Map.of("export", export(index)));
      }
      return places;
    }
    if (!path.startsWith("/journeys/{")) {
      places.add(Map.of("tenant", TENANT, "erasure", ERASURE));
      return places;
    }
    for (int index = 0; index < world.journeys().size(); index++) {
      Map<String, String> journey = Map.of("journey", journey(index), "id", journey(index));
      NaiveJourney definition = NaiveJourney.read(world.journeys().get(index));
      for (Map<String, String> inside : places(path, definition)) {
        Map<String, String> place = new TreeMap<>(journey);
        place.putAll(inside);
        places.add(place);
      }
    }
    Collections.shuffle(places, random);
    return places.subList(0, Math.min(MOST_PLACES, places.size()));
  }

  private static List<Map<String, String>> places(String path, NaiveJourney journey) {
    if (path.contains("{step}")) {
      return journey.steps().stream()
          .filter(step -> step.channel().isPresent())
          .map(step ->
              Map.of("channel", step.channel().orElseThrow(), "step", Client.encode(step.id())))
          .toList();
    }
    if (path.contains("{goal}")) {
      return journey.goals().stream()
          .map(goal -> Map.of("goal", Client.encode(goal.id())))
          .toList();
    }
    return path.contains("{channel}")
        ? NaiveChannel.ALL.stream().map(channel -> Map.of("channel", channel)).toList()
        : List.of(Map.of());
  }

  /** What is answered, made from the store anew. */
  SortedMap<Request, String> fresh(List<Request> requests) {
    return answers(requests, Client::get);
  }

  /** What is answered, from memory where that will do. */
  SortedMap<Request, String> remembered(List<Request> requests) {
    return answers(requests, (client, path) -> client.takingRemembered().get(path));
  }

  private SortedMap<Request, String> answers(
      List<Request> requests, BiFunction<Client, String, Answer> ask) {
    return requests.parallelStream()
        .collect(
            Collectors.toMap(
                request -> request,
                request -> comparable(request, ask.apply(admin, filled(request.path()))),
                (_, _) -> {
                  throw new AssertionError("asked twice");
                },
                TreeMap::new));
  }

  private String filled(String path) {
    String filled = path;
    for (Map.Entry<String, String> id : ids.entrySet()) {
      filled = filled.replace(id.getKey(), id.getValue());
    }
    return filled;
  }

  /** The answer with names for ids, in an order that ids do not decide. */
  private String comparable(Request request, Answer answer) {
    if (answer.status() == 404 && request.path().contains("/timeline?")) {
      return "no event of that user";
    }
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    String named = answer.body();
    for (Map.Entry<String, String> id : ids.entrySet()) {
      named = named.replace(id.getValue(), id.getKey());
    }
    named = merged(named.replaceAll(DIGEST, "\"sha256\":\"\""));
    if (LISTS_BY_ID.contains(request.operation())) {
      return sorted(Json.read(named).elements().next());
    }
    // Files promise no order.
    return answer.contentType().startsWith("text/csv")
        ? named.lines().sorted().collect(Collectors.joining("\n"))
        : named;
  }

  /** An answer without what changes as the store merges its parts, or as somebody reads it. */
  static String merged(String answer) {
    return (answer.startsWith("{\"changes\":") ? changesOnly(answer) : answer)
        .replaceAll(UNTIL_MERGED, "$1 0");
  }

  /** A history without what was noted of reading. */
  private static String changesOnly(String answer) {
    ObjectNode history = (ObjectNode) Json.read(answer);
    for (Iterator<JsonNode> entries = history.get("changes").elements(); entries.hasNext(); ) {
      if (entries.next().hasNonNull("access")) {
        entries.remove();
      }
    }
    history.remove("next_cursor");
    return Json.write(history);
  }

  private static String sorted(JsonNode array) {
    List<String> elements = new ArrayList<>();
    array.forEach(element -> elements.add(Json.write(element)));
    return String.join("\n", elements.stream().sorted().toList());
  }
}
