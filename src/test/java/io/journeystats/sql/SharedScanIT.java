package io.journeystats.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.query.Interval;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Numbers that one reading of the events answers are those of a reading each. */
@ExtendWith(TestClickHouse.class)
final class SharedScanIT {
  private static final TenantData MINE = TenantData.all(new TenantId("scanned"));
  private static final JourneyId JOURNEY = new JourneyId(new UUID(0, 7));

  private static final Distinct OPENED =
      new Distinct(Subject.USER, EventSelection.of(EventType.MESSAGE_OPENED).in(Channel.EMAIL));
  private static final Distinct CLICKED =
      new Distinct(Subject.USER, EventSelection.of(EventType.MESSAGE_CLICKED).in(Channel.EMAIL));
  private static final Count SENT =
      new Count(EventSelection.of(EventType.MESSAGE_SENT).in(Channel.EMAIL));

  private static final Instant FIRST = day(1);
  private static final Instant END = day(4);

  private final ClickHouseStatistics statistics;

  SharedScanIT(ClickHouse clickHouse) {
    this.statistics = new ClickHouseStatistics(clickHouse.statistics("test"));
  }

  /** Who opened a message on the first day opened one on the second, too. */
  @BeforeAll
  static void insert(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    clickHouse
        .dsl()
        .execute(
            """
            INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, step_id, channel)
            SELECT e.1, 'scanned', '00000000-0000-0000-0000-000000000007', e.2, toDateTime64(e.3, 3, 'UTC'), e.4, e.5, 'email'
            FROM (SELECT arrayJoin([
              ('a', 'message_sent', '2026-05-01 10:00:00', 'one', 'first'),
              ('b', 'message_sent', '2026-05-01 23:59:59', 'two', 'first'),
              ('c', 'message_sent', '2026-05-03 00:00:00', 'three', 'second'),
              ('d', 'message_opened', '2026-05-01 11:00:00', 'one', 'first'),
              ('e', 'message_opened', '2026-05-02 11:00:00', 'one', 'second'),
              ('f', 'message_opened', '2026-05-02 12:00:00', 'two', 'first'),
              ('g', 'message_opened', '2026-05-03 12:00:00', 'three', 'second'),
              ('h', 'message_clicked', '2026-05-03 12:01:00', 'three', 'second'),
              ('i', 'message_clicked', '2026-05-04 00:00:00', 'two', 'second')]) AS e)
            """);
  }

  private static Instant day(int day) {
    return Instant.parse("2026-05-0" + day + "T00:00:00Z");
  }

  private static StatsQuery.Numbers query(
      Instant from, Instant to, Breakdown breakdown, Aggregate... aggregates) {
    return new StatsQuery.Numbers(
        MINE, JOURNEY, TimeRange.between(from, to), breakdown, Set.of(aggregates));
  }

  private static StatsQuery.Numbers series(Instant from, Instant to, Aggregate... aggregates) {
    TimeBuckets days = new TimeBuckets(Interval.DAY, ZoneOffset.UTC, from, to);
    return query(from, to, new Breakdown.ByBucket(days), aggregates);
  }

  private List<Answer> answers(StatsQuery.Numbers... queries) {
    return statistics.answerAll(List.of(queries));
  }

  private static int scans(Class<? extends Aggregate> kind, StatsQuery.Numbers... queries) {
    List<AnswerBuilder> builders = Arrays.stream(queries).map(AnswerBuilder::new).toList();
    return SharedScan.of(kind, List.of(queries), builders).size();
  }

