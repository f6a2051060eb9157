package io.journeystats.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.erasure.Epoch;
import io.journeystats.event.EventBatch;
import io.journeystats.event.EventBatch.Kind;
import io.journeystats.event.EventBatch.Span;
import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.query.Interval;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeBuckets;
import io.journeystats.query.TimeRange;
import io.journeystats.sql.ClickHouseStatistics;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestClickHouse.class)
class CachingStatisticsIT {
  private static final Instant NOW = Instant.parse("2026-05-12T12:00:00Z");
  private static final TenantId TENANT = new TenantId("shop");
  private static final JourneyId JOURNEY = new JourneyId(UUID.randomUUID());
  private static final TimeRange ENDED =
      TimeRange.between(
          Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-11T00:00:00Z"));
  private static final TimeRange RUNNING =
      TimeRange.between(
          Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-05-13T00:00:00Z"));
  private static final TimeRange LAST_DAYS =
      TimeRange.between(
          Instant.parse("2026-05-10T00:00:00Z"), Instant.parse("2026-05-13T00:00:00Z"));
  private static final Goal BOUGHT =
      new Goal(
          "bought",
          "Bought",
          Optional.of(new GoalConditions("purchase", List.of())),
          Optional.empty(),
          10);

  private static final CacheSettings SETTINGS =
      new CacheSettings(
          1000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofHours(1),
          Duration.ofDays(1));
  private static final QueryLimits LIMITS = new QueryLimits(4, 4, 100, Duration.ofMinutes(1));

  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();
  private final List<Freshness> learnt = new ArrayList<>();
  private final ClickHouse clickHouse;
  private final CachingStatistics statistics;

  CachingStatisticsIT(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    this.clickHouse = clickHouse;
    this.statistics = statistics(clickHouse, SETTINGS);
  }

  private CachingStatistics statistics(ClickHouse store, CacheSettings settings) {
    ClickHouseStatistics source = new ClickHouseStatistics(store.statistics("test"));
    return statistics(
        new Statistics() {
          @Override
          public <R> R answer(StatsQuery<R> query) {
            runs.incrementAndGet();
            return source.answer(query);
          }
        },
        settings);
  }

  private CachingStatistics statistics(Statistics source, CacheSettings settings) {
    return new CachingStatistics(
        source,
        new QueryLimiter(LIMITS),
        settings,
        InstantSource.fixed(NOW),
        nanos::get,
        // In the asker's own thread, so that nothing here has to be waited for.
        Runnable::run);
  }

  @Test
  void equalQueriesAtTheSameTimeAreOneRun() throws InterruptedException {
    var gate = new CountDownLatch(1);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var shared =
        new CachingStatistics(
            new Statistics() {
              @Override
              public <R> R answer(StatsQuery<R> query) {
                runs.incrementAndGet();
                return new ClickHouseStatistics(clickHouse.statistics("test")).answer(query);
              }
            },
            new QueryLimiter(LIMITS),
            SETTINGS,
            InstantSource.fixed(NOW),
            nanos::get,
            task ->
                executor.execute(() -> {
                  await(gate);
                  task.run();
                }));
    var askers = new ArrayList<Future<?>>();
    for (int caller = 0; caller < 16; caller++) {
      askers.add(executor.submit(() -> shared.answer(query(ENDED, AudienceMetrics.ENTRANCES))));
    }
    Waiting.until(() -> shared.figures().misses() >= 16);
    gate.countDown();
    executor.close();
    assertThat(askers).allSatisfy(caller -> assertThat(caller.get()).isInstanceOf(Answer.class));
    assertThat(runs).hasValue(1);
  }

  private CachingStatistics alone(Statistics source, BooleanSupplier isAlone) {
    return new CachingStatistics(
        source,
        new QueryLimiter(LIMITS),
        SETTINGS,
        isAlone,
        InstantSource.fixed(NOW),
        nanos::get,
        Runnable::run,
        _ -> Epoch.ONLY);
  }

  @Test
  void anAnswerLivesForSecondsWhereOthersTakeEvents() {
    for (TimeRange range : List.of(ENDED, RUNNING)) {
      StatsQuery<?> query = query(range, AudienceMetrics.ENTRANCES);
      assertThat(runsOf(query)).isEqualTo(1);
      pass(Duration.ofSeconds(8));
      assertThat(runsOf(query)).isZero();
      pass(Duration.ofSeconds(3));
      assertThat(runsOf(query)).isEqualTo(1);
    }
  }

  @Test
  void anAnswerNearItsEndIsShownAndMadeAnewBeforehand() {
    var query = query(RUNNING, AudienceMetrics.ENTRANCES);
    runsOf(query);
    pass(Duration.ofMillis(8_999));
    assertThat(runsOf(query)).isZero();
    pass(Duration.ofMillis(1));
    learnt.clear();
    assertThat(runsOf(query)).isEqualTo(1);
    assertThat(learnt)
        .containsExactly(new Freshness(Duration.ofSeconds(9), Duration.ofSeconds(1), false));
    pass(Duration.ofSeconds(8));
    assertThat(runsOf(query)).isZero();
  }

  @Test
  void tellsHowOldAnAnswerIsAndHowLongItMayBeShown() {
    runsOf(query(RUNNING, AudienceMetrics.ENTRANCES));
    pass(Duration.ofSeconds(4));
    runsOf(query(RUNNING, AudienceMetrics.ENTRANCES));
    assertThat(learnt)
        .containsExactly(
            new Freshness(Duration.ZERO, Duration.ofSeconds(10), false),
            new Freshness(Duration.ofSeconds(4), Duration.ofSeconds(6), false));
  }

  @Test
  void whoIsInTheJourneyNowIsNeverOfAnEndedTime() {
    runsOf(query(ENDED, AudienceMetrics.IN_JOURNEY_NOW));
    pass(Duration.ofSeconds(10));
    assertThat(runsOf(query(ENDED, AudienceMetrics.IN_JOURNEY_NOW))).isEqualTo(1);
  }

  @Test
  void lateEventsDropWhatTheyChangeAndNothingElse() {
    var query = query(ENDED, AudienceMetrics.ENTRANCES);
    runsOf(query);
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-05-11T00:00:00Z"));
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-04-30T23:59:59.999Z"));
    statistics.markChanged(batch(TENANT, new JourneyId(UUID.randomUUID()), "2026-05-05T00:00:00Z"));
    statistics.markChanged(batch(new TenantId("other"), JOURNEY, "2026-05-05T00:00:00Z"));
    statistics.markChanged(custom("2026-05-05T00:00:00Z"));
    assertThat(runsOf(query)).isZero();
    pass(Duration.ofSeconds(1));
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-05-10T23:59:59.999Z"));
    assertThat(runsOf(query)).isEqualTo(1);
    assertThat(runsOf(query)).isZero();
  }

  @Test
  void whatStartsAConversionMayLieBeforeThePeriod() {
    var query = query(ENDED, GoalMetrics.of(BOUGHT).count());
    runsOf(query);
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-04-20T00:00:00Z"));
    assertThat(runsOf(query)).isZero();
    pass(Duration.ofSeconds(1));
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-04-21T00:00:00Z"));
    assertThat(runsOf(query)).isEqualTo(1);
    pass(Duration.ofSeconds(1));
    statistics.markChanged(custom("2026-05-05T00:00:00Z"));
    assertThat(runsOf(query)).isEqualTo(1);
  }

  @Test
  void aFreshAnswerIsMadeAnewAndRemembered() {
    var query = query(ENDED, AudienceMetrics.EXITS);
    runsOf(query);
    statistics.answering(new Witness(true)).answer(query);
    assertThat(runs).hasValue(2);
    assertThat(runsOf(query)).isZero();
  }

  @Test
  void eventsEndAnAnswerOfARunningTimeOnceItHasLivedAMoment() {
    var query = query(RUNNING, AudienceMetrics.ENTRANCES);
    runsOf(query);
    pass(Duration.ofMillis(700));
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-05-12T00:00:00Z"));
    learnt.clear();
    assertThat(runsOf(query)).isZero();
    assertThat(learnt.getFirst().left()).isEqualTo(Duration.ofMillis(9_300));
    pass(Duration.ofMillis(300));
    assertThat(runsOf(query)).isEqualTo(1);
    pass(Duration.ofSeconds(2));
    statistics.markChanged(batch(TENANT, JOURNEY, "2026-05-12T00:00:00Z"));
    assertThat(runsOf(query)).isEqualTo(1);
    assertThat(runsOf(query)).isZero();
  }

  /** What is made behind an answer is made once, and nobody waits for it before ten seconds. */
  @Test
  void anAnswerThatEventsChangedIsShownWhileOneIsMadeBehindIt() {
    List<Runnable> contributors = new ArrayList<>();
    AtomicBoolean isBusy = new AtomicBoolean();
    CachingStatistics cached =
        new CachingStatistics(
            new ClickHouseStatistics(clickHouse.statistics("test")),
            new QueryLimiter(LIMITS),
            SETTINGS,
            InstantSource.fixed(NOW),
            nanos::get,
            task -> {
              if (isBusy.get()) {
                contributors.add(task);
              } else {
                task.run();
              }
            });
    StatsQuery.Numbers query = journeys(1).getFirst();
    assertThat(entrances(List.of(cached.answer(query)))).containsExactly(0L);
    pass(Duration.ofSeconds(5));
    insert(query.journey().value(), "entered", "1 SECOND");
    cached.markChanged(batch(TENANT, query.journey(), "2026-05-12T08:00:00Z"));
    isBusy.set(true);
    pass(Duration.ofSeconds(4));
    for (int caller = 0; caller < 3; caller++) {
      assertThat(entrances(List.of(cached.answer(query)))).containsExactly(0L);
    }
    assertThat(contributors).hasSize(1);

    pass(Duration.ofSeconds(1));
    isBusy.set(false);
    assertThat(entrances(List.of(cached.answer(query))))
        .as("it has to be known")
        .containsExactly(1L);
    insert(query.journey().value(), "entered", "1 SECOND");
    cached.markChanged(batch(TENANT, query.journey(), "2026-05-12T08:00:00Z"));
    contributors.forEach(Runnable::run);
    assertThat(entrances(List.of(cached.answer(query))))
        .as("it was made meanwhile, and is not yet old enough")
        .containsExactly(1L);
    pass(Duration.ofSeconds(1));
    assertThat(entrances(List.of(cached.answer(query)))).containsExactly(1L);
    assertThat(entrances(List.of(cached.answer(query)))).containsExactly(2L);
  }

  /** Where no other instance takes events, nobody has to ask the store whether any came in. */
  @Test
  void anInstanceThatIsAloneKnowsWhichAnswersAreRight() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    AtomicBoolean isAlone = new AtomicBoolean(true);
    CachingStatistics cached = alone(noting(asked), isAlone::get);
    StatsQuery.Numbers query = journeys(1).getFirst();
    insert(query.journey().value(), "entered", "1 SECOND");
    cached.answer(query);
    asked.clear();
    pass(Duration.ofMinutes(20));
    learnt.clear();
    cached.answering(new Witness(false)).answer(query);
    assertThat(learnt).containsExactly(new Freshness(Duration.ZERO, Duration.ofSeconds(10), false));
    assertThat(asked).isEmpty();

    cached.doubt();
    pass(Duration.ofMinutes(14));
    cached.answer(query);
    assertThat(asked)
        .as("a failed insertion may have been seen since")
        .containsExactly(List.of(query));
    pass(Duration.ofMinutes(2));
    asked.clear();
    isAlone.set(false);
    cached.answer(query);
    assertThat(asked)
        .as("the store is away, or others take events")
        .containsExactly(List.of(query));
    isAlone.set(true);
    pass(Duration.ofMinutes(59));
    asked.clear();
    cached.answer(query);
    assertThat(asked).isEmpty();
    pass(Duration.ofMinutes(2));
    cached.answer(query);
    assertThat(asked).as("never for longer than an hour").containsExactly(List.of(query));
  }

  /** A failed insertion may be seen after the answer was made that should have it. */
  @Test
  void anAnswerOfAnEndedTimeLivesLongUnlessAnInsertionFailed() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = alone(noting(asked), () -> true);
    StatsQuery.Numbers query =
        StatsQuery.Numbers.of(
            TenantData.all(TENANT),
            new JourneyId(UUID.randomUUID()),
            ENDED,
            new Breakdown.None(),
            List.of(AudienceMetrics.ENTRANCES));
    learnt.clear();
    cached.answering(new Witness(false)).answer(query);
    assertThat(learnt.getLast().left()).isEqualTo(SETTINGS.endedLifetime());
    cached.doubt();
    insert(query.journey().value(), "entered", "1 SECOND");
    cached.answering(new Witness(true)).answer(query);
    assertThat(learnt.getLast().left()).isEqualTo(SETTINGS.runningLifetime());
    pass(Duration.ofSeconds(10));
    asked.clear();
    cached.answer(query);
    assertThat(asked).containsExactly(List.of(query));
    pass(Duration.ofMinutes(15));
    cached.answering(new Witness(true)).answer(query);
    assertThat(learnt.getLast().left()).isEqualTo(SETTINGS.endedLifetime());
  }

