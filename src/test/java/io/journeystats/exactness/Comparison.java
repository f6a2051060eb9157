package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The statistics of a random world, asked of the service and worked out from the events that it
 * accepted so far.
 *
 * @param service what is asked
 * @param world whose journeys and questions
 * @param reader who asks
 * @param known the accepted events, as often as they were
 * @param erasures who was erased
 * @param retention how long the tenant keeps events now
 */
record Comparison(
    ServiceUnderTest service,
    RandomWorld world,
    Client reader,
    List<NaiveEvent> known,
    NaiveErasures erasures,
    AtomicReference<NaiveRetention> retention) {
  private static final int SHOWN = 10;

  /** A comparison before the first event. */
  Comparison(ServiceUnderTest service, RandomWorld world, Client reader) {
    this(
        service,
        world,
        reader,
        Collections.synchronizedList(new ArrayList<>()),
        new NaiveErasures(),
        new AtomicReference<>(NaiveRetention.forever(world.zone())));
  }

  /** From now on these events count. */
  void add(List<ObjectNode> accepted) {
    accepted.forEach(event -> known.add(NaiveEvent.read(event)));
  }

  /** The same asked by somebody else, such as of another instance. */
  Comparison by(Client other) {
    return new Comparison(service, world, other, known, erasures, retention);
  }

  /** Asks one question of so many, or every one. */
  void compare(String stage, int oneOf) {
    Random random = new Random(stage.hashCode() + world.seed());
    // One of each kind, so that a common fault does not hide a rare one.
    Map<String, String> differences = new ConcurrentSkipListMap<>();
    ObjectNode headlines = Json.object();
    Asked campaign = campaign(random);
    List<NaiveEvent> counted = erasures.left(known);
    ObjectNode campaigns = Json.object();
    String user = world.events().get(random.nextInt(world.events().size())).get("user_id").asText();
    ObjectNode journeysOfUser = Json.object();
    for (JsonNode definition : world.journeys()) {
      NaiveJourney journey = NaiveJourney.read(definition);
      NaiveStatistics naive = new NaiveStatistics(journey, counted, retention.get(), service.now());
      headlines.set(journey.id(), naive.headline());
      naive.ofUser(user).ifPresent(row -> journeysOfUser.set(journey.id(), row));
      campaigns.set(journey.id(), naive.campaign(campaign.period().apply(naive)));
      List<Question> questions = new ArrayList<>(Questions.of(world, journey));
      questions.removeIf(
          question -> !Questions.FULL && random.nextInt(Math.ceilDiv(oneOf, Questions.MORE)) > 0);
      questions.parallelStream()
          .takeWhile(question -> differences.size() < SHOWN)
          .forEach(question ->
              difference(question, naive)
                  .ifPresent(difference ->
                      differences.putIfAbsent(
                          kind(question, difference), question.path() + " " + difference)));
    }
    NaiveOrder order = NaiveOrder.all().get(random.nextInt(NaiveOrder.all().size()));
    for (int limit : List.of(1 + random.nextInt(world.journeys().size()), 1000)) {
      ObjectNode listed = headlines(reader, order, limit);
      ArrayNode ids = Json.array();
      listed.fieldNames().forEachRemaining(ids::add);
      String list = "journeys " + limit + " by " + order;
      Difference.find(headlines, listed)
          .or(() -> Difference.find(order.ids(world.journeys(), headlines), ids))
          .ifPresent(difference -> differences.put(list, difference.toString()));
    }
    Difference.find(journeysOfUser, journeysOf(user, 1 + random.nextInt(3)))
        .ifPresent(
            difference -> differences.put("users/journeys of " + user, difference.toString()));
    Difference.find(campaigns, CampaignFile.numbers(reader, campaign.question()))
        .ifPresent(
            difference -> differences.put("exports", campaign.question() + " " + difference));
    assertThat(differences.values())
        .as("seed %d, now %s, %s", world.seed(), service.now(), stage)
        .isEmpty();
  }

  /** A period as an export asks for it and as the naive implementation resolves it. */
  private record Asked(ObjectNode question, Function<NaiveStatistics, NaivePeriod> period) {}

  private Asked campaign(Random random) {
    ZoneId zone = Moments.ZONES.get(random.nextInt(Moments.ZONES.size()));
    ObjectNode question = Json.object().put("kind", "journeys").put("tz", zone.getId());
    if (random.nextInt(3) == 0) {
      LocalDate last = LocalDate.ofInstant(world.now(), zone).minusDays(random.nextInt(30));
      LocalDate first = last.minusDays(random.nextInt(200));
      question.put("from", first.toString()).put("to", last.toString());
      return new Asked(question, _ -> NaivePeriod.custom(first, last, zone));
    }
    String name = random.nextBoolean() ? "all" : "30d";
    question.put("period", name);
    return new Asked(question, naive -> naive.period(name, zone));
  }

  /** The journeys that a user is or was in, by journey; the pages are put together. */
  private ObjectNode journeysOf(String user, int limit) {
    ObjectNode together = Json.object();
    String path = "users/journeys?limit=" + limit + "&user_id=" + Client.encode(user);
    String cursor = "";
    do {
      JsonNode page = reader.get(path + cursor).json(200);
      page.get("journeys")
          .forEach(row -> {
            ObjectNode copy = row.deepCopy();
            assertThat(copy.remove("title").textValue()).isNotEmpty();
            together.set(row.get("journey_id").textValue(), copy);
          });
      cursor =
          page.hasNonNull("next_cursor")
              ? "&cursor=" + Client.encode(page.get("next_cursor").textValue())
              : "";
    } while (!cursor.isEmpty());
    return together;
  }

  /** The numbers of the journeys list by journey, in its order, its pages put together. */
  static ObjectNode headlines(Client reader, NaiveOrder order, int limit) {
    ObjectNode together = Json.object();
    String cursor = "";
    do {
      JsonNode page =
          reader.get("journeys?sort=" + order.parameter() + "&limit=" + limit + cursor).json(200);
      page.get("journeys")
          .forEach(row -> {
            ObjectNode numbers = Json.object();
            for (String name : List.of("entrances", "in_journey_now", "goals_reached")) {
              numbers.set(name, row.get(name));
            }
            together.set(row.get("id").textValue(), numbers);
          });
      cursor =
          page.hasNonNull("next_cursor")
              ? "&cursor=" + Client.encode(page.get("next_cursor").textValue())
              : "";
    } while (!cursor.isEmpty());
    return together;
  }

  /** The call and the place in the answer, without ids, parameters and values. */
  private static String kind(Question question, String difference) {
    return question.path().replaceAll("^journeys/[^/]*|\\?.*", "")
        + difference.replaceAll(" (expected|instead)(?s:.*)|\\d", "");
  }

  /** Where the clock runs, the answer may be that of the time before or after the question. */
  private Optional<String> difference(Question question, NaiveStatistics naive) {
    try {
      Instant before = service.now();
      JsonNode actual = question.ask(reader);
      Instant after = service.now();
      return Difference.find(question.naive().apply(naive.at(before)), actual)
          .flatMap(any -> Difference.find(question.naive().apply(naive.at(after)), actual))
          .map(Difference::toString);
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