  private static Map<GroupKey, Long> numbers(Answer answer, Aggregate aggregate) {
    return answer.groups().entrySet().stream()
        .filter(group -> group.getValue().byAggregate().getOrDefault(aggregate, 0L) > 0)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, group -> group.getValue().byAggregate().get(aggregate)));
  }

  private static GroupKey whole() {
    return new GroupKey.Whole();
  }

  private static GroupKey on(int day) {
    return new GroupKey.Bucket(day(day));
  }

  @Test
  void theWholeAndAllPartsOfItsSeries() {
    StatsQuery.Numbers[] asked = {
      series(day(3), END, OPENED, SENT, CLICKED),
      query(FIRST, END, new Breakdown.None(), OPENED, SENT),
      series(FIRST, day(3), OPENED, SENT, CLICKED),
    };
    assertThat(scans(Distinct.class, asked)).isEqualTo(1);
    assertThat(scans(Count.class, asked)).isEqualTo(1);

    List<Answer> found = answers(asked);
    assertThat(numbers(found.get(0), OPENED)).isEqualTo(Map.of(on(3), 1L));
    assertThat(numbers(found.get(0), SENT)).isEqualTo(Map.of(on(3), 1L));
    assertThat(numbers(found.get(0), CLICKED)).isEqualTo(Map.of(on(3), 1L));
    // One user opened on two days.
    assertThat(numbers(found.get(1), OPENED)).isEqualTo(Map.of(whole(), 3L));
    assertThat(numbers(found.get(1), SENT)).isEqualTo(Map.of(whole(), 3L));
    assertThat(found.get(1).whole().byAggregate()).doesNotContainKey(CLICKED);
    assertThat(numbers(found.get(2), OPENED)).isEqualTo(Map.of(on(1), 1L, on(2), 2L));
    assertThat(numbers(found.get(2), SENT)).isEqualTo(Map.of(on(1), 2L));
    assertThat(numbers(found.get(2), CLICKED)).isEmpty();
  }

  @Test
  void theOnlyBucketIsTheWhole() {
    StatsQuery.Numbers[] asked = {
      query(day(3), END, new Breakdown.None(), OPENED, SENT), series(day(3), END, OPENED, CLICKED)
    };
    assertThat(scans(Distinct.class, asked)).isEqualTo(1);
    List<Answer> found = answers(asked);
    assertThat(numbers(found.get(0), OPENED)).isEqualTo(Map.of(whole(), 1L));
    assertThat(numbers(found.get(0), SENT)).isEqualTo(Map.of(whole(), 1L));
    assertThat(numbers(found.get(1), OPENED)).isEqualTo(Map.of(on(3), 1L));
    assertThat(numbers(found.get(1), CLICKED)).isEqualTo(Map.of(on(3), 1L));
  }

  /** As where the clocks of senders run ahead: what comes after the series is in the whole. */
  @Test
  void theWholeMayBeLongerThanItsSeries() {
    for (TimeRange whole : List.of(TimeRange.UNBOUNDED, TimeRange.between(FIRST, day(5)))) {
      StatsQuery.Numbers[] asked = {
        new StatsQuery.Numbers(
            MINE, JOURNEY, whole, new Breakdown.None(), Set.of(OPENED, SENT, CLICKED)),
        series(day(2), day(3), OPENED, SENT, CLICKED),
        series(day(3), END, OPENED, SENT, CLICKED)
      };
      assertThat(scans(Distinct.class, asked)).isEqualTo(1);
      List<Answer> found = answers(asked);
      assertThat(numbers(found.get(0), OPENED)).isEqualTo(Map.of(whole(), 3L));
      assertThat(numbers(found.get(0), SENT)).isEqualTo(Map.of(whole(), 3L));
      assertThat(numbers(found.get(0), CLICKED)).isEqualTo(Map.of(whole(), 2L));
      assertThat(numbers(found.get(1), OPENED)).isEqualTo(Map.of(on(2), 2L));
      assertThat(numbers(found.get(1), SENT)).isEmpty();
      assertThat(numbers(found.get(2), OPENED)).isEqualTo(Map.of(on(3), 1L));
      assertThat(numbers(found.get(2), SENT)).isEqualTo(Map.of(on(3), 1L));
      assertThat(numbers(found.get(2), CLICKED)).isEqualTo(Map.of(on(3), 1L));
      List<Answer> ofOneBucket = answers(asked[0], asked[2]);
      assertThat(numbers(ofOneBucket.get(0), CLICKED)).isEqualTo(Map.of(whole(), 2L));
      assertThat(numbers(ofOneBucket.get(1), CLICKED)).isEqualTo(Map.of(on(3), 1L));
    }
  }

  @Test
  void theWholeAndItsSteps() {
    StatsQuery.Numbers[] asked = {
      query(FIRST, END, new Breakdown.ByStep(), OPENED, SENT),
      query(FIRST, END, new Breakdown.None(), OPENED, SENT)
    };
    assertThat(scans(Distinct.class, asked)).isEqualTo(1);
    List<Answer> found = answers(asked);
    GroupKey first = new GroupKey.Text("first");
    GroupKey second = new GroupKey.Text("second");
    assertThat(numbers(found.get(0), OPENED)).isEqualTo(Map.of(first, 2L, second, 2L));
    assertThat(numbers(found.get(0), SENT)).isEqualTo(Map.of(first, 2L, second, 1L));
    assertThat(numbers(found.get(1), OPENED)).isEqualTo(Map.of(whole(), 3L));
    assertThat(numbers(found.get(1), SENT)).isEqualTo(Map.of(whole(), 3L));
  }

  /** Neither another time nor a gap between the parts of a series is shared. */
  @Test
  void whatIsNotOfTheSameEventsIsReadByItself() {
    StatsQuery.Numbers[] asked = {
      query(FIRST, day(3), new Breakdown.None(), OPENED, SENT),
      series(FIRST, day(2), OPENED, SENT),
      series(day(3), END, OPENED, SENT),
      query(FIRST, day(2), new Breakdown.ByStep(), OPENED, SENT)
    };
    assertThat(scans(Distinct.class, asked)).isEqualTo(4);
    List<Answer> found = answers(asked);
    assertThat(numbers(found.get(0), OPENED)).isEqualTo(Map.of(whole(), 2L));
    assertThat(numbers(found.get(0), SENT)).isEqualTo(Map.of(whole(), 2L));
    assertThat(numbers(found.get(1), OPENED)).isEqualTo(Map.of(on(1), 1L));
    assertThat(numbers(found.get(2), SENT)).isEqualTo(Map.of(on(3), 1L));
    assertThat(numbers(found.get(3), OPENED)).isEqualTo(Map.of(new GroupKey.Text("first"), 1L));
  }
}
