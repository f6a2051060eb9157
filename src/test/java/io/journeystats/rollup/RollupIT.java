package io.journeystats.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rollup equals the counts of events under concurrency, failures and repairs. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class RollupIT {
  private static final RollupSettings NO_MARGIN =
      new RollupSettings(Duration.ofSeconds(1), Duration.ZERO);

  private static final String FROM_EVENTS =
      """
      SELECT tenant_id, journey_id, intDiv(toUnixTimestamp64Milli(time) + 2208988800000, 900000) AS quarter,
        toString(type) AS kind, toString(step_id) AS step, toString(channel) AS sent_by, toString(reason) AS why,
        toUInt64(count()) AS n
      FROM events FINAL WHERE type != 'custom' GROUP BY ALL
      """;

  private static final String FROM_ROLLUP =
      """
      SELECT tenant_id, journey_id, toInt64(quarter_hour) AS quarter,
        toString(c.1) AS kind, toString(c.2) AS step, toString(c.3) AS sent_by, toString(c.4) AS why, c.5 AS n
      FROM event_counts FINAL
      ARRAY JOIN arrayZip(counts.type, counts.step_id, counts.channel, counts.reason, counts.number) AS c
      """;

  private final ClickHouse clickHouse;
  private final DSLContext database;
  private final RollupTask roller;

  RollupIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.database = clickHouse.dsl();
    this.roller = new RollupTask(clickHouse, NO_MARGIN);
  }

  @BeforeAll
  static void migrate(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
  }

  @BeforeEach
  void empty() {
    List.of(
            "events",
            "event_counts",
            "rollup_progress",
            "user_states",
            "user_entrances",
            "user_presence")
        .forEach(table -> database.execute("TRUNCATE TABLE " + table));
  }

  @Test
  void equalsTheEventsWithTwoServicesAndRepeatedEvents()
      throws ExecutionException, InterruptedException {
    AtomicBoolean isOver = new AtomicBoolean();
    Random random = new Random(1);
    try (var executor = Executors.newCachedThreadPool()) {
      List<Future<?>> rollers = new ArrayList<>();
      for (RollupTask one : List.of(roller, new RollupTask(clickHouse, NO_MARGIN, 20))) {
        rollers.add(
            executor.submit(() -> {
              while (!isOver.get()) {
                one.roll();
              }
            }));
      }
      for (int batch = 0; batch < 40; batch++) {
        insert(random.nextInt(30) * 100, 400, "0");
      }
      rollUntilNow();
      isOver.set(true);
      for (Future<?> one : rollers) {
        one.get();
      }
    }
    assertEqualsEvents();
  }

  /** A single instance skips most rounds without new events. */
  @Test
  void aloneItRollsReportedEvents() {
    RollupTask alone =
        new RollupTask(
            clickHouse, new RollupSettings(Duration.ofMillis(10), Duration.ZERO), true, _ -> {});
    insert(0, 100, "0");
    alone.start();
    try {
      Waiting.until(this::isRolledUp);
      for (int batch = 1; batch < 4; batch++) {
        insert(batch * 100, 100, "0");
        alone.arrive(new TenantId("tenant-0"), Set.of());
        Waiting.until(this::isRolledUp);
      }
      assertEqualsEvents();
      // It is up to date by now, and does not see events that are not reported to it.
      insert(1_000, 100, "0");
      LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
      assertThat(isRolledUp()).isFalse();
      alone.looked(Optional.empty());
      Waiting.until(this::isRolledUp);
    } finally {
      alone.stop();
    }
    assertEqualsEvents();
  }

  private boolean isRolledUp() {
    return database.fetch(FROM_EVENTS).size() == database.fetch(FROM_ROLLUP).size();
  }

  /** Rows have the time at which their insertion starts, long before they are visible. */
  @Test
  void waitsForRunningInsertions() throws ExecutionException, InterruptedException {
    insert(0, 100, "0");
    try (var executor = Executors.newCachedThreadPool()) {
      Future<?> slow =
          executor.submit(() -> insert(1_000, 25, "sleepEachRow(0.1) SETTINGS max_block_size = 5"));
      while (!slow.isDone()) {
        roller.roll();
      }
      slow.get();
    }
    rollUntilNow();
    assertEqualsEvents();
  }

  @Test
  void containsNoEventsWithinTheMargin() {
    insert(0, 100, "0");
    new RollupTask(clickHouse, new RollupSettings(Duration.ofSeconds(1), Duration.ofHours(1)))
        .roll();

    assertThat(database.fetchCount(database.selectFrom("event_counts"))).isZero();
    assertThat(covers()).isLessThan(now() - 3_600);
  }

  @Test
  void publishesNoWatermarkWithoutNewEvents() {
    insert(0, 100, "0");
    rollUntilNow();
    List<Long> before = watermarks();
    // The rollup measures time in seconds.
    Waiting.until(() -> now() > covers() + 2);
    roller.roll();
    assertThat(watermarks()).isEqualTo(before);
    assertThat(roller.behindSeconds()).isZero();

    insert(100, 100, "0");
    rollUntilNow();
    assertEqualsEvents();
  }

  @Test
  void publishesAWatermarkPeriodicallyWithoutNewEvents() {
    insert(0, 100, "0");
    rollUntilNow();
    long before = covers();
    RollupTask soon =
        new RollupTask(clickHouse, new RollupSettings(Duration.ofMillis(1), Duration.ZERO));
    Waiting.until(() -> {
      soon.roll();
      return covers() > before;
    });
  }

  private List<Long> watermarks() {
    return database
        .resultQuery("SELECT version FROM rollup_progress ORDER BY version")
        .fetch(0, Long.class);
  }

  @Test
  void aRebuildRepairsAnyState() {
    insert(0, 500, "0");
    rollUntilNow();
    long users = count("SELECT uniqExact(journey_id, user_id) FROM user_states");
    String presence = presence();
    // A wrong row with the latest version, a quarter hour without events, and missing users.
    database.execute(
        "INSERT INTO event_counts SELECT tenant_id, journey_id, quarter_hour + (number = 1) * 5000,"
            + " version + 1, earliest, counts.type, counts.step_id, counts.channel, counts.reason,"
            + " arrayMap(n -> n + 7, counts.number) FROM event_counts CROSS JOIN numbers(2) AS"
            + " copies");
    database.execute(
        "ALTER TABLE user_states DELETE WHERE user_id < 'user-5' SETTINGS mutations_sync = 1");
    database.execute("TRUNCATE TABLE user_entrances");
    database.execute("TRUNCATE TABLE user_presence");
    List<Integer> steps = new ArrayList<>();

    // Simulates more quarter hours than fit in memory.
    new RollupTask(clickHouse, NO_MARGIN, 20)
        .rebuild((done, all) -> {
          assertThat(done).isBetween(0, all);
          steps.add(done);
        });

    assertThat(steps).isSorted().hasSizeGreaterThan(1);
    assertEqualsEvents();
    assertThat(count("SELECT uniqExact(journey_id, user_id) FROM user_states")).isEqualTo(users);
    assertThat(count("SELECT count() FROM user_entrances FINAL"))
        .isEqualTo(count("SELECT count() FROM events FINAL WHERE type = 'entered'"))
        .isPositive();
    assertThat(presence()).isEqualTo(presence).isNotEmpty();
  }

  private String presence() {
    return database.fetch("SELECT * FROM user_presence FINAL ORDER BY ALL").formatCSV();
  }

  @Test
  void rowsThatAViewMissedInACrashAreRepairedAtTheNextStart() {
    insert(0, 300, "0");
    database.execute("TRUNCATE TABLE user_states");
    database.execute("TRUNCATE TABLE user_entrances");

    new RollupTask(clickHouse, NO_MARGIN).roll();

    assertThat(count("SELECT uniqExact(journey_id, user_id) FROM user_states")).isPositive();
    assertThat(count("SELECT count() FROM user_entrances FINAL"))
        .isEqualTo(count("SELECT count() FROM events FINAL WHERE type = 'entered'"));
  }

  @Test
  void rowsThatAViewMissedInAFailedInsertionAreRepairedInTheNextRound() {
    roller.roll();
    insert(0, 300, "0");
    database.execute("TRUNCATE TABLE user_entrances");
    roller.roll();
    assertThat(count("SELECT count() FROM user_entrances")).isZero();

    roller.doubt();
    roller.roll();

    assertThat(count("SELECT count() FROM user_entrances")).isPositive();
  }

  @Test
  void restartsFromAnEarlierTimeAfterTheClockWasSetBack() {
    insert(0, 300, "0");
    database.execute(
        "INSERT INTO rollup_progress (version, covers)"
            + " VALUES (toUnixTimestamp64Micro(now64(6)) + 3600000000, now() + INTERVAL 1 HOUR)");

    roller.roll();
    assertThat(covers()).isLessThan(now());
    rollUntilNow();

    assertEqualsEvents();
  }

  /**
   * Inserts events of 3 tenants with 4 journeys each, over two days. Equal numbers are equal
   * events.
   */
  private void insert(int from, int events, String alsoZero) {
    database.execute(
        """
        INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, step_id, channel, reason)
        SELECT toString(number), concat('tenant-', toString(number %% 3)),
          toUUID(concat('00000000-0000-4000-8000-00000000000', toString(number %% 4))),
          ['entered', 'exited', 'step_entered', 'message_sent', 'message_failed', 'custom'][1 + intHash32(number) %% 6],
          toDateTime64('2026-03-28 23:52:30', 3, 'UTC') + (intHash32(number + 1) %% 172800) - 86400,
          concat('user-', toString(number %% 97)), concat('step-', toString(number %% 2)),
          ['', 'push', 'email'][1 + number %% 3], if(number %% 7 = 0, 'invalid_address', '')
        FROM numbers(%d, %d) WHERE 0 = %s
        """
            .formatted(from, events, alsoZero));
  }

  private void rollUntilNow() {
    long last = count("SELECT toUnixTimestamp(max(inserted_at)) FROM events");
    while (covers() < last) {
      roller.roll();
    }
  }

  private void assertEqualsEvents() {
    assertThat(count("SELECT count() FROM event_counts WHERE notEmpty(counts.number)"))
        .isPositive();
    assertThat(database.fetch("(" + FROM_EVENTS + ") EXCEPT (" + FROM_ROLLUP + ")"))
        .as("in the events, but not in the rollup")
        .isEmpty();
    assertThat(database.fetch("(" + FROM_ROLLUP + ") EXCEPT (" + FROM_EVENTS + ")"))
        .as("in the rollup, but not in the events")
        .isEmpty();
  }

  private long now() {
    return count("SELECT toUnixTimestamp(now())");
  }

  private long covers() {
    return count("SELECT toUnixTimestamp(argMax(covers, version)) FROM rollup_progress");
  }

  private long count(String sql) {
    return database.fetchSingle(sql).get(0, Long.class);
  }
}
