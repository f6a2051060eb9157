package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Where a period that is compared with a running one ends, while time passes: with the cache, it
 * stays for ten seconds. Users enter one by one every two seconds, a day before.
 */
@ExtendWith(TestClickHouse.class)
class ElapsedComparisonIT {
  private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
  private static final Instant NOW = Instant.parse("2026-05-12T10:20:30.500Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final int USERS = 30;

  private static TestService service;

  private Client fresh = new Client(URI.create("http://127.0.0.1/"), List.of());
  private Client cached = fresh;
  private String journey = "";

  @BeforeAll
  static void start(ClickHouse clickHouse) {
    service = TestService.start(clickHouse.endpoint());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void sendEvents() {
    ServiceUnderTest own = new ServiceUnderTest.Own(service);
    own.setClock(NOW);
    TestTenant tenant = TestTenant.create(own, ZONE.getId());
    fresh = tenant.client("admin");
    cached = fresh.takingRemembered();
    ObjectNode definition = Json.object().put("title", "Compared").put("type", "trigger_based");
    definition.putArray("steps");
    definition.putArray("goals");
    journey =
        "journeys/" + fresh.post("journeys", definition).json(201).get("id").textValue() + "/";
    fresh
        .post("events", Json.array(IntStream.range(0, USERS).mapToObj(this::entered).toList()))
        .json(200);
  }

  /** The first enters twenty seconds before the time that it is now, on the day before. */
  private static Instant timeOf(int user) {
    return NOW.minus(DAY).plusSeconds(2L * user - 20);
  }

  private ObjectNode entered(int user) {
    ObjectNode event = Json.object().put("event_id", "e" + user).put("type", "entered");
    event.put("time", timeOf(user).toString()).put("user_id", "u" + user);
    event.put("journey_id", journey.substring("journeys/".length(), journey.length() - 1));
    return event;
  }

  private static long usersBefore(Instant end) {
    return IntStream.range(0, USERS).filter(user -> timeOf(user).isBefore(end)).count();
  }

  /** An answer says where its period ends, and its number is the one of that period. */
  private Instant end(Client client, String call) {
    JsonNode answer = client.get(journey + call + "?period=today&preceding=elapsed").json(200);
    JsonNode period = answer.get("period");
    Instant end = Instant.parse(period.get("to").textValue());
    LocalDate yesterday = LocalDate.ofInstant(NOW, ZONE).minusDays(1);
    assertThat(Instant.parse(period.get("from").textValue()))
        .isEqualTo(yesterday.atStartOfDay(ZONE).toInstant());
    long entrances =
        call.equals("users") ? answer.get("users").size() : answer.get("entrances").longValue();
    assertThat(entrances).as("%s up to %s", call, end).isEqualTo(usersBefore(end));
    return end;
  }

  private static void pass(Duration time) {
    service.setClock(NOW.plus(time));
  }

  @Test
  void isTheSameForTenSecondsInEveryAnswer() {
    for (Duration passed :
        List.of(Duration.ZERO, Duration.ofSeconds(3), Duration.ofMillis(9_999))) {
      pass(passed);
      for (String call : List.of("stats/audience", "stats/performance", "stats/health", "users")) {
        assertThat(end(cached, call)).isEqualTo(NOW.minus(DAY));
      }
    }
    pass(Duration.ofSeconds(10));
    for (String call : List.of("stats/audience", "stats/performance", "stats/health", "users")) {
      assertThat(end(cached, call)).isEqualTo(NOW.minus(DAY).plusSeconds(10));
    }
  }

  @Test
  void isThePresentMomentWithoutTheCache() {
    assertThat(end(cached, "stats/audience")).isEqualTo(NOW.minus(DAY));
    for (long millis : List.of(1L, 3_456L, 9_999L)) {
      pass(Duration.ofMillis(millis));
      assertThat(end(fresh, "stats/audience")).isEqualTo(NOW.minus(DAY).plusMillis(millis));
      assertThat(end(cached, "stats/audience")).isEqualTo(NOW.minus(DAY));
    }
  }

  @Test
  void isOfTheNewDayAfterMidnight() {
    Instant midnight = LocalDate.of(2026, 5, 13).atStartOfDay(ZONE).toInstant();
    service.setClock(midnight.minusSeconds(2));
    String path = journey + "stats/audience?preceding=elapsed&period=";
    assertThat(cached.get(path + "7d").json(200).at("/period/to").textValue())
        .isEqualTo(midnight.minusSeconds(2).minus(Duration.ofDays(7)).toString());
    service.setClock(midnight.plusSeconds(4));
    for (String name : List.of("today", "7d")) {
      Instant end = midnight.plusSeconds(4).minus(Duration.ofDays(name.equals("7d") ? 7 : 1));
      assertThat(cached.get(path + name).json(200).at("/period/to").textValue())
          .isEqualTo(end.toString());
    }
  }

  @Test
  void aSeriesEndsInTheBucketThatIsCut() {
    JsonNode series =
        fresh
            .get(journey + "stats/health?period=today&interval=hour&preceding=elapsed")
            .json(200)
            .get("series");
    assertThat(series).hasSize(17);
    assertThat(series.get(16).get("time").textValue()).isEqualTo("2026-05-11T16:00:00+05:45");
    assertThat(series.get(16).get("entrances").longValue()).isEqualTo(usersBefore(NOW.minus(DAY)));
  }

  /** Otherwise a late event would be missing for as long as that answer is asked for. */
  @Test
  void aLateEventIsCountedInAnAnswerFromTheCache() {
    assertThat(end(cached, "stats/audience")).isEqualTo(NOW.minus(DAY));
    ObjectNode late =
        Json.object().put("event_id", "late").put("type", "exited").put("reason", "left");
    late.put("time", NOW.minus(DAY).minusMillis(1).toString()).put("user_id", "u1");
    late.put("journey_id", journey.substring("journeys/".length(), journey.length() - 1));
    fresh.post("events", late).json(200);
    Waiting.until(
        () -> cached.get(journey + "stats/audience?period=today&preceding=elapsed").json(200),
        answer -> answer.get("exits").intValue() == 1);
  }

  @Test
  void aFileIsCutLikeTheAnswers() {
    String file = fresh.get(journey + "users.csv?period=today&preceding=elapsed").body();
    assertThat(file.lines().count() - 1).isEqualTo(usersBefore(NOW.minus(DAY)));
  }
}
