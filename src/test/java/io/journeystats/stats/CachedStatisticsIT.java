package io.journeystats.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.event.EventBatch;
import io.journeystats.event.EventBatch.Span;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestClickHouse.class)
class CachedStatisticsIT {
  private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");
  private static final TenantId TENANT = new TenantId("shop");
  private static final JourneyId JOURNEY = new JourneyId(UUID.randomUUID());
  private static final TimeRange ENDED =
      TimeRange.between(
          Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-11T00:00:00Z"));
  private static final TimeRange RUNNING =
      TimeRange.between(
          Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-13T00:00:00Z"));
  private static final Goal BOUGHT =
      new Goal(
          "bought",
          "Bought",
          Optional.of(new GoalConditions("purchase", List.of())),
          Optional.empty(),
          10);

  private final AtomicInteger runs = new AtomicInteger();
  private final ClickHouseStatistics source;
  private final CachedStatistics statistics;

  CachedStatisticsIT(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    this.source = new ClickHouseStatistics(clickHouse.dsl());
    // Answers of running times are forgotten at once, so that nothing here waits.
    this.statistics =
        statistics(new CacheSettings(1000, Duration.ZERO, Duration.ZERO, Duration.ofHours(1)));
  }

  private CachedStatistics statistics(CacheSettings settings) {
    return new CachedStatistics(
        new Statistics() {
          @Override
          public <R> R answer(StatsQuery<R> query) {
            runs.incrementAndGet();
            return source.answer(query);
          }
        },
        settings,
        InstantSource.fixed(NOW),
        Executors.newVirtualThreadPerTaskExecutor());
  }

  @Test
  void equalQueriesAtTheSameTimeAreOneRun() {
    IntStream.range(0, 16)
        .parallel()
        .forEach(_ -> statistics.answer(query(ENDED, AudienceMetrics.ENTRANCES)));
    assertThat(runs).hasValue(1);
    assertThat(statistics.statistics().hitCount()).isEqualTo(15);
  }

  @Test
  void anEndedTimeIsRememberedAndARunningOneIsNot() {
    assertThat(runsOf(query(ENDED, AudienceMetrics.ENTRANCES))).isEqualTo(1);
    assertThat(runsOf(query(ENDED, AudienceMetrics.ENTRANCES))).isZero();
    assertThat(runsOf(query(RUNNING, AudienceMetrics.ENTRANCES))).isEqualTo(1);
    assertThat(runsOf(query(RUNNING, AudienceMetrics.ENTRANCES))).isEqualTo(1);
  }

  @Test
  void whoIsInTheJourneyNowIsNeverOfAnEndedTime() {
    runsOf(query(ENDED, AudienceMetrics.IN_JOURNEY_NOW));
    assertThat(runsOf(query(ENDED, AudienceMetrics.IN_JOURNEY_NOW))).isEqualTo(1);
  }

  @Test
  void lateEventsDropWhatTheyChangeAndNothingElse() {
    var query = query(ENDED, AudienceMetrics.ENTRANCES);
    runsOf(query);
    statistics.forget(batch(TENANT, JOURNEY, "2026-05-11T00:00:00Z"));
    statistics.forget(batch(TENANT, JOURNEY, "2026-04-30T23:59:59.999Z"));
    statistics.forget(batch(TENANT, new JourneyId(UUID.randomUUID()), "2026-05-05T00:00:00Z"));
    statistics.forget(batch(new TenantId("other"), JOURNEY, "2026-05-05T00:00:00Z"));
    statistics.forget(custom("2026-05-05T00:00:00Z"));
    assertThat(runsOf(query)).isZero();
    statistics.forget(batch(TENANT, JOURNEY, "2026-05-10T23:59:59.999Z"));
    assertThat(runsOf(query)).isEqualTo(1);
  }

  @Test
  void whatStartsAConversionMayLieBeforeThePeriod() {
    var query = query(ENDED, GoalMetrics.of(BOUGHT).count());
    runsOf(query);
    statistics.forget(batch(TENANT, JOURNEY, "2026-04-20T00:00:00Z"));
    assertThat(runsOf(query)).isZero();
    statistics.forget(batch(TENANT, JOURNEY, "2026-04-21T00:00:00Z"));
    assertThat(runsOf(query)).isEqualTo(1);
    statistics.forget(custom("2026-05-05T00:00:00Z"));
    assertThat(runsOf(query)).isEqualTo(1);
  }

  @Test
  void aFreshAnswerIsMadeAnewAndRemembered() {
    var query = query(ENDED, AudienceMetrics.EXITS);
    runsOf(query);
    statistics.afresh().answer(query);
    assertThat(runs).hasValue(2);
    assertThat(runsOf(query)).isZero();
  }

  @Test
  void eventsDropAnswersOfARunningTimeOnceTheyHaveLivedAMoment() {
    var query = query(RUNNING, AudienceMetrics.ENTRANCES);
    Duration hour = Duration.ofHours(1);
    var quick = statistics(new CacheSettings(1000, hour, Duration.ZERO, hour));
    var slow = statistics(new CacheSettings(1000, hour, hour, hour));
    quick.answer(query);
    slow.answer(query);
    EventBatch batch = batch(TENANT, JOURNEY, "2026-05-12T00:00:00Z");
    quick.forget(batch);
    slow.forget(batch);
    slow.answer(query);
    assertThat(runs).hasValue(2);
    quick.answer(query);
    assertThat(runs).hasValue(3);
  }

  private int runsOf(StatsQuery<?> query) {
    int before = runs.get();
    statistics.answer(query);
    return runs.get() - before;
  }

  private static StatsQuery.Numbers query(TimeRange range, Metric metric) {
    return StatsQuery.Numbers.of(TENANT, JOURNEY, range, new Breakdown.None(), List.of(metric));
  }

  private static EventBatch batch(TenantId tenant, JourneyId journey, String time) {
    return new EventBatch(tenant, Map.of(journey, at(time)), Optional.empty());
  }

  private static EventBatch custom(String time) {
    return new EventBatch(TENANT, Map.of(), Optional.of(at(time)));
  }

  private static Span at(String time) {
    return new Span(Instant.parse(time), Instant.parse(time));
  }
}
