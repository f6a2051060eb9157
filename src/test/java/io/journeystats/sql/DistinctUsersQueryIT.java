package io.journeystats.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.Interval;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Distinct counts are those of the events, in whatever parts it is kept who did what. */
@ExtendWith(TestClickHouse.class)
class DistinctUsersQueryIT {
  private static final TenantId MINE = new TenantId("mine");
  private static final JourneyId JOURNEY = new JourneyId(new UUID(0, 1));
  private static final JourneyId OTHER = new JourneyId(new UUID(0, 2));

  private static final TimeRange BEYOND =
      new TimeRange(Optional.empty(), Optional.of(Instant.parse("2026-07-01T00:00:00Z")));

  private static final TenantData KEPT =
      new TenantData(MINE, Optional.of(Instant.parse("2026-05-02T22:03:00Z")));

  private static final Set<Aggregate> TOTALS =
      Set.of(
          new Distinct(Subject.USER, EventSelection.of(EventType.ENTERED)),
          new Distinct(
              Subject.USER, EventSelection.of(EventType.MESSAGE_SENT, EventType.MESSAGE_SHOWN)),
          of(Subject.USER, EventType.STEP_ENTERED),
          of(Subject.USER, EventType.MESSAGE_DELIVERED),
          of(Subject.STEP_AND_USER, EventType.MESSAGE_OPENED),
          of(Subject.STEP_AND_USER, EventType.MESSAGE_CLICKED),
          new Distinct(
              Subject.USER,
              EventSelection.of(EventType.MESSAGE_OPENED).in(Channel.EMAIL).at("step-1")));
  private static final Set<Aggregate> BY_STEP =
      Set.of(
          of(Subject.USER, EventType.MESSAGE_SENT),
          of(Subject.USER, EventType.MESSAGE_OPENED),
          of(Subject.USER, EventType.MESSAGE_CLICKED));

  private final DSLContext database;

  DistinctUsersQueryIT(ClickHouse clickHouse) {
    this.database = clickHouse.dsl();
  }

  @BeforeAll
  static void migrate(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
  }

  @Test
  void whatCameInBeforeTheTableIsInIt(ClickHouse clickHouse) {
    insert(0, 12_000);
    settle();
    String before = rows();
    assertThat(before).contains("message_opened,email,step-1,user-7,");
    database.execute("DROP VIEW user_presence_view");
    database.execute("DROP TABLE user_presence SYNC");
    database.execute(
        "ALTER TABLE schema_migrations DELETE WHERE version >= 12 SETTINGS mutations_sync = 2");
    new Migrator(clickHouse).migrate();
    settle();
    assertThat(rows()).isEqualTo(before);
    insert(12_000, 12_100);
    settle();
    assertThat(rows()).isNotEqualTo(before);
    assertAllAreThoseOfTheEvents();
  }

  private String rows() {
    return database
        .fetch("SELECT type, channel, step_id, user_id, * FROM user_presence ORDER BY ALL")
        .formatCSV();
  }

  @BeforeEach
  void empty() {
    database.execute("TRUNCATE TABLE events");
    database.execute("TRUNCATE TABLE user_presence");
    database.execute("SYSTEM START MERGES user_presence");
  }

  @Test
  void areThoseOfTheEventsInWhateverPartsTheyLie() {
    insert(0, 12_000);
    settle();
    assertAllAreThoseOfTheEvents();

    // Some users are known already, some do it again, and some are new.
    database.execute("SYSTEM STOP MERGES user_presence");
    insert(11_990, 12_004);
    insert(0, 4);
    insert(12_040, 12_047);
    assertThat(parts()).isEqualTo(4);
    assertAllAreThoseOfTheEvents();
  }

  @Test
  void theEventsAreAskedWhereTooMuchLiesApart() {
    database.execute("SYSTEM STOP MERGES user_presence");
    insert(0, 6_000);
    insert(3_000, 12_000);
    StatsQuery.Numbers query = totals(TenantData.all(MINE), TimeRange.UNBOUNDED);
    assertThat(DistinctUsersQuery.of(query).read(database)).isEmpty();
    assertIsThatOfTheEvents(query);
  }

  @Test
  void theEventsAreAskedOfATimeThatUsersCameBackAfter() {
    insert(0, 12_000);
    settle();
    assertTheEventsAreAsked(
        new TimeRange(Optional.empty(), Optional.of(Instant.parse("2026-05-09T00:00:00Z"))));
  }

  @Test
  void theEventsAreAskedOfATimeThatBeginsLaterThanWhatIsKept() {
    insert(0, 12_000);
    settle();
    assertTheEventsAreAsked(
        new TimeRange(Optional.of(Instant.parse("2026-05-03T10:07:00Z")), Optional.empty()));
  }

