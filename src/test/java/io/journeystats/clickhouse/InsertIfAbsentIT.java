package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import io.journeystats.testing.EndlessInsertion;
import io.journeystats.testing.TestClickHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inserts of rows whose token ClickHouse knows although it has no row for it. */
@Timeout(60)
@ExtendWith(TestClickHouse.class)
class InsertIfAbsentIT {
  private static final String TABLE = "marks";
  private static final Field<Long> PLACE = field(name("place"), Long.class);

  private final ClickHouse clickHouse;
  private final InsertIfAbsent rows;

  InsertIfAbsentIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.rows = new InsertIfAbsent(clickHouse.dsl(), TABLE);
  }

  @BeforeEach
  void create() {
    clickHouse.dsl().execute("DROP TABLE IF EXISTS " + TABLE);
    clickHouse
        .dsl()
        .execute(
            """
            CREATE TABLE marks (place UInt64, change_id UUID) ENGINE = MergeTree
            ORDER BY (place, change_id) SETTINGS non_replicated_deduplication_window = 10000
            """);
  }

  private static InsertIfAbsent.Candidate row(long place) {
    return new InsertIfAbsent.Candidate(
        "marks/" + place, PLACE.eq(place), UUID.randomUUID(), Map.of(PLACE, val(place)));
  }

  /** The effect of a crash: the token is known, but its row is missing. */
  private void spend(String token) {
    clickHouse.dsl().execute(elsewhere(token) + "VALUES (generateUUIDv4())");
  }

  private static String elsewhere(String token) {
    return "INSERT INTO marks (change_id) SETTINGS async_insert = 0, insert_deduplicate = 1,"
        + " insert_deduplication_token = '%s' ".formatted(token);
  }

  private List<UUID> at(long place) {
    return clickHouse
        .dsl()
        .fetchValues(
            clickHouse
                .dsl()
                .select(field(name("change_id"), UUID.class))
                .from(TABLE)
                .where(PLACE.eq(place)));
  }

  @Test
  void theFirstRowOfAKeyStays() {
    var first = row(1);
    assertThat(rows.insert(first)).isTrue();
    assertThat(rows.insert(row(1))).isFalse();
    assertThat(at(1)).containsExactly(first.id());
  }

  @Test
  void skipsATokenWithoutARow() {
    spend("marks/1");
    var first = row(1);
    assertThat(rows.insert(first)).isTrue();
    assertThat(rows.insert(row(1))).isFalse();
    assertThat(at(1)).containsExactly(first.id());
    assertThat(rows.trouble()).isEmpty();
  }

  /** On a full disk, each attempt may use up a token. */
  @Test
  void skipsAnyNumberOfTokensWithoutRows() {
    spend("marks/1");
    for (int number = 2; number <= 60; number++) {
      spend("marks/1/" + number);
    }
    assertThat(rows.insert(row(1))).isTrue();
    assertThat(at(1)).hasSize(1);
  }

  @Test
  void onlyOneOfManyWritersSucceeds() throws ExecutionException, InterruptedException {
    spend("marks/1");
    spend("marks/1/2");
    List<Future<Boolean>> taken = new ArrayList<>();
    try (var executor = Executors.newCachedThreadPool()) {
      for (int writer = 0; writer < 8; writer++) {
        // Each has no knowledge of the others, like another instance of the service.
        var other = new InsertIfAbsent(clickHouse.dsl(), TABLE);
        taken.add(executor.submit(() -> other.insert(row(1))));
      }
    }
    List<Boolean> results = new ArrayList<>();
    for (Future<Boolean> one : taken) {
      results.add(one.get());
    }
    assertThat(results).containsOnlyOnce(true).hasSize(8);
    assertThat(at(1)).hasSize(1);
  }

  @Test
  void waitsForARunningInsertWithTheToken() throws ExecutionException, InterruptedException {
    spend("marks/1");
    try (var executor = Executors.newCachedThreadPool()) {
      Future<Boolean> taken;
      try (EndlessInsertion insertion = EndlessInsertion.start(clickHouse, elsewhere("marks/1"))) {
        taken = executor.submit(() -> rows.insert(row(1)));
        assertThatThrownBy(() -> taken.get(1, TimeUnit.SECONDS))
            .isInstanceOf(TimeoutException.class);
        assertThat(insertion.isRunning()).isTrue();
      }
      assertThat(taken.get()).isTrue();
    }
    assertThat(at(1)).hasSize(1);
  }

  @Test
  void reportsAFailureAndContinuesLater() {
    var impatient = new InsertIfAbsent(clickHouse.dsl(), TABLE, Duration.ofMillis(100));
    spend("marks/1");
    try (EndlessInsertion _ = EndlessInsertion.start(clickHouse, elsewhere("marks/1"))) {
      assertThatThrownBy(() -> impatient.insert(row(1)))
          .isInstanceOfSatisfying(
              StoreUnavailableException.class,
              failure -> assertThat(failure.failure()).isEqualTo(StoreFailure.ROW_MISSING));
      assertThat(impatient.trouble()).hasValueSatisfying(text -> assertThat(text).contains(TABLE));
    }
    assertThat(rows.insert(row(1))).isTrue();
    assertThat(impatient.insert(row(1))).isFalse();
    assertThat(impatient.trouble()).isEmpty();
  }
}