  @Test
  void theEndedBucketsOfASeriesAreNotCountedAgain() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = statistics(noting(asked), SETTINGS);
    JourneyId journey = new JourneyId(UUID.randomUUID());
    TimeBuckets days =
        TimeBuckets.touching(
            Instant.parse("2026-05-10T00:00:00Z"), NOW, Interval.DAY, ZoneOffset.UTC);
    StatsQuery.Numbers series =
        StatsQuery.Numbers.of(
            TenantData.all(TENANT),
            journey,
            days.range(),
            new Breakdown.ByBucket(days),
            List.of(AudienceMetrics.ENTRANCES));
    insert(journey.value(), "entered", "1 SECOND");
    assertThat(series(cached, series)).containsExactly(0L, 0L, 1L);
    assertThat(asked.getFirst()).hasSize(2);
    StatsQuery<?> ended = asked.getFirst().getFirst();
    StatsQuery<?> running = asked.getFirst().getLast();

    asked.clear();
    pass(Duration.ofSeconds(1));
    insert(journey.value(), "entered", "1 SECOND");
    cached.markChanged(batch(TENANT, journey, "2026-05-12T08:00:00Z"));
    series(cached, series);
    assertThat(series(cached, series)).containsExactly(0L, 0L, 2L);
    assertThat(asked).containsExactly(List.of(running));

