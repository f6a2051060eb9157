package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.util.DataSize;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.ClickHouseConfiguration;
import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.engine.EmbeddedClickHouse;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.sql.ClickHouseStatistics;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queries that are asked together, one of which has more rows than a statement may have. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailureIsolationIT {
  private static final TenantId TENANT = new TenantId("shop");
  private static final long MOST_ROWS = 8;
  private static final int DAYS = 10;
  private static final int FAILING = 3;

  private ClickHouse bounded;
  private Statistics statistics;

  /** What was asked, a list for each time. */
  private final List<List<StatsQuery<?>>> asked = new ArrayList<>();

  @BeforeAll
  void insert(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    clickHouse
        .dsl()
        .execute(
            """
            INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id)
            SELECT toString(number), 'shop', toUUID('00000000-0000-0000-0000-00000000000' || toString(1 + number %% 5)),
              'entered', toDateTime64('2026-05-01 12:00:00', 3, 'UTC') + INTERVAL intDiv(number, 5) %% %d DAY, toString(number)
            FROM numbers(170)
            """
                .formatted(DAYS));
    bounded = open(clickHouse.endpoint());
    ClickHouseStatistics source = new ClickHouseStatistics(bounded.statistics("test"));
    statistics =
        new Statistics() {
          @Override
          public <R> R answer(StatsQuery<R> query) {
            return source.answer(query);
          }

          @Override
          public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
            asked.add(List.copyOf(queries));
            return source.answerAll(queries);
          }
        };
  }

  private static ClickHouse open(ClickHouseEndpoint at) {
    return open(at, statistics(null, MOST_ROWS));
  }

  private static ClickHouseConfiguration.Statistics statistics(
      @Nullable DataSize maxMemoryOfAll, long mostRows) {
    return ClickHouseConfiguration.Statistics.of(
        null, null, null, null, null, null, maxMemoryOfAll, null, mostRows);
  }

  private static ClickHouse open(
      ClickHouseEndpoint at, ClickHouseConfiguration.Statistics statistics) {
    return ClickHouse.open(
        ClickHouseConfiguration.of(
            ClickHouseConfiguration.Mode.SERVER,
            null,
            ClickHouseConfiguration.Server.of(
                at.url().toString(), at.user(), at.password(), at.database(), null),
            null,
            null,
            statistics,
            null),
        EmbeddedClickHouse::start);
  }

  @AfterAll
  void close() {
    bounded.close();
  }

  private static List<StatsQuery.Numbers> queries() {
    List<StatsQuery.Numbers> queries = new ArrayList<>();
    for (int journey = 1; journey <= 5; journey++) {
      queries.add(
          StatsQuery.Numbers.of(
              TenantData.all(TENANT),
              new JourneyId(new UUID(0, journey)),
              TimeRange.UNBOUNDED,
              journey == FAILING ? byDay() : new Breakdown.None(),
              List.of(AudienceMetrics.ENTRANCES)));
    }
    return queries;
  }

  private static Breakdown byDay() {
    Instant first = Instant.parse("2026-05-01T00:00:00Z");
    return new Breakdown.ByBucket(
        TimeBuckets.touching(
            first, first.plus(Duration.ofDays(DAYS)), Interval.DAY, ZoneOffset.UTC));
  }

  @Test
  void oneThatCannotBeAnsweredTakesNoOtherWithIt() {
    assertThatThrownBy(() -> statistics.answerAll(queries()))
        .hasStackTraceContaining("TOO_MANY_ROWS_OR_BYTES");
    List<Optional<Answer>> answers = statistics.answerEach(queries());
    assertThat(answers).hasSize(5);
    for (int journey = 1; journey <= 5; journey++) {
      Optional<Answer> answer = answers.get(journey - 1);
      if (journey == FAILING) {
        assertThat(answer).isEmpty();
      } else {
        assertThat(answer.orElseThrow().whole().of(AudienceMetrics.ENTRANCES)).isEqualTo(34L);
      }
    }
  }

  @Test
  void theSameQueryTwiceIsAnsweredTwice() {
    StatsQuery.Numbers query = queries().getFirst();
    assertThat(statistics.answerEach(List.of(query, query)))
        .hasSize(2)
        .allMatch(Optional::isPresent);
    assertThat(statistics.answerEach(List.<StatsQuery.Numbers>of())).isEmpty();
  }

  /** A moment may be the reason, so at first not for long. */
  @Test
  void whatFailedByItselfIsNotAskedAgainForAWhile() {
    AtomicLong now = new AtomicLong();
    FailureIsolation answers = new FailureIsolation(now::get);
    StatsQuery.Numbers failing = queries().get(FAILING - 1);
    for (Duration pause :
        List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10))) {
      assertThat(countAsked(answers, failing, false)).isPositive();
      now.addAndGet(pause.minusNanos(1).toNanos());
      assertThat(countAsked(answers, failing, false)).isZero();
      now.addAndGet(1);
    }
    assertThat(countAsked(answers, failing, true)).isPositive();
    assertThat(countAsked(answers, failing, true))
        .as("where a fresh answer is wanted")
        .isPositive();
  }

  @Test
  void oneThatFailedForAMomentIsAnsweredWhereThereIsTime() {
    assertThat(failing(StoreFailure.OUT_OF_MEMORY, 1).answerEach(queries().subList(3, 4)))
        .allMatch(Optional::isPresent);
    assertThat(failing(StoreFailure.TIMED_OUT, 2).answerEach(queries().subList(3, 4)))
        .allMatch(Optional::isEmpty);
  }

  /** A file in which its numbers were missing would be wrong. */
  @Test
  void whereTheStoreHasNoMemoryNothingIsMissing() {
    try (ClickHouse poor = open(bounded.endpoint(), statistics(DataSize.kibibytes(1), MOST_ROWS))) {
      Statistics source = new ClickHouseStatistics(poor.statistics("test"));
      for (int number : List.of(1, 5)) {
        assertThatThrownBy(() -> source.answerEach(queries().subList(0, number)))
            .isInstanceOfSatisfying(
                StoreUnavailableException.class,
                e -> assertThat(e.failure()).isEqualTo(StoreFailure.MEMORY_EXHAUSTED));
      }
    }
  }

  /** Less in one statement needs less of what all share. */
  @Test
  void whatIsTooMuchTogetherIsAskedSeparately() {
    assertThat(failing(StoreFailure.MEMORY_EXHAUSTED, 1).answerEach(queries().subList(3, 5)))
        .allMatch(Optional::isPresent);
  }

  /** Fails so often first. */
  private Statistics failing(StoreFailure failure, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        return answerAll(List.of(query)).getFirst();
      }

      @Override
      public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
        if (left.getAndDecrement() > 0) {
          throw new StoreUnavailableException(failure, new IllegalStateException());
        }
        return statistics.answerAll(queries);
      }
    };
  }

  private long countAsked(FailureIsolation answers, StatsQuery.Numbers query, boolean isFresh) {
    asked.clear();
    assertThat(answers.answer(statistics, queries(), isFresh, false))
        .filteredOn(Optional::isEmpty)
        .hasSize(1);
    return asked.stream().filter(queries -> queries.contains(query)).count();
  }

  @Test
  void anOutageIsOneOfAll() {
    try (Cable cable = new Cable(bounded.endpoint());
        ClickHouse far = open(cable.endpoint())) {
      Statistics away = new ClickHouseStatistics(far.statistics("test"));
      assertThat(away.answerEach(queries().subList(0, 2))).allMatch(Optional::isPresent);
      cable.unplug();
      assertThatThrownBy(() -> away.answerEach(queries()))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
