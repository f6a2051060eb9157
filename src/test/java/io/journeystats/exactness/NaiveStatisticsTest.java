package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.exactness.NaiveCalendar.Interval;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The naive implementation's answers to the worked example, compared with those by hand. */
class NaiveStatisticsTest {
  private static final List<NaiveEvent> EVENTS =
      WorkedExample.events().stream().map(NaiveEvent::read).toList();

  private static NaiveStatistics naive(List<NaiveEvent> events) {
    return new NaiveStatistics(
        NaiveJourney.read(WorkedExample.journey()), events, WorkedExample.NOW);
  }

  static Stream<WorkedExample.Expected> expected() {
    return WorkedExample.expected();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void answersAsWorkedOutByHand(WorkedExample.Expected expected) {
    JsonNode answer = answer(naive(EVENTS), expected.ask());
    assertThat(Difference.find(expected.answer(), answer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void orderAndRepetitionDoNotMatter(WorkedExample.Expected expected) {
    List<NaiveEvent> backwards =
        Stream.concat(EVENTS.reversed().stream(), EVENTS.stream()).toList();
    JsonNode answer = answer(naive(backwards), expected.ask());
    assertThat(Difference.find(expected.answer(), answer)).isEmpty();
  }

  @Test
  void aJourneyWithoutEventsHasNoSeriesOfAll() {
    NaiveStatistics naive = naive(Collections.emptyList());
    JsonNode health = naive.health(naive.period("all", WorkedExample.ZONE), Interval.DAY);
    assertThat(health.get("series")).isEmpty();
    assertThat(health.get("messages_open_rate").isNull()).isTrue();
  }

  @Test
  void theSeriesOfAllReachesFromTheFirstEventToNow() {
    NaiveStatistics naive = naive(EVENTS);
    JsonNode health = naive.health(naive.period("all", ZoneId.of("UTC")), Interval.DAY);
    assertThat(health.get("series").findValuesAsText("time"))
        .containsExactly("2026-03-07T00:00:00Z", "2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z");
  }

  /** Reads the question as the service does, as far as the example goes. */
  private static JsonNode answer(NaiveStatistics naive, String ask) {
    String[] call = ask.split("\\?", 2)[0].split("/", -1);
    Map<String, String> query = query(ask);
    ZoneId zone = ZoneId.of(query.getOrDefault("tz", WorkedExample.ZONE.getId()));
    NaivePeriod period =
        query.containsKey("from")
            ? NaivePeriod.custom(
                LocalDate.parse(query.get("from")), LocalDate.parse(query.get("to")), zone)
            : naive.period(query.getOrDefault("period", "all"), zone);
    Interval interval =
        Interval.valueOf(query.getOrDefault("interval", "day").toUpperCase(Locale.ROOT));
    return switch (call[call.length - 1]) {
      case "performance" -> naive.performance(period);
      case "audience" -> naive.audience(period);
      case "steps" -> naive.steps(period);
      case "users" ->
          call.length > 1
              ? naive.usersBehind(period, number(naive, ask))
              : naive.users(period, find(query, "search"), find(query, "status"));
      case "channels" -> naive.channels(period);
      case "messages" ->
          query.containsKey("attribution")
              ? naive.messages(
                  period,
                  call[2],
                  new NaiveAttribution(
                      naive.journey().goal(find(query, "goal").orElseThrow()),
                      find(query, "attribution").orElseThrow(),
                      "interaction"))
              : naive.messages(period, call[2], find(query, "goal"));
      case "flow" -> naive.flow(period);
      case "durations" ->
          naive.durations(
              period,
              new NaiveDuration(
                  find(query, "measure").orElseThrow(),
                  Optional.empty(),
                  find(query, "channel"),
                  Optional.empty()),
              interval);
      case "links" -> naive.links(period, call[2], call[4], "-clicks", 100);
      case "delivery-issues" -> naive.deliveryIssues(period, call[2]);
      case "health" -> naive.health(period, interval);
      case "overview" -> naive.overview(period, interval);
      default ->
          call[1].equals("goals")
              ? naive.goal(period, call[2], interval)
              : naive.channel(period, call[2], interval);
    };
  }

  private static NaiveNumber number(NaiveStatistics naive, String ask) {
    return NaiveNumber.ofGoals(naive.journey()).stream()
        .filter(number -> ask.contains("?" + number.query() + "&"))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<String> find(Map<String, String> query, String name) {
    return Optional.ofNullable(query.get(name));
  }

  private static Map<String, String> query(String ask) {
    Map<String, String> query = new HashMap<>();
    for (String parameter : ask.replaceFirst("^[^?]*\\??", "").split("&", -1)) {
      String[] nameAndValue = parameter.split("=", 2);
      if (nameAndValue.length == 2) {
        query.put(nameAndValue[0], nameAndValue[1]);
      }
    }
    return query;
  }
}