    asked.clear();
    pass(Duration.ofSeconds(1));
    insert(journey.value(), "entered", "1 SECOND", "2026-05-11 23:59:59.999");
    cached.markChanged(batch(TENANT, journey, "2026-05-11T23:59:59.999Z"));
    series(cached, series);
    assertThat(series(cached, series)).containsExactly(0L, 1L, 2L);
    assertThat(asked).containsExactly(List.of(ended));
    assertThat(cached.answering(new Witness(true)).answer(series))
        .isEqualTo(new ClickHouseStatistics(clickHouse.statistics("test")).answer(series));
  }

  private static List<@Nullable Number> series(CachingStatistics cached, StatsQuery.Numbers query) {
    Answer answer = cached.answer(query);
    List<@Nullable Number> series = new ArrayList<>();
    ((Breakdown.ByBucket) query.breakdown())
        .buckets()
        .starts()
        .forEach(start ->
            series.add(answer.of(new GroupKey.Bucket(start)).of(AudienceMetrics.ENTRANCES)));
    return series;
  }

  @Test
  void eventsOfTheMeantimeAreNotMissedByAnAnswerThatIsBeingMade() {
    AtomicReference<@Nullable CachingStatistics> cache = new AtomicReference<>();
    EventBatch arriving = batch(TENANT, JOURNEY, "2026-05-05T00:00:00Z");
    ClickHouseStatistics source = new ClickHouseStatistics(clickHouse.statistics("test"));
    cache.set(
        new CachingStatistics(
            new Statistics() {
              @Override
              public <R> R answer(StatsQuery<R> query) {
                runs.incrementAndGet();
                R answer = source.answer(query);
                if (runs.get() == 1) {
                  Objects.requireNonNull(cache.get()).markChanged(arriving);
                }
                return answer;
              }
            },
            new QueryLimiter(LIMITS),
            SETTINGS,
            InstantSource.fixed(NOW),
            nanos::get,
            Runnable::run));
    var query = query(ENDED, AudienceMetrics.ENTRANCES);
    for (int time = 0; time < 3; time++) {
      Objects.requireNonNull(cache.get()).answer(query);
      pass(Duration.ofSeconds(1));
    }
    assertThat(runs).hasValue(2);
  }

  /** Another service may have taken events; to ask whether takes less than to answer anew. */
  @Test
  void anAnswerThatNoEventCanHaveChangedLivesOn() {
    ClickHouseStatistics source = new ClickHouseStatistics(clickHouse.statistics("test"));
    CachingStatistics cached =
        statistics(
            new Statistics() {
              @Override
              public <R> R answer(StatsQuery<R> query) {
                runs.incrementAndGet();
                return source.answer(query);
              }

              @Override
              public Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
                return source.changed(ages);
              }
            },
            SETTINGS);
    var entrances = query(RUNNING, AudienceMetrics.ENTRANCES);
    var goals = query(RUNNING, GoalMetrics.goalsReached(List.of(BOUGHT)));
    insert(JOURNEY.value(), "entered", "1 HOUR");
    cached.answer(entrances);
    cached.answer(goals);
    assertThat(runs).hasValue(2);

    for (int time = 0; time < 3; time++) {
      pass(Duration.ofSeconds(11));
      cached.answering(new Witness(false)).answer(entrances);
      cached.answer(goals);
      assertThat(learnt.getLast().age()).isLessThan(Duration.ofSeconds(1));
    }
    assertThat(runs).as("nothing came in").hasValue(2);
    insert(new UUID(0, 0), "custom", "1 SECOND");
    pass(Duration.ofSeconds(11));
    cached.answer(entrances);
    cached.answer(goals);
    assertThat(runs).as("a custom event came in").hasValue(3);
    insert(JOURNEY.value(), "entered", "1 SECOND");
    pass(Duration.ofSeconds(11));
    assertThat(cached.answer(entrances).whole().of(AudienceMetrics.ENTRANCES)).isEqualTo(2L);
    cached.answering(new Witness(true)).answer(goals);
    assertThat(runs).hasValue(5);
  }

  /** A tenant may choose the ids that another has. */
  @Test
  void aTenantIsNeverAnsweredFromWhatIsRememberedOfAnother() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = statistics(noting(asked), SETTINGS);
    JourneyId journey = new JourneyId(UUID.randomUUID());
    insert(journey.value(), "entered", "1 HOUR");
    List<StatsQuery<?>> own = queries(TENANT, journey);
    List<StatsQuery<?>> others = queries(new TenantId("other"), journey);
    own.forEach(cached::answer);
    asked.clear();
    others.forEach(query ->
        assertThat(cached.answer(query))
            .isEqualTo(new ClickHouseStatistics(clickHouse.statistics("test")).answer(query)));
    assertThat(asked)
        .containsExactlyElementsOf(others.stream().<List<StatsQuery<?>>>map(List::of).toList());
  }

  private static List<StatsQuery<?>> queries(TenantId tenant, JourneyId journey) {
    Set<Aggregate> entrances = AudienceMetrics.ENTRANCES.aggregates();
    return List.of(
        new StatsQuery.Numbers(
            TenantData.all(tenant), journey, RUNNING, new Breakdown.None(), entrances),
        new StatsQuery.FirstEvent(TenantData.all(tenant), journey),
        new StatsQuery.Channels(TenantData.all(tenant), journey, RUNNING),
        new StatsQuery.Contributors(TenantData.all(tenant), journey, RUNNING, entrances, "", 50),
        new StatsQuery.Users(
            TenantData.all(tenant), journey, RUNNING, "", Optional.empty(), "", 50));
  }

  /** An insertion has the time at which it began, and may be seen minutes after. */
  @Test
  void anEventThatWasLongInComingEndsAnAnswerThatMissedIt() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics list = statistics(noting(asked), SETTINGS);
    List<StatsQuery.Numbers> queries = journeys(3);
    list.answerAll(queries);
    list.answer(queries.getFirst());
    asked.clear();
    insert(queries.get(0).journey().value(), "entered", "14 MINUTE");
    insert(queries.get(1).journey().value(), "entered", "14 MINUTE");
    pass(Duration.ofSeconds(11));
    assertThat(entrances(List.of(list.answer(queries.getFirst())))).containsExactly(1L);
    assertThat(entrances(list.answerAll(queries.subList(1, 3)))).containsExactly(1L, 0L);
    assertThat(asked).containsExactly(List.of(queries.get(0)), List.of(queries.get(1)));
  }

  @Test
  void anAnswerIsMadeAnewAfterAnHourThoughNothingCameIn() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = statistics(noting(asked), SETTINGS);
    StatsQuery.Numbers query = journeys(1).getFirst();
    cached.answer(query);
    asked.clear();
    pass(Duration.ofMinutes(30));
    cached.answer(query);
    pass(Duration.ofMinutes(30).minusNanos(1));
    cached.answer(query);
    assertThat(asked).as("found to be right still").isEmpty();
    pass(Duration.ofSeconds(10));
    cached.answer(query);
    assertThat(asked).containsExactly(List.of(query));
    pass(Duration.ofMinutes(59));
    cached.answer(query);
    assertThat(asked).as("the hour counts from then").hasSize(1);
  }

  /** One instance is told of custom events, others find them in the store. */
  @Test
  void customEventsEndThePagesOfUsersBehindAComputedGoal() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = statistics(noting(asked), SETTINGS);
    JourneyId journey = new JourneyId(UUID.randomUUID());
    var bought = contributors(journey, GoalMetrics.of(BOUGHT).count());
    var entered = contributors(journey, AudienceMetrics.ENTRANCES);
    cached.answer(bought);
    cached.answer(entered);
    asked.clear();
    cached.markChanged(custom("2026-05-05T00:00:00Z"));
    pass(Duration.ofSeconds(1));
    cached.answer(bought);
    cached.answer(entered);
    assertThat(asked).containsExactly(List.of(bought));

    asked.clear();
    insert(new UUID(0, 0), "custom", "1 SECOND");
    pass(Duration.ofSeconds(11));
    cached.answer(bought);
    cached.answer(entered);
    assertThat(asked).containsExactly(List.of(bought));
  }

  @Test
  void aListTakesWhatIsKnownFromMemoryAndAsksForTheRestTogether() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics list = statistics(noting(asked), SETTINGS);
    List<StatsQuery.Numbers> queries = journeys(4);
    insert(queries.get(1).journey().value(), "entered", "1 HOUR");
    insert(queries.get(3).journey().value(), "entered", "1 HOUR");
    list.answer(queries.get(1));
    assertThat(entrances(list.answerAll(queries))).containsExactly(0L, 1L, 0L, 1L);
    assertThat(asked)
        .containsExactly(
            List.of(queries.get(1)), List.of(queries.get(0), queries.get(2), queries.get(3)));
    asked.clear();
    assertThat(entrances(list.answerAll(List.of(queries.get(3), queries.get(1), queries.get(3)))))
        .containsExactly(1L, 1L, 1L);
    assertThat(list.answer(queries.get(2)).whole().of(AudienceMetrics.ENTRANCES)).isEqualTo(0L);
    assertThat(list.answerAll(List.<StatsQuery.Numbers>of())).isEmpty();
    assertThat(asked).isEmpty();
    assertThat(entrances(list.answering(new Witness(true)).answerAll(queries)))
        .containsExactly(0L, 1L, 0L, 1L);
    assertThat(asked).containsExactly(List.copyOf(queries));
  }

  @Test
  void anEventOfOneJourneyEndsOnlyItsRowOfAList() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics list = statistics(noting(asked), SETTINGS);
    List<StatsQuery.Numbers> queries = journeys(4);
    queries.forEach(query -> insert(query.journey().value(), "entered", "1 HOUR"));
    list.answerAll(queries);
    asked.clear();
    insert(queries.get(2).journey().value(), "entered", "1 SECOND");
    list.markChanged(batch(TENANT, queries.get(2).journey(), "2026-05-12T08:00:00Z"));
    pass(Duration.ofSeconds(2));
    assertThat(entrances(list.answerAll(queries))).containsExactly(1L, 1L, 1L, 1L);
    assertThat(asked).containsExactly(List.of(queries.get(2)));
    learnt.clear();
    assertThat(entrances(list.answering(new Witness(false)).answerAll(queries)))
        .containsExactly(1L, 1L, 2L, 1L);
    assertThat(asked).hasSize(1);
    assertThat(learnt)
        .extracting(Freshness::age)
        .containsExactlyInAnyOrder(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ZERO);

    // Stored by another service: all are old, and the store knows which are right still.
    asked.clear();
    insert(queries.get(0).journey().value(), "entered", "1 SECOND");
    pass(Duration.ofSeconds(20));
    assertThat(entrances(list.answerAll(queries))).containsExactly(2L, 1L, 2L, 1L);
    assertThat(asked).containsExactly(List.of(queries.get(0), queries.get(2)));
  }

  @Test
  void eventsOfTheMeantimeEndTheTouchedAnswersOfAListSoon() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    AtomicReference<@Nullable CachingStatistics> cache = new AtomicReference<>();
    List<StatsQuery.Numbers> queries = journeys(3);
    EventBatch arriving = batch(TENANT, queries.get(1).journey(), "2026-05-12T08:00:00Z");
    Statistics source = noting(asked);
    CachingStatistics list =
        statistics(
            new Statistics() {
              @Override
              public <R> R answer(StatsQuery<R> query) {
                return source.answer(query);
              }

              @Override
              public <R> List<R> answerAll(List<? extends StatsQuery<R>> some) {
                List<R> answers = source.answerAll(some);
                Objects.requireNonNull(cache.get()).markChanged(arriving);
                return answers;
              }
            },
            SETTINGS);
    cache.set(list);
    list.answerAll(queries);
    pass(Duration.ofSeconds(1));
    list.answerAll(queries);
    assertThat(asked).containsExactly(List.copyOf(queries), List.of(queries.get(1)));
  }

  @Test
  void equalListsAtTheSameTimeAreOneRun() {
    List<List<StatsQuery<?>>> asked = Collections.synchronizedList(new ArrayList<>());
    List<StatsQuery.Numbers> queries = journeys(3);
    var gate = new CountDownLatch(1);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    var shared =
        new CachingStatistics(
            noting(asked),
            new QueryLimiter(LIMITS),
            SETTINGS,
            InstantSource.fixed(NOW),
            nanos::get,
            task ->
                executor.execute(() -> {
                  await(gate);
                  task.run();
                }));
    var askers = new ArrayList<Future<?>>();
    for (int caller = 0; caller < 16; caller++) {
      askers.add(executor.submit(() -> shared.answerAll(queries)));
    }
    Waiting.until(() -> shared.figures().misses() >= 16L * queries.size());
    gate.countDown();
    executor.close();
    assertThat(askers).allSatisfy(caller -> assertThat(caller.get()).isNotNull());
    assertThat(asked).containsExactly(List.copyOf(queries));
  }

  @Test
  void aListIsShownOldWhileTheStoreIsAwayWhereEveryRowIsKnown() {
    try (Cable cable = new Cable(clickHouse.endpoint());
        ClickHouse far = ClickHouse.open(cable.endpoint())) {
      var list = statistics(far, SETTINGS);
      List<StatsQuery.Numbers> queries = journeys(3);
      List<StatsQuery.Numbers> known = queries.subList(0, 2);
      List<Answer> answers = list.answerAll(known);
      cable.unplug();
      pass(Duration.ofMinutes(5));
      assertThat(list.answering(new Witness(false)).answerAll(known)).isEqualTo(answers);
      assertThat(learnt)
          .containsOnly(new Freshness(Duration.ofMinutes(5), Duration.ZERO, true))
          .hasSize(2);
      assertThatThrownBy(() -> list.answerAll(queries))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  /** Two dashboards show the same number, and only one of them was refreshed since it changed. */
  @Test
  void answersOfAnEarlierMomentAreShownTogetherInsteadOfWaiting() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = statistics(noting(asked), SETTINGS);
    StatsQuery.Numbers shared = journeys(1).getFirst();
    List<StatsQuery.Numbers> one = List.of(shared, of(shared, ENDED));
    List<StatsQuery.Numbers> other = List.of(shared, of(shared, LAST_DAYS));
    cached.answerAll(one);
    cached.answerAll(other);
    for (long events = 0; events < 3; events++) {
      pass(Duration.ofSeconds(2));
      insert(shared.journey().value(), "entered", "1 SECOND");
      cached.markChanged(batch(TENANT, shared.journey(), "2026-05-12T08:00:00Z"));
      pass(Duration.ofMillis(1));
      asked.clear();
      assertThat(entrances(cached.answerAll(one))).containsExactly(events, 0L);
      assertThat(asked).as("refreshed").containsExactly(List.of(shared));
      assertThat(entrances(cached.answerAll(one))).containsExactly(events + 1, 0L);
    }
    asked.clear();
    assertThat(entrances(cached.answerAll(other))).containsExactly(0L, 0L);
    assertThat(asked)
        .as("refreshed, with what it is shown with")
        .containsExactly(List.copyOf(other));
    assertThat(entrances(cached.answerAll(other))).containsExactly(3L, 3L);
    assertThat(asked).hasSize(1);
  }

  /** No earlier answer is shown once it lacks events for longer than the contract allows. */
  @Test
  void answersOfNoCommonMomentAreComputedAgain() {
    List<List<StatsQuery<?>>> asked = new ArrayList<>();
    CachingStatistics cached = statistics(noting(asked), SETTINGS);
    StatsQuery.Numbers shared = journeys(1).getFirst();
    List<StatsQuery.Numbers> both = List.of(shared, of(shared, LAST_DAYS));
    cached.answerAll(both);
    for (int round = 0; round < 2; round++) {
      insert(shared.journey().value(), "entered", "1 SECOND");
      cached.markChanged(batch(TENANT, shared.journey(), "2026-05-12T08:00:00Z"));
      pass(Duration.ofSeconds(6));
      cached.answer(shared);
      cached.answer(shared);
    }
    asked.clear();
    assertThat(entrances(cached.answerAll(both))).containsExactly(2L, 2L);
    assertThat(asked).containsExactly(List.of(of(shared, LAST_DAYS)));
  }

  /** Answers from ClickHouse, and notes what is asked together. */
  private Statistics noting(List<List<StatsQuery<?>>> asked) {
    ClickHouseStatistics source = new ClickHouseStatistics(clickHouse.statistics("test"));
    return new Statistics() {
      @Override
      public <R> R answer(StatsQuery<R> query) {
        asked.add(List.of(query));
        return source.answer(query);
      }

      @Override
      public <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
        asked.add(List.copyOf(queries));
        return source.answerAll(queries);
      }

      @Override
      public Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
        return source.changed(ages);
      }
    };
  }

  /** Questions for the entrances to some new journeys. */
  private CachingStatistics erasing(List<List<StatsQuery<?>>> asked, Supplier<Epoch> epoch) {
    return new CachingStatistics(
        noting(asked),
        new QueryLimiter(LIMITS),
        SETTINGS,
        () -> false,
        InstantSource.fixed(NOW),
        nanos::get,
        Runnable::run,
        _ -> epoch.get());
  }

  private static Epoch epoch(long number, JourneyId ended) {
    return new Epoch(number, 0, Map.of(ended.value(), number), Optional.empty());
  }

  @Test
  void anErasureEndsOnlyAnswersAboutTheJourneysOfTheUser() {
    List<List<StatsQuery<?>>> asked = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<Epoch> epoch = new AtomicReference<>(Epoch.ONLY);
    CachingStatistics cached = erasing(asked, epoch::get);
    List<StatsQuery.Numbers> queries = journeys(2);
    cached.answerAll(queries);
    asked.clear();
    epoch.set(epoch(5, queries.getFirst().journey()));
    cached.answerAll(queries);
    assertThat(asked).containsExactly(List.of(queries.getFirst()));
    asked.clear();
    cached.answerAll(queries);
    assertThat(asked).isEmpty();
  }

  @Test
  void whatWasAskedForLatelyIsMadeAgainBeforeAnErasureEndsIt() {
    List<List<StatsQuery<?>>> asked = Collections.synchronizedList(new ArrayList<>());
    AtomicReference<Epoch> epoch = new AtomicReference<>(Epoch.ONLY);
    CachingStatistics cached = erasing(asked, epoch::get);
    List<StatsQuery.Numbers> queries = journeys(3);
    StatsQuery.Numbers forgotten = queries.get(0);
    StatsQuery.Numbers wanted = queries.get(1);
    cached.answer(forgotten);
    pass(Duration.ofSeconds(31));
    cached.answer(wanted);
    cached.answer(queries.get(2));
    asked.clear();
    Epoch next =
        new Epoch(
            5,
            0,
            Map.of(forgotten.journey().value(), 4L, wanted.journey().value(), 4L),
            Optional.empty());
    cached.renew(
        TENANT, Set.of(forgotten.journey(), wanted.journey()), next, Duration.ofMinutes(1));
    assertThat(asked).containsExactly(List.of(wanted));
    asked.clear();
    epoch.set(next);
    cached.answer(wanted);
    cached.answer(queries.get(2));
    assertThat(asked).isEmpty();
    cached.answer(forgotten);
    assertThat(asked).containsExactly(List.of(forgotten));
  }

  private static List<StatsQuery.Numbers> journeys(int number) {
    return Stream.generate(() -> new JourneyId(UUID.randomUUID()))
        .limit(number)
        .map(journey ->
            StatsQuery.Numbers.of(
                TenantData.all(TENANT),
                journey,
                RUNNING,
                new Breakdown.None(),
                List.of(AudienceMetrics.ENTRANCES)))
        .toList();
  }

  private static List<@Nullable Number> entrances(List<Answer> answers) {
    List<@Nullable Number> entrances = new ArrayList<>();
    answers.forEach(answer -> entrances.add(answer.whole().of(AudienceMetrics.ENTRANCES)));
    return entrances;
  }

  private void insert(UUID journey, String type, String ago) {
    insert(journey, type, ago, "2026-05-12 08:00:00");
  }

  private void insert(UUID journey, String type, String ago, String time) {
    clickHouse
        .dsl()
        .execute(
            """
            INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, inserted_at)
            SELECT toString(generateUUIDv4()), '%s', '%s', '%s', '%s', 'ann', now() - INTERVAL %s
            """
                .formatted(TENANT.value(), journey, type, time, ago));
  }

  @Test
  void showsOldAnswersWhileTheStoreIsAwayAndNoOthers() {
    try (Cable cable = new Cable(clickHouse.endpoint());
        ClickHouse far = ClickHouse.open(cable.endpoint())) {
      var through = statistics(far, SETTINGS);
      var known = query(RUNNING, AudienceMetrics.ENTRANCES);
      var unknown = query(RUNNING, AudienceMetrics.EXITS);
      var caller = through.answering(new Witness(false));
      Answer answer = caller.answer(known);

      cable.unplug();
      pass(Duration.ofMinutes(5));
      learnt.clear();
      assertThat(caller.answer(known)).isEqualTo(answer);
      assertThat(learnt).containsExactly(new Freshness(Duration.ofMinutes(5), Duration.ZERO, true));
      assertThatThrownBy(() -> caller.answer(unknown))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> through.answering(new Witness(true)).answer(known))
          .isInstanceOf(StoreUnavailableException.class);
      // One had to find out, the others were told.
      assertThat(runs).hasValue(2);
      assertThat(through.figures().stale()).isEqualTo(1);

      cable.plugIn();
      pass(Duration.ofMillis(999));
      assertThat(caller.answer(known)).isEqualTo(answer);
      assertThat(runs).hasValue(2);
      pass(Duration.ofMillis(1));
      learnt.clear();
      assertThat(caller.answer(known)).isEqualTo(answer);
      assertThat(caller.answer(unknown)).isNotNull();
      assertThat(learnt).noneMatch(Freshness::isStale);

      pass(Duration.ofDays(1));
      cable.unplug();
      assertThatThrownBy(() -> caller.answer(known)).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void lateEventsEndAnAnswerButKeepItForWhenTheStoreIsAway() {
    try (Cable cable = new Cable(clickHouse.endpoint());
        ClickHouse far = ClickHouse.open(cable.endpoint())) {
      var through = statistics(far, SETTINGS);
      var query = query(ENDED, AudienceMetrics.ENTRANCES);
      var caller = through.answering(new Witness(false));
      caller.answer(query);
      cable.unplug();
      caller.answer(query);
      through.markChanged(batch(TENANT, JOURNEY, "2026-05-05T00:00:00Z"));
      caller.answer(query);
      pass(Duration.ofSeconds(10));
      caller.answer(query);
      assertThat(learnt).extracting(Freshness::isStale).containsExactly(false, false, false, true);
    }
  }

  @Test
  void isBoundedAndForgetsWhatItDropped() {
    var small =
        statistics(
            clickHouse,
            new CacheSettings(
                40, Duration.ofHours(1), Duration.ZERO, Duration.ofHours(1), Duration.ofDays(1)));
    for (int day = 1; day < 28; day++) {
      var range =
          TimeRange.between(
              Instant.parse("2026-04-%02dT00:00:00Z".formatted(day)),
              Instant.parse("2026-04-%02dT00:00:00Z".formatted(day + 1)));
      small.answer(query(range, AudienceMetrics.ENTRANCES));
    }
    assertThat(small.figures().size()).isBetween(1L, 2L);
    assertThat(small.figures().evictions()).isGreaterThan(20);
    small.markChanged(batch(TENANT, JOURNEY, "2026-04-05T00:00:00Z"));
  }

  private int runsOf(StatsQuery<?> query) {
    int before = runs.get();
    statistics.answering(new Witness(false)).answer(query);
    return runs.get() - before;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Who writes down what it is told. */
  private final class Witness implements QueryCaller {
    private final boolean demanding;

    Witness(boolean demanding) {
      this.demanding = demanding;
    }

    @Override
    public boolean wantsFreshAnswer() {
      return demanding;
    }

    @Override
    public void recordFreshness(Freshness freshness) {
      learnt.add(freshness);
    }

    @Override
    public Registration onDisconnect(Runnable leaving) {
      return () -> {};
    }
  }

  private static StatsQuery.Numbers of(StatsQuery.Numbers query, TimeRange range) {
    return new StatsQuery.Numbers(
        query.data(), query.journey(), range, query.breakdown(), query.aggregates());
  }

  private static StatsQuery.Numbers query(TimeRange range, Metric metric) {
    return StatsQuery.Numbers.of(
        TenantData.all(TENANT), JOURNEY, range, new Breakdown.None(), List.of(metric));
  }

  private static StatsQuery.Contributors contributors(JourneyId journey, Metric metric) {
    return new StatsQuery.Contributors(
        TenantData.all(TENANT), journey, ENDED, Set.copyOf(metric.contributions()), "", 50);
  }

  private static EventBatch batch(TenantId tenant, JourneyId journey, String time) {
    return new EventBatch(
        tenant,
        Map.of(journey, Map.of(new Kind(EventType.ENTERED, Optional.empty()), at(time))),
        Map.of());
  }

  private static EventBatch custom(String time) {
    return new EventBatch(TENANT, Map.of(), Map.of("purchase", at(time)));
  }

  private static Span at(String time) {
    return new Span(Instant.parse(time), Instant.parse(time));
  }
}
