package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Questions to a random world that are asked again and again, with the answers that are right now
 * and those that were right before the last change.
 */
final class CachedComparison {
  /** So many questions of each kind, about a time that is running and one that is over. */
  private static final int OF_EACH_KIND = Questions.FULL ? 10 : 1;

  private static final List<NaiveOrder> ORDERS =
      List.of(new NaiveOrder("title", false), new NaiveOrder("goals_reached", true));

  private final List<JsonNode> definitions;
  private final List<NaiveEvent> known = new ArrayList<>();
  private final Map<String, List<Question>> questions = new LinkedHashMap<>();
  private final Map<String, Function<Client, JsonNode>> asked = new LinkedHashMap<>();
  private NaiveRetention retention;
  private Instant now;
  private Map<String, JsonNode> before = Map.of();
  private Map<String, JsonNode> present;

  /** A comparison before the first event. */
  CachedComparison(RandomWorld world) {
    this.definitions = new ArrayList<>(world.journeys());
    this.retention = NaiveRetention.forever(world.zone());
    this.now = world.now();
    JsonNode first = world.journeys().getFirst();
    List<Question> chosen =
        choose(Questions.of(world, NaiveJourney.read(first)), new Random(world.seed()));
    questions.put(first.get("id").textValue(), chosen);
    chosen.forEach(question -> asked.put(question.path(), question::ask));
    for (NaiveOrder order : ORDERS) {
      asked.put(order.parameter(), reader -> Comparison.headlines(reader, order, 1000));
    }
    this.present = truths();
  }

  private static List<Question> choose(List<Question> all, Random random) {
    List<Question> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.stream()
        .collect(Collectors.groupingBy(CachedComparison::kind))
        .values()
        .stream()
        .flatMap(alike -> alike.stream().limit(OF_EACH_KIND))
        .distinct()
        .toList();
  }

  /** The call without ids and parameters, but whether it is about a goal and which time. */
  private static String kind(Question question) {
    String path = question.path().replaceFirst("^journeys/[^/]*/", "");
    boolean isRunning = path.matches("(?s)(?!.*preceding=).*period=(all|today|7d|30d).*");
    return path.replaceAll("\\?.*", "").replaceAll("(?<=channels/|goals/|messages/)[^/]+", "*")
        + (path.contains("goal=") ? " of a goal" : "")
        + (path.contains("attribution=") ? " attributed" : "")
        + path.replaceFirst("(?s)^.*[?&]measure=(\\w+).*$|^.*$", " $1")
        + (path.contains("preceding=elapsed") ? " elapsed" : isRunning ? " running" : " over");
  }

  /** From now on these events count. */
  void add(List<ObjectNode> events) {
    events.forEach(event -> known.add(NaiveEvent.read(event)));
    change();
  }

  /** From now on the first journey is another. */
  void redefine(JsonNode definition) {
    definitions.set(0, definition);
    change();
  }

  /** From now on it is another time. */
  void moveTo(Instant time) {
    now = time;
    change();
  }

  /** From now on the tenant keeps events for that time. */
  void keep(Optional<Integer> days) {
    retention = retention.changed(days, now);
    change();
  }

  private void change() {
    before = present;
    present = truths();
  }

  private Map<String, JsonNode> truths() {
    ObjectNode headlines = Json.object();
    Map<String, JsonNode> truths = new HashMap<>();
    for (JsonNode definition : definitions) {
      NaiveJourney journey = NaiveJourney.read(definition);
      NaiveStatistics naive = new NaiveStatistics(journey, known, retention, now);
      headlines.set(journey.id(), naive.headline());
      truths.putAll(
          questions.getOrDefault(journey.id(), List.of()).parallelStream()
              .collect(
                  Collectors.toMap(Question::path, question -> question.naive().apply(naive))));
    }
    for (NaiveOrder order : ORDERS) {
      ObjectNode ordered = Json.object();
      order
          .ids(definitions, headlines)
          .forEach(id -> ordered.set(id.textValue(), headlines.get(id.textValue())));
      truths.put(order.parameter(), ordered);
    }
    return truths;
  }

  /** Every answer is the right one. */
  void expectRight(Client reader, String stage) {
    expect(reader, stage, List.of(present));
  }

  /**
   * Every answer is the right one, or the one before; that of some is, or nothing is remembered.
   */
  void expectRightOrOlder(Client reader, String stage) {
    assertThat(expect(reader, stage, List.of(present, before))).as(stage).isPositive();
  }

  /** How many answers were not the first that is allowed. */
  private int expect(Client reader, String stage, Collection<Map<String, JsonNode>> allowed) {
    Map<String, String> differences = new ConcurrentSkipListMap<>();
    AtomicInteger older = new AtomicInteger();
    asked.entrySet().parallelStream()
        .forEach(question -> {
          String path = question.getKey();
          JsonNode answer = question.getValue().apply(reader);
          List<String> wrong =
              allowed.stream()
                  .flatMap(truths ->
                      Difference.find(Objects.requireNonNull(truths.get(path)), answer).stream())
                  .map(Difference::toString)
                  .toList();
          if (wrong.size() == allowed.size()) {
            differences.put(path, wrong.getFirst());
          } else if (!wrong.isEmpty()) {
            older.incrementAndGet();
          }
        });
    assertThat(differences).as("%s, now %s", stage, now).isEmpty();
    return older.get();
  }
}
