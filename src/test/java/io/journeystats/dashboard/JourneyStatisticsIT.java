package io.journeystats.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.query.Interval;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.sql.ClickHouseStatistics;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestClickHouse.class)
class JourneyStatisticsIT {
  private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");
  private static final TenantId TENANT = new TenantId("shop");
  private static final JourneyId JOURNEY = new JourneyId(UUID.randomUUID());
  private static final List<Metric> METRICS = List.of(AudienceMetrics.ENTRANCES);

  private final ClickHouse clickHouse;

  JourneyStatisticsIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    new Migrator(clickHouse).migrate();
  }

  @Test
  void anEarlierEventLengthensTheChartAndReservesOnlyTheDaysBeforeIt() {
    insert("2026-05-10 08:00:00");
    List<Long> reserved = new ArrayList<>();
    JourneyStatistics statistics =
        new JourneyStatistics(
            TenantData.all(TENANT),
            journey(),
            new ResolvedPeriod("all", TimeRange.UNBOUNDED, ZoneOffset.UTC, NOW),
            statisticsWithALateEvent("2026-05-01 08:00:00"),
            reserved::add);
    Chart chart =
        statistics.ofBuckets(
            Optional.of(Interval.DAY),
            JourneyStatistics.SeriesSize.ofChart(METRICS.size()),
            buckets -> statistics.chart(METRICS, buckets, METRICS));
    assertThat(chart.points()).hasSize(12);
    assertThat(MetricValues.of(chart.total(), METRICS)).containsValue(2L);
    assertThat(reserved).containsExactly(3L, 9L);
  }

  /** Statistics of which an event arrives right after they said which one is the first. */
  private Statistics statisticsWithALateEvent(String time) {
    Statistics store = new ClickHouseStatistics(clickHouse.statistics("test"));
    AtomicBoolean isThere = new AtomicBoolean();
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        R answer = store.answer(query);
        if (query instanceof StatsQuery.FirstEvent && !isThere.getAndSet(true)) {
          insert(time);
        }
        return answer;
      }

      @Override
      public boolean isCached() {
        return true;
      }
    };
  }

  private void insert(String time) {
    clickHouse
        .dsl()
        .execute(
            """
            INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id)
            VALUES (?, ?, ?, 'entered', ?, 'ann')
            """,
            time,
            TENANT.value(),
            JOURNEY.value(),
            time);
  }

  private static Journey journey() {
    return new Journey(
        new JourneyHead(
            JOURNEY,
            "Title",
            Optional.empty(),
            JourneyType.AUDIENCE_BASED,
            JourneyStatus.ACTIVE,
            NOW,
            Optional.empty(),
            Optional.empty(),
            0),
        List.of(),
        List.of());
  }
}
