package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import com.clickhouse.data.ClickHouseFormat;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.Duration;
import io.journeystats.engine.EmbeddedClickHouse;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TestClickHouse.class)
class ClickHouseIT {
  private final ClickHouse clickHouse;

  ClickHouseIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "it's",
        "a\\'b",
        "\\",
        "''",
        "\"`",
        "?",
        "{x} {0}",
        "tab\tline\n",
        "%_",
        "ü 😀",
        "\\u0041\\n",
        "a\u0000b",
        "-- x",
        "/* x",
        ":a",
        "${b}"
      })
  void carriesEveryTextUnchanged(String text) {
    assertThat(clickHouse.dsl().select(val(text)).fetchOne(0)).isEqualTo(text);
    assertThat(clickHouse.dsl().select(inline(text)).fetchOne(0)).isEqualTo(text);
    assertThat(clickHouse.dsl().select(val(text), inline(text), val(text)).fetchOne(2))
        .isEqualTo(text);
  }

  @Test
  void namesItsStatements() {
    assertThat(clickHouse.dsl("test.name").fetchValue("SELECT getSetting('log_comment')"))
        .isEqualTo("test.name");
    assertThat(
            clickHouse
                .dsl("test.name")
                .select(field("getSetting('log_comment')"), val("x"))
                .fetchOne(0))
        .isEqualTo("test.name");
    assertThat(clickHouse.dsl().fetchValue("SELECT getSetting('log_comment')")).isEqualTo("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{fn now()}", "{d '2026-01-01'}", "{ts '2026-01-01 00:00:00'}", "?", "{0}", "\\'"})
  void leavesTextsUnchanged(String text) {
    assertThat(clickHouse.dsl().select(val(text)).fetchOne(0)).isEqualTo(text);
    assertThat(clickHouse.dsl().fetchValue("SELECT {0}", val(text))).isEqualTo(text);
    assertThat(clickHouse.dsl().fetchValue("SELECT ?", text)).isEqualTo(text);
  }

  @Test
  void limitsTheTimeOfAStatement() {
    assertThat(clickHouse.dsl().fetchValue("SELECT toUInt32(getSetting('max_execution_time'))"))
        .hasToString("60");
    assertThatThrownBy(() ->
            clickHouse
                .dsl()
                .fetch(
                    "SELECT count() FROM numbers(1e12) WHERE number % 7 = 8 SETTINGS"
                        + " max_execution_time = 0.2"))
        .isInstanceOfSatisfying(
            StoreUnavailableException.class,
            e -> assertThat(e.failure()).isEqualTo(StoreFailure.TIMED_OUT));
  }

  @Test
  void distinguishesLackOfMemoryFromABug() {
    assertThatThrownBy(() ->
            clickHouse
                .dsl()
                .fetch(
                    "SELECT groupArray(number) FROM numbers(1e7) SETTINGS max_memory_usage ="
                        + " 1000000"))
        .isInstanceOfSatisfying(
            StoreUnavailableException.class,
            e -> assertThat(e.failure()).isEqualTo(StoreFailure.OUT_OF_MEMORY));
    assertThatThrownBy(() -> clickHouse.dsl().fetch("SELECT nosuch FROM system.one"))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> clickHouse.dsl().fetch("SELEKT 1"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void limitsStatistics() {
    try (ClickHouse bounded =
        open(
            1,
            ClickHouseConfiguration.Statistics.of(
                2,
                null,
                null,
                null,
                Duration.seconds(7),
                DataSize.mebibytes(64),
                DataSize.mebibytes(512),
                1,
                5L))) {
      var statistics = bounded.statistics("test.bounds");
      assertThat(
              statistics.fetchValue(
                  "SELECT arrayStringConcat([toString(getSetting('max_execution_time')),"
                      + " toString(getSetting('max_memory_usage_for_user')),"
                      + " toString(getSetting('max_threads')), getSetting('log_comment')], ' ')"))
          .isEqualTo("7 536870912 1 test.bounds");
      assertThatThrownBy(() -> statistics.fetch("SELECT groupArray(number) FROM numbers(1e8)"))
          .isInstanceOfSatisfying(
              StoreUnavailableException.class,
              e -> assertThat(e.failure()).isEqualTo(StoreFailure.OUT_OF_MEMORY));
      assertThatThrownBy(() -> statistics.fetch("SELECT number FROM numbers(6)"))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("TOO_MANY_ROWS_OR_BYTES");
      assertThatThrownBy(() -> statistics.execute("CREATE TABLE no (n UInt8) ENGINE = Memory"))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("READONLY");
    }
  }

  @Test
  void distinguishesAnExhaustedPoolFromAnOutage() throws SQLException {
    try (ClickHouse small = open(1, ClickHouseConfiguration.Statistics.defaults());
        Connection _ = small.dataSource().getConnection()) {
      assertThatThrownBy(() -> small.dsl().fetch("SELECT 1"))
          .isInstanceOfSatisfying(
              StoreUnavailableException.class,
              e -> assertThat(e.failure()).isEqualTo(StoreFailure.OVERLOADED));
      assertThat(small.statistics("test").fetchValue("SELECT 'has its own'"))
          .isEqualTo("has its own");
    }
  }

  /** If both are started at the same time, ClickHouse may be available later. */
  @Test
  void waitsForTheServerToStart() throws InterruptedException {
    try (Cable cable = new Cable(clickHouse.endpoint())) {
      cable.unplug();
      assertThatThrownBy(() -> open(cable.endpoint(), Duration.seconds(0)))
          .isInstanceOfSatisfying(
              StoreUnavailableException.class,
              e -> assertThat(e.failure()).isEqualTo(StoreFailure.UNREACHABLE));
      var opening =
          Thread.ofVirtual()
              .unstarted(() -> {
                try (ClickHouse opened = open(cable.endpoint(), Duration.minutes(1))) {
                  assertThat(opened.dsl().fetchValue("SELECT 'here'")).isEqualTo("here");
                }
              });
      List<Throwable> failures = new CopyOnWriteArrayList<>();
      opening.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
      opening.start();
      // The service has found no server by then, or will: either way it waits.
      assertThat(opening.join(java.time.Duration.ofMillis(500))).isFalse();
      cable.plugIn();
      opening.join();
      assertThat(failures).isEmpty();
    }
  }

  @Test
  void waitsForAServerWhoseNameDoesNotResolve() {
    ClickHouseEndpoint at = clickHouse.endpoint();
    var nowhere =
        new ClickHouseEndpoint(
            URI.create("http://clickhouse.invalid:8123"), at.user(), at.password(), at.database());
    assertThatThrownBy(() -> open(nowhere, Duration.seconds(0)))
        .isInstanceOfSatisfying(
            StoreUnavailableException.class,
            e -> assertThat(e.failure()).isEqualTo(StoreFailure.UNREACHABLE));
  }

  /** A server's memory may be that of another machine, so the service queries it. */
  @Test
  void limitsStatisticsToAShareOfTheServersMemory() {
    long available =
        clickHouse
            .dsl()
            .fetchSingle(
                "SELECT toInt64(value) FROM system.server_settings"
                    + " WHERE name = 'max_server_memory_usage'")
            .get(0, Long.class);
    assertThat(available).isPositive();
    try (ClickHouse opened = open(1, ClickHouseConfiguration.Statistics.defaults())) {
      assertThat(
              opened
                  .statistics("test.bounds")
                  .fetchValue("SELECT toString(getSetting('max_memory_usage'))"))
          .isEqualTo(Long.toString(available / 4));
    }
  }

  private static ClickHouse open(ClickHouseEndpoint at, Duration startTimeout) {
    return ClickHouse.open(
        ClickHouseConfiguration.of(
            ClickHouseConfiguration.Mode.SERVER,
            null,
            ClickHouseConfiguration.Server.of(
                at.url().toString(), at.user(), at.password(), at.database(), startTimeout),
            2,
            null,
            null,
            null),
        EmbeddedClickHouse::start);
  }

  private ClickHouse open(int connections, ClickHouseConfiguration.Statistics bounds) {
    ClickHouseEndpoint at = clickHouse.endpoint();
    return ClickHouse.open(
        ClickHouseConfiguration.of(
            ClickHouseConfiguration.Mode.SERVER,
            null,
            ClickHouseConfiguration.Server.of(
                at.url().toString(), at.user(), at.password(), at.database(), null),
            connections,
            null,
            bounds,
            null),
        EmbeddedClickHouse::start);
  }

  @Test
  void reportsAFailureInTheMiddleOfAResult() {
    assertThatThrownBy(
            () -> {
              try (var cursor =
                  clickHouse
                      .dsl()
                      .fetchLazy(
                          "SELECT number, throwIf(number = 3000000, 'x') FROM numbers(4000000)"
                              + " SETTINGS max_block_size = 1000")) {
                while (cursor.hasNext()) {
                  cursor.fetchNext();
                }
              }
            })
        .isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void insertsInBulk() {
    var people = table(name("people"));
    clickHouse
        .dsl()
        .execute("CREATE TABLE people (id UInt32, name String) ENGINE = MergeTree ORDER BY id");
    var rows =
        """
        {"id": 1, "name": "Ann"}
        {"id": 2, "name": "B\\"o\\u0062"}
        """;
    var written =
        clickHouse.withClient(client -> {
          try (var response =
              client
                  .insert(
                      "people",
                      new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                      ClickHouseFormat.JSONEachRow)
                  .get()) {
            return response.getWrittenRows();
          }
        });
    assertThat(written).isEqualTo(2);
    assertThat(clickHouse.dsl().selectFrom(people).orderBy(field(name("id"))).fetch(1))
        .isEqualTo(List.of("Ann", "B\"ob"));
    assertThatThrownBy(() ->
            clickHouse.withClient(client ->
                client
                    .insert(
                        "nosuch",
                        new ByteArrayInputStream(new byte[0]),
                        ClickHouseFormat.JSONEachRow)
                    .get()))
        .isNotInstanceOf(StoreUnavailableException.class);
  }

  @Timeout(30)
  @Test
  void reportsThatNoServerResponds() {
    var nowhere = new ClickHouseEndpoint(URI.create("http://127.0.0.1:1"), "u", "p", "d");
    assertThatThrownBy(() -> ClickHouse.open(nowhere))
        .isInstanceOfSatisfying(
            StoreUnavailableException.class,
            e -> assertThat(e.failure()).isEqualTo(StoreFailure.UNREACHABLE));
  }
}