  @Test
  void areAnsweredBesideThoseThatEventsHaveToBeAskedFor() {
    insert(0, 12_000);
    settle();
    Distinct ofEvents =
        new Distinct(
            Subject.USER, EventSelection.of(EventType.STEP_ENTERED).in(Channel.EMAIL).at("step-1"));
    Set<Aggregate> all = Sets.union(TOTALS, Set.of(ofEvents));
    TimeBuckets days =
        TimeBuckets.touching(
            Instant.parse("2026-05-01T00:00:00Z"),
            Instant.parse("2026-05-09T12:00:00Z"),
            Interval.DAY,
            ZoneOffset.UTC);
    StatsQuery.Numbers totals =
        new StatsQuery.Numbers(KEPT, JOURNEY, TimeRange.UNBOUNDED, new Breakdown.None(), all);
    StatsQuery.Numbers series =
        new StatsQuery.Numbers(
            KEPT, JOURNEY, TimeRange.UNBOUNDED, new Breakdown.ByBucket(days), all);
    assertThat(DistinctUsersQuery.of(totals).distincts()).hasSameSizeAs(TOTALS);
    assertThat(new ClickHouseStatistics(database).answerAll(List.of(totals, series)))
        .containsExactly(ofEvents(totals), ofEvents(series));
  }

  private void assertTheEventsAreAsked(TimeRange range) {
    for (TenantData data : List.of(TenantData.all(MINE), KEPT)) {
      StatsQuery.Numbers query = totals(data, range);
      assertThat(DistinctUsersQuery.of(query).read(database)).isEmpty();
      assertIsThatOfTheEvents(query);
    }
  }

  private void assertAllAreThoseOfTheEvents() {
    for (TimeRange range : List.of(TimeRange.UNBOUNDED, BEYOND)) {
      for (TenantData data : List.of(TenantData.all(MINE), KEPT)) {
        assertNoEventsAreAsked(totals(data, range));
        assertNoEventsAreAsked(bySteps(data, range));
      }
    }
    assertNoEventsAreAsked(
        totals(
            KEPT,
            new TimeRange(Optional.of(Instant.parse("2026-05-01T10:07:00Z")), Optional.empty())));
  }

  private void assertNoEventsAreAsked(StatsQuery.Numbers query) {
    assertThat(DistinctUsersQuery.of(query).distincts())
        .containsExactlyInAnyOrderElementsOf(query.aggregates(Distinct.class));
    assertThat(DistinctUsersQuery.of(query).read(database)).isPresent();
    assertIsThatOfTheEvents(query);
  }

  private void assertIsThatOfTheEvents(StatsQuery.Numbers query) {
    Answer answer = new ClickHouseStatistics(database).answer(query);
    assertThat(answer).isEqualTo(ofEvents(query));
    assertThat(answer.groups().values())
        .anySatisfy(numbers ->
            assertThat(numbers.byAggregate().values())
                .allSatisfy(number -> assertThat(number).isPositive()));
    StatsQuery.Numbers other =
        new StatsQuery.Numbers(
            query.data(), OTHER, query.range(), query.breakdown(), query.aggregates());
    assertThat(new ClickHouseStatistics(database).answerAll(List.of(query, other)).getFirst())
        .isEqualTo(answer);
  }

  private Answer ofEvents(StatsQuery.Numbers query) {
    List<Distinct> distincts = query.aggregates(Distinct.class);
    AnswerBuilder answer = new AnswerBuilder(query);
    List<SharedScan> scans = SharedScan.of(Distinct.class, List.of(query), List.of(answer));
    database
        .fetch(new EventNumbersQuery(scans).distincts(distincts))
        .forEach(row -> scans.getFirst().addDistincts(row, distincts));
    return answer.build();
  }

  private static StatsQuery.Numbers totals(TenantData data, TimeRange range) {
    return new StatsQuery.Numbers(data, JOURNEY, range, new Breakdown.None(), TOTALS);
  }

  private static StatsQuery.Numbers bySteps(TenantData data, TimeRange range) {
    return new StatsQuery.Numbers(data, JOURNEY, range, new Breakdown.ByStep(), BY_STEP);
  }

  private static Distinct of(Subject subject, EventType type) {
    return new Distinct(subject, EventSelection.of(type).in(Channel.EMAIL));
  }

  /** Inserts an event a minute, of two journeys of two tenants; the last are of new users. */
  private void insert(int from, int to) {
    database.execute(
        """
        INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, step_id, channel)
        WITH cityHash64(number) AS h,
          ['entered', 'step_entered', 'message_sent', 'message_shown', 'message_delivered', 'message_opened', 'message_clicked'][h %% 7 + 1] AS kind
        SELECT toString(number), tenant, toUUID(concat('00000000-0000-0000-0000-00000000000', toString(journey))), kind,
          toDateTime64('%s', 3, 'UTC') + toIntervalMinute(number), concat('user-', toString(intDiv(h, 7) %% 150 + (number >= 12040) * 1000)),
          if(kind = 'entered', '', concat('step-', toString(intDiv(h, 5000) %% 3))),
          multiIf(kind = 'entered', '', kind = 'message_shown', 'in_app', 'email')
        FROM numbers(%d, %d)
        ARRAY JOIN ['mine', 'others'] AS tenant
        ARRAY JOIN [1, 2] AS journey
        """
            .formatted("2026-05-01 00:00:00", from, to - from));
  }

  private void settle() {
    database.execute("OPTIMIZE TABLE user_presence FINAL");
  }

  private int parts() {
    return database.fetch(UserPresence.parts()).size();
  }
}
