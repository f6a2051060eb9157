package io.journeystats.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.journeystats.journey.PropertyFilter.Operator;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.rollup.RollupTask;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The numbers of many journeys asked for together are those of each asked for by itself. */
@ExtendWith(TestClickHouse.class)
class NumbersByJourneyQueryIT {
  private static final TenantId TENANT = new TenantId("shop");
  private static final TimeRange CUT =
      TimeRange.between(
          Instant.parse("2026-05-03T10:07:00Z"), Instant.parse("2026-05-12T22:11:00.001Z"));

  private final ClickHouseStatistics statistics;

  NumbersByJourneyQueryIT(ClickHouse clickHouse) {
    this.statistics = new ClickHouseStatistics(clickHouse.statistics("test"));
  }

  /** In a third of the journeys nothing changed since the rollup, little in another, or much. */
  @BeforeAll
  static void insert(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    DSLContext database = clickHouse.dsl();
    insert(database, 40_000, 1, "number % 30", "intHash32(number) % 1728000", "1 HOUR");
    new RollupTask(clickHouse, new RollupSettings(Duration.ofSeconds(1), Duration.ZERO))
        .rebuild((_, _) -> {});
    insert(database, 4_000, 2, "10 + number % 10", "777600 + intHash32(number) % 900", "0 HOUR");
    insert(database, 9_000, 3, "20 + number % 10", "intHash32(number) % 1728000", "0 HOUR");
  }

  @Test
  void ofAllTime() {
    compare(TimeRange.UNBOUNDED);
  }

  @Test
  void ofATimeThatCutsQuarterHours() {
    compare(CUT);
  }

  private void compare(TimeRange range) {
    List<StatsQuery.Numbers> queries =
        IntStream.range(0, 31).mapToObj(number -> query(number, range)).toList();
    List<Answer> together = statistics.answerAll(queries);
    assertThat(together).hasSize(31);
    for (int number = 0; number < 31; number++) {
      Answer alone = statistics.answer(queries.get(number));
      assertThat(together.get(number).whole()).as("journey %d", number).isEqualTo(alone.whole());
      if (number < 30) {
        assertThat(alone.whole().byAggregate().values().stream().filter(value -> value > 0).count())
            .as("numbers of journey %d that are not 0; some types do not occur here", number)
            .isGreaterThan(14);
      }
    }
  }

  private static StatsQuery.Numbers query(int number, TimeRange range) {
    List<Metric> metrics = new ArrayList<>(AudienceMetrics.ALL);
    metrics.addAll(ChannelMetrics.of(Channel.EMAIL));
    metrics.addAll(ChannelMetrics.of(Channel.PUSH));
    Goal alike = goal("g1", 500, number % 2 == 0 ? Optional.empty() : Optional.of("s2"), 5);
    Goal own = goal("g" + number % 4, number * 30, Optional.empty(), 1 + number % 3);
    metrics.add(GoalMetrics.goalsReached(List.of(alike, own)));
    metrics.add(GoalMetrics.of(own).count());
    if (number % 5 == 0) {
      metrics.add(GoalMetrics.of(alike).count());
    }
    return StatsQuery.Numbers.of(
        TenantData.all(TENANT),
        new JourneyId(journey(number)),
        range,
        new Breakdown.None(),
        metrics);
  }

  private static Goal goal(String id, int amount, Optional<String> step, int days) {
    PropertyFilter filter =
        new PropertyFilter(
            "amount",
            Operator.GTE,
            Optional.of(new FilterValue.Numeric(BigDecimal.valueOf(amount))));
    return new Goal(
        id, id, Optional.of(new GoalConditions("purchase", List.of(filter))), step, days);
  }

  private static UUID journey(int number) {
    return UUID.fromString("00000000-0000-4000-8000-0000000000%02d".formatted(number));
  }

  private static void insert(
      DSLContext database, int events, int salt, String journey, String second, String ago) {
    database.execute(
        """
        INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, step_id, channel, message_id, goal_id,
          reason, event_name, properties, inserted_at)
        SELECT concat('%d-', toString(number)), 'shop',
          if(kind = 'custom', toUUID('00000000-0000-0000-0000-000000000000'),
            toUUID(concat('00000000-0000-4000-8000-0000000000', leftPad(toString(%s), 2, '0')))),
          ['entered', 'entered', 'exited', 'dropped', 'step_completed', 'message_sent', 'message_opened',
           'message_clicked', 'message_failed', 'goal_reached', 'custom', 'step_entered', 'message_delivered']
            [1 + intHash32(number + 7 * %d) %% 13] AS kind,
          toDateTime64('2026-05-01 00:00:00', 3, 'UTC') + %s,
          concat('user-', toString(intHash32(number + 11) %% 300)), concat('s', toString(number %% 3)),
          if(kind LIKE 'message%%' OR kind = 'step_entered', ['push', 'email'][1 + intHash32(number + 5) %% 2], ''),
          concat('m', toString(number %% 500)), if(kind = 'goal_reached', concat('g', toString(number %% 7)), ''),
          if(kind = 'dropped', ['internal_error', 'sending_error'][1 + number %% 2], 'r'),
          if(kind = 'custom', 'purchase', ''), concat('{"amount": ', toString(intHash32(number + 3) %% 1000), '}'),
          now() - INTERVAL %s
        FROM numbers(%d)
        """
            .formatted(salt, journey, salt, second, ago, events));
  }
}
