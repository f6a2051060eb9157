package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.StatementRecorder;
import io.journeystats.testing.StatementRecorder.Sent;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SQL that each kind of question becomes, as files in {@code src/test/resources/sql}, so that a
 * change of it shows in review. {@code -Dstatements.write=true} writes them.
 */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {
  private static final Path FOLDER = Path.of("src/test/resources/sql");
  private static final boolean WRITE = Boolean.getBoolean("statements.write");

  private static final Pattern OF_STATISTICS =
      Pattern.compile("log_comment=(stats|csv\\.\\w+)(&|$)");

  /**
   * What differs from run to run: the clock of the store, jOOQ's names of tables, names of parts,
   * and random numbers of sets of conversions.
   */
  private static final Map<Pattern, String> NAMES =
      Map.of(
          Pattern.compile("toDateTime\\(\\d{9,}\\)"),
          "toDateTime(%d)",
          Pattern.compile("alias_\\d+"),
          "table_%d",
          Pattern.compile("all_\\d+_\\d+_\\d+"),
          "part_%d",
          Pattern.compile("\\b\\d{17,19}\\b"),
          "%d");

  private final String journey = WorkedExample.journey().get("id").textValue();
  private StatementRecorder recorder;
  private DSLContext database;
  private TestService service;
  private TestTenant tenant;
  private Client reader;

  @BeforeAll
  void start(ClickHouse store, ClickHouseEndpoint endpoint) throws IOException {
    database = store.dsl();
    recorder = new StatementRecorder(endpoint);
    service = TestService.start(recorder.endpoint());
    ServiceUnderTest underTest = new ServiceUnderTest.Own(service);
    underTest.setClock(WorkedExample.NOW);
    tenant = TestTenant.create(underTest, WorkedExample.ZONE.getId());
    Client admin = tenant.client("admin");
    JsonNode definition = WorkedExample.journey();
    admin.post("journeys", definition).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    underTest.settle();
    reader = tenant.client("read");
    // Once conversions are materialized and counts rolled up: before, statements also read what
    // came
    // in since then.
    Waiting.until(
        () -> statements("journeys/{journey}/stats/performance?period=all"),
        performance ->
            performance.contains("FROM conversions") && !performance.contains("inserted_at > "));
  }

  @AfterAll
  void stop() {
    service.close();
    recorder.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          overview,               journeys/{journey}/stats/overview?period=30d
          performance,            journeys/{journey}/stats/performance?period=30d
          audience,               journeys/{journey}/stats/audience?period=30d
          channels,               journeys/{journey}/stats/channels?period=30d
          channel_email_all_time, journeys/{journey}/stats/channels/email?period=all&interval=month
          channel_push,           journeys/{journey}/stats/channels/push?period=30d&interval=day
          delivery_issues,        journeys/{journey}/stats/channels/push/delivery-issues?period=30d
          messages,               journeys/{journey}/stats/channels/push/messages?period=30d&goal=bought
          attribution,            journeys/{journey}/stats/channels/push/messages?period=30d&goal=bought&attribution=last
          links,                  journeys/{journey}/stats/channels/email/messages/letter/links?period=30d
          health,                 journeys/{journey}/stats/health?period=today&interval=hour
          goal,                   journeys/{journey}/stats/goals/bought?period=30d&interval=week
          steps,                  journeys/{journey}/stats/steps?period=30d
          flow,                   journeys/{journey}/stats/flow?period=30d
          durations,              journeys/{journey}/stats/durations?measure=time_to_convert&goal=bought&period=30d
          users,                  journeys/{journey}/users?period=30d&search=u&status=in_progress&limit=2
          users_of_a_number,      journeys/{journey}/stats/users?metric=count&goal=bought&period=30d&limit=2
          timeline,               journeys/{journey}/timeline?user_id=ann
          journeys_of_a_user,     users/journeys?user_id=ann
          journeys,               journeys?sort=-entrances&limit=2
          users_csv,              journeys/{journey}/users.csv?period=30d
          message_users_csv,      journeys/{journey}/channels/push/messages/hello/users.csv?period=30d
          links_csv,              journeys/{journey}/stats/channels/email/messages/letter/links.csv?period=30d
          goal_csv,               journeys/{journey}/goals/bought.csv?period=30d
          users_of_a_number_csv,  journeys/{journey}/stats/users.csv?metric=count&goal=bought&period=30d
          """)
  void isWhatTheFileSays(String name, String path) throws IOException {
    String statements = "-- GET /" + path + "\n\n" + statements(path);
    Path file = FOLDER.resolve(name + ".sql");
    if (WRITE) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, statements);
    }
    assertThat(statements).isEqualTo(Files.readString(file));
  }

  /** Its parts are asked for together, so they share statements. */
  @ParameterizedTest
  @ValueSource(strings = {"period=all", "period=30d", "period=today&preceding=elapsed"})
  void anOverviewNeedsFewerStatementsThanItsDashboards(String period) {
    int parts =
        Stream.of(
                "performance", "audience", "health", "channels", "channels/push", "channels/email")
            .mapToInt(part -> number("journeys/{journey}/stats/" + part + "?" + period))
            .sum();
    int overview = number("journeys/{journey}/stats/overview?" + period);
    assertThat(overview).isPositive().isLessThan(parts);
  }

  private int number(String path) {
    return Splitter.on(";\n\n").splitToList(statements(path)).size();
  }

  /** What is asked of the store for an answer, in an order that chance does not decide. */
  private String statements(String path) {
    recorder.clear();
    Answer answer = reader.get(path.replace("{journey}", journey));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return recorder.sent().stream()
        .filter(StatementsIT::isOfStatistics)
        .map(sent -> readable(sent.text()))
        .sorted()
        .collect(Collectors.joining(";\n\n", "", ";\n"));
  }

  private static boolean isOfStatistics(Sent sent) {
    return OF_STATISTICS.matcher(sent.query()).find();
  }

  /** A statement as the store formats it, with names for what differs from run to run. */
  private String readable(String statement) {
    String text = statement.replace(tenant.id(), "the-tenant");
    for (Map.Entry<Pattern, String> name : NAMES.entrySet()) {
      Map<String, Integer> places = new HashMap<>();
      text =
          name.getKey()
              .matcher(text)
              .replaceAll(found -> {
                int place = places.computeIfAbsent(found.group(), _ -> places.size() + 1);
                return name.getValue().formatted(place);
              });
    }
    return database.fetchSingle("SELECT formatQuery(?)", text).get(0, String.class);
  }
}
