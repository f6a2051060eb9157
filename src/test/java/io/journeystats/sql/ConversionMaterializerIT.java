package io.journeystats.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.erasure.Tombstones;
import io.journeystats.event.EventType;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.journeystats.journey.PropertyFilter.Operator;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.query.Answer;
import io.journeystats.query.BoundedStaleness;
import io.journeystats.query.Breakdown;
import io.journeystats.query.Contributor;
import io.journeystats.query.GroupKey;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.rollup.RollupTask;
import io.journeystats.rollup.UserEraser;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestTombstones;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conversions that are kept are those that follow from the events, however far behind they are. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class ConversionMaterializerIT {
  private static final TenantId SHOP = new TenantId("shop");
  private static final TenantId OTHER = new TenantId("other");
  private static final JourneyId JOURNEY = journey(1);
  private static final RollupSettings SETTINGS =
      new RollupSettings(Duration.ofSeconds(1), Duration.ZERO);
  private static final Goal LARGE = goal("large", 50, Optional.empty(), 7);
  private static final Goal ANY = goal("any", 0, Optional.empty(), 7);
  private static final Goal AFTER_STEP = goal("after_step", 50, Optional.of("s1"), 7);

  private final AtomicLong ticks = new AtomicLong();
  private final ClickHouse clickHouse;
  private final DSLContext database;
  private final Map<TenantId, Map<JourneyId, List<Goal>>> goals = new HashMap<>();
  private final MaterializedGoals materialized;
  private final ConversionMaterializer filler;
  private final RollupTask roller;

  ConversionMaterializerIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.database = clickHouse.dsl();
    this.materialized = new MaterializedGoals(database);
    this.filler = filler(SETTINGS);
    this.roller = new RollupTask(clickHouse, SETTINGS, false, filler::accept);
  }

  private ConversionMaterializer filler(RollupSettings settings) {
    return new ConversionMaterializer(
        clickHouse, materialized, new Defined(), settings, ticks::get);
  }

  /** The goals as the tests define them. */
  private final class Defined implements ConversionMaterializer.DefinedGoals {
    @Override
    public List<TenantId> tenants() {
      return List.of(SHOP, OTHER);
    }

    @Override
    public Object revision(TenantId tenant) {
      return goals.getOrDefault(tenant, Map.of());
    }

    @Override
    public List<Map<JourneyId, List<Goal>>> of(TenantId tenant) {
      return goals.getOrDefault(tenant, Map.of()).entrySet().stream()
          .map(journey -> Map.of(journey.getKey(), journey.getValue()))
          .toList();
    }
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
            "conversions",
            "conversion_fillings")
        .forEach(table -> database.execute("TRUNCATE TABLE " + table));
    goals.put(SHOP, Map.of(JOURNEY, List.of(LARGE, ANY, AFTER_STEP)));
  }

  @Test
  void whatIsKeptIsNotReadFromTheEvents() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-02T10:00:00Z", 80);
    entered("bob", "2026-05-01T10:00:00Z");
    purchase("bob", "2026-05-08T10:00:00Z", 80);
    purchase("cem", "2026-05-02T10:00:00Z", 80);
    follow();
    database.execute("TRUNCATE TABLE events");

    assertThat(users(LARGE)).containsExactly("ann");
    assertThat(users(ANY)).containsExactly("ann");
    assertThat(users(AFTER_STEP)).isEmpty();
    assertThat(number(TimeRange.UNBOUNDED, Set.of(LARGE, AFTER_STEP))).isEqualTo(1);
    assertThat(number(range("2026-05-02T10:00:00.001Z", "2026-06-01T00:00:00Z"), Set.of(LARGE)))
        .isZero();
  }

  @Test
  void aLateStartMakesConversionsOfEventsAtOnceAndInTheTable() {
    purchase("ann", "2026-05-02T10:00:00Z", 80);
    purchase("bob", "2026-05-02T10:00:00Z", 80);
    follow();
    assertThat(users(LARGE)).isEmpty();

    entered("ann", "2026-05-01T10:00:00Z");
    completed("bob", "s1", "2026-05-02T10:00:00Z");
    assertThat(users(LARGE)).containsExactly("ann");
    assertThat(users(AFTER_STEP)).containsExactly("bob");
    assertThat(number(TimeRange.UNBOUNDED, Set.of(LARGE, AFTER_STEP))).isEqualTo(2);
    assertThat(kept()).isZero();

    follow();
    database.execute("TRUNCATE TABLE events");
    assertThat(users(LARGE)).containsExactly("ann");
    assertThat(users(AFTER_STEP)).containsExactly("bob");
  }

  @Test
  void aLateCustomEventIsAConversionAtOnceAndInTheTable() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-05T10:00:00Z", 10);
    follow();
    assertThat(users(LARGE)).isEmpty();

    purchase("ann", "2026-05-02T10:00:00Z", 80);
    assertThat(users(LARGE)).containsExactly("ann");
    assertThat(events(ANY)).isEqualTo(2);

    follow();
    database.execute("TRUNCATE TABLE events");
    assertThat(users(LARGE)).containsExactly("ann");
    assertThat(events(ANY)).isEqualTo(2);
  }

  /** Nobody follows any more; what this instance knows is old. */
  @Test
  void everythingIsExactHoweverFarBehindTheTableIs() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-05T10:00:00Z", 80);
    follow();
    MaterializedGoals old = new MaterializedGoals(database);
    assertThat(users(LARGE, old)).containsExactly("ann");

    entered("bob", "2026-04-01T10:00:00Z");
    purchase("bob", "2026-04-02T10:00:00Z", 80);
    assertThat(users(LARGE, old)).containsExactly("ann", "bob");
    follow();
    entered("cem", "2026-06-01T10:00:00Z");
    purchase("cem", "2026-06-02T10:00:00Z", 80);
    assertThat(users(LARGE, old)).containsExactly("ann", "bob", "cem");
  }

  /** One who asks brings the table up to the present, for all who ask shortly after. */
  @Test
  void whoCanDoWithoutTheLastSecondsReadsTheTableAlone() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-05T10:00:00Z", 80);
    follow();
    ticks.set(100);
    purchase("bob", "2026-05-02T10:00:00Z", 80);
    entered("bob", "2026-05-01T10:00:00Z");
    BoundedStaleness lateness = new BoundedStaleness(90, 100);
    assertThat(users(LARGE, materialized.within(filler, lateness))).containsExactly("ann", "bob");
    assertThat(lateness.complete()).isEqualTo(100);
    assertThat(kept()).as("that of the goal that was asked for").isEqualTo(3);

    ticks.set(105);
    entered("cem", "2026-05-01T10:00:00Z");
    purchase("cem", "2026-05-02T10:00:00Z", 80);
    lateness = new BoundedStaleness(95, 105);
    assertThat(users(LARGE, materialized.within(filler, lateness))).containsExactly("ann", "bob");
    assertThat(lateness.complete()).as("what came in since may be missing").isEqualTo(100);
    lateness = new BoundedStaleness(101, 105);
    assertThat(users(LARGE, materialized.within(filler, lateness)))
        .containsExactly("ann", "bob", "cem");
    assertThat(lateness.complete()).isEqualTo(105);

    Goal changed = goal("large", 70, Optional.empty(), 7);
    goals.put(SHOP, Map.of(JOURNEY, List.of(changed, ANY, AFTER_STEP)));
    assertThat(users(changed, materialized.within(filler, new BoundedStaleness(101, 105))))
        .as("it is not filled yet")
        .containsExactly("ann", "bob", "cem");
  }

  @Test
  void aChangedGoalIsComputedUntilItIsFilled() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-02T10:00:00Z", 30);
    entered("bob", "2026-05-01T10:00:00Z");
    purchase("bob", "2026-05-02T10:00:00Z", 80);
    follow();
    Goal changed = goal("large", 20, Optional.empty(), 7);
    goals.put(SHOP, Map.of(JOURNEY, List.of(changed, ANY, AFTER_STEP)));

    assertThat(users(changed)).containsExactly("ann", "bob");
    assertThat(number(TimeRange.UNBOUNDED, Set.of(changed, AFTER_STEP))).isEqualTo(2);
    follow();
    purchase("ann", "2026-05-03T10:00:00Z", 90);
    // Somebody may still ask by the definition of before.
    assertThat(users(LARGE)).containsExactly("ann", "bob");
    follow();
    database.execute("TRUNCATE TABLE events");
    assertThat(users(changed)).containsExactly("ann", "bob");
  }

  @Test
  void aDefinitionThatComesBackIsFilledAgain() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-02T10:00:00Z", 80);
    follow();
    goals.put(SHOP, Map.of(JOURNEY, List.of(ANY)));
    filler.clean();
    assertThat(users(LARGE)).containsExactly("ann");
    database.execute(
        "ALTER TABLE conversion_fillings UPDATE dropped_at = dropped_at - 3600"
            + " WHERE dropped_at > 0 SETTINGS mutations_sync = 1");
    filler.clean();
    assertThat(kept()).as("that of the goal that is still there").isEqualTo(1);

    purchase("ann", "2026-05-03T10:00:00Z", 80);
    goals.put(SHOP, Map.of(JOURNEY, List.of(LARGE, ANY)));
    follow();
    filler.clean();
    database.execute("TRUNCATE TABLE events");
    assertThat(events(LARGE)).isEqualTo(2);
    assertThat(events(ANY)).isEqualTo(2);
  }

  /** The start is too old to count, and later a closer one comes in. */
  @Test
  void whatIsNoLongerKeptMakesNoConversion() {
    Instant first = Instant.parse("2026-05-03T07:11:00Z");
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-02T10:00:00Z", 80);
    purchase("ann", "2026-05-04T10:00:00Z", 80);
    entered("bob", "2026-05-03T07:10:59.999Z");
    purchase("bob", "2026-05-04T10:00:00Z", 80);
    entered("cem", "2026-05-03T07:11:00Z");
    purchase("cem", "2026-05-04T10:00:00Z", 80);
    follow();
    assertThat(users(LARGE)).containsExactly("ann", "bob", "cem");
    assertThat(users(LARGE, first)).containsExactly("cem");

    entered("bob", "2026-05-03T08:00:00Z");
    assertThat(users(LARGE, first)).containsExactly("bob", "cem");
    follow();
    database.execute("TRUNCATE TABLE events");
    assertThat(users(LARGE, first)).containsExactly("bob", "cem");
    assertThat(users(LARGE)).containsExactly("ann", "bob", "cem");
  }

  @Test
  void anErasedUserIsGoneUntilNewEventsCome() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-02T10:00:00Z", 80);
    purchase("ann", "2026-05-06T10:00:00Z", 80);
    entered("ann", "2026-05-06T09:00:00Z");
    purchase("ann", "2026-05-06T11:00:00Z", 80);
    entered("bob", "2026-05-01T10:00:00Z");
    purchase("bob", "2026-05-02T10:00:00Z", 80);
    follow();
    assertThat(events(LARGE)).isEqualTo(4);

    erase("ann", "2026-05-06T10:30:00Z");
    assertThat(users(LARGE)).as("the start is erased").containsExactly("bob");
    for (String what : List.of("APPLY PATCHES", "APPLY DELETED MASK")) {
      database.execute("ALTER TABLE conversions " + what + " SETTINGS mutations_sync = 1");
    }
    assertThat(
            database
                .fetch("SELECT DISTINCT user_id FROM conversions SETTINGS apply_deleted_mask = 0")
                .getValues(0))
        .as("on the disk")
        .isEqualTo(List.of("bob"));
    follow();
    assertThat(users(LARGE)).containsExactly("bob");

    entered("ann", "2026-05-06T10:45:00Z");
    assertThat(events(LARGE)).isEqualTo(2);
    follow();
    database.execute("TRUNCATE TABLE events");
    assertThat(users(LARGE)).containsExactly("ann", "bob");
    assertThat(events(LARGE)).isEqualTo(2);
  }

  @Test
  void isRebuiltFromTheEventsWhateverItHeld() {
    entered("ann", "2026-05-01T10:00:00Z");
    purchase("ann", "2026-05-02T10:00:00Z", 80);
    follow();
    database.execute(
        "INSERT INTO conversions (tenant_id, journey_id, filling, time, event_key, user_key,"
            + " user_id, started_at) SELECT tenant_id, journey_id, filling, time, event_key + 1,"
            + " user_key + 1, 'nobody', started_at FROM conversions");
    assertThat(users(LARGE)).containsExactly("ann", "nobody");

    filler.rebuild();

    assertThat(users(LARGE)).containsExactly("ann");
    follow();
    assertThat(users(LARGE)).containsExactly("ann");
  }

  @Test
  void keepsNoMoreThanItMay() {
    for (int user = 0; user < 40; user++) {
      entered("user-" + user, "2026-05-01T10:00:00Z");
      purchase("user-" + user, "2026-05-02T10:00:00Z", user < 10 ? 80 : 20);
    }
    follow();
    assertThat(kept()).isEqualTo(50);
    ConversionMaterializer narrow =
        filler(new RollupSettings(Duration.ofSeconds(1), Duration.ZERO, 80, 1 << 20));
    narrow.clean();

    assertThat(users(LARGE)).hasSize(10);
    assertThat(users(ANY)).hasSize(40);
    assertThat(
            database
                .fetchSingle("SELECT toInt64(countIf(dropped_at > 0)) FROM conversion_fillings")
                .get(0, Long.class))
        .as("the largest")
        .isEqualTo(1);
    filler(new RollupSettings(Duration.ofSeconds(1), Duration.ZERO, 0, 1 << 20)).round();
  }

  /** Custom events are the tenant's, journeys have the same ids in both. */
  @Test
  void tenantsAndJourneysStayApart() {
    JourneyId second = journey(2);
    goals.put(SHOP, Map.of(JOURNEY, List.of(LARGE), second, List.of(LARGE)));
    goals.put(OTHER, Map.of(JOURNEY, List.of(LARGE)));
    insert(SHOP, JOURNEY, EventType.ENTERED, "ann", "2026-05-01T10:00:00Z", "", 0);
    insert(SHOP, second, EventType.ENTERED, "bob", "2026-05-01T10:00:00Z", "", 0);
    insert(OTHER, JOURNEY, EventType.ENTERED, "cem", "2026-05-01T10:00:00Z", "", 0);
    for (String user : List.of("ann", "bob", "cem")) {
      for (TenantId tenant : List.of(SHOP, OTHER)) {
        insert(tenant, null, EventType.CUSTOM, user, "2026-05-02T10:00:00Z", "purchase", 80);
      }
    }
    follow();
    database.execute("TRUNCATE TABLE events");

    assertThat(users(SHOP, JOURNEY)).containsExactly("ann");
    assertThat(users(SHOP, second)).containsExactly("bob");
    assertThat(users(OTHER, JOURNEY)).containsExactly("cem");
    List<Answer> together =
        statistics()
            .answerAll(
                List.of(
                    query(SHOP, JOURNEY, TimeRange.UNBOUNDED, Set.of(LARGE)),
                    query(SHOP, second, TimeRange.UNBOUNDED, Set.of(LARGE))));
    assertThat(together)
        .extracting(answer -> answer.whole().byAggregate().values())
        .allSatisfy(values -> assertThat(values).containsExactly(1L));
  }

  /** Many goals, of which senders report some; several fill at once, and events come twice. */
  @Test
  void equalsTheEventsWhileTwoFollowAndEventsComeTwice()
      throws ExecutionException, InterruptedException {
    List<Goal> some = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      some.add(
          goal(
              "g" + number,
              number * 8,
              number % 3 == 0 ? Optional.empty() : Optional.of("s" + number % 2),
              1 + number % 4));
    }
    // The same definition under another name.
    some.add(goal("same", 0, Optional.empty(), 1));
    goals.put(SHOP, Map.of(JOURNEY, some, journey(2), some.subList(3, 9)));
    AtomicBoolean isOver = new AtomicBoolean();
    Random random = new Random(7);
    try (var executor = Executors.newCachedThreadPool()) {
      List<Future<?>> others = new ArrayList<>();
      for (int number = 0; number < 2; number++) {
        ConversionMaterializer one = filler(SETTINGS);
        RollupTask its = new RollupTask(clickHouse, SETTINGS, false, one::accept);
        others.add(
            executor.submit(() -> {
              while (!isOver.get()) {
                its.roll();
                one.round();
              }
            }));
      }
      for (int batch = 0; batch < 4; batch++) {
        insertSome(random.nextInt(20) * 50, 300);
        assertThat(answers(some))
            .isEqualTo(answers(some.stream().map(ConversionMaterializerIT::unkept).toList()));
      }
      isOver.set(true);
      for (Future<?> one : others) {
        one.get();
      }
    }
    follow();
    List<List<Long>> fromEvents =
        answers(some.stream().map(ConversionMaterializerIT::unkept).toList());
    assertThat(answers(some)).isEqualTo(fromEvents);
    assertThat(fromEvents.getFirst().stream().filter(one -> one > 0).count()).isGreaterThan(8);
    assertThat(fromEvents.getLast()).anySatisfy(one -> assertThat(one).isPositive());
    database.execute("ALTER TABLE events DELETE WHERE type = 'custom' SETTINGS mutations_sync = 1");
    assertThat(answers(some)).as("from the table").isEqualTo(fromEvents);
  }

  /** Of each goal the users in all, and before and after a moment; more of some of them. */
  private List<List<Long>> answers(List<Goal> some) {
    EventSelection interactions = EventSelection.of(EventType.MESSAGE_CLICKED);
    Instant middle = Instant.parse("2026-05-05T03:21:00Z");
    List<Aggregate> wanted = new ArrayList<>();
    some.forEach(goal -> wanted.add(new Converted(Set.of(goal))));
    some.stream()
        .limit(4)
        .forEach(goal -> wanted.add(new ConvertedAfter(goal, interactions.at("s0"))));
    List<List<Long>> answers = new ArrayList<>();
    for (TimeRange range :
        List.of(
            TimeRange.UNBOUNDED,
            new TimeRange(Optional.empty(), Optional.of(middle)),
            new TimeRange(Optional.of(middle), Optional.empty()))) {
      Map<Aggregate, Long> numbers =
          statistics()
              .answer(
                  new StatsQuery.Numbers(
                      TenantData.all(SHOP),
                      JOURNEY,
                      range,
                      new Breakdown.ByStep(),
                      Set.copyOf(wanted.subList(some.size(), wanted.size()))))
              .of(new GroupKey.Text("s0"))
              .byAggregate();
      Map<Aggregate, Long> users =
          statistics()
              .answer(
                  new StatsQuery.Numbers(
                      TenantData.all(SHOP),
                      JOURNEY,
                      range,
                      new Breakdown.None(),
                      Set.copyOf(wanted.subList(0, some.size()))))
              .whole()
              .byAggregate();
      answers.add(
          wanted.stream()
              .map(one -> users.containsKey(one) ? users.get(one) : numbers.get(one))
              .toList());
    }
    answers.add(some.stream().limit(2).map(this::events).toList());
    answers.add(
        wanted.subList(some.size(), some.size() + 2).stream()
            .map(after ->
                contributors(
                        TenantData.all(SHOP),
                        JOURNEY,
                        Set.of(after),
                        new MaterializedGoals(database))
                    .stream()
                    .mapToLong(Contributor::events)
                    .sum())
            .toList());
    return answers;
  }

  /** The same goal in other words, which nothing is kept of. */
  private static Goal unkept(Goal goal) {
    List<PropertyFilter> filters = goal.conditions().orElseThrow().filters();
    return new Goal(
        goal.id(),
        goal.name(),
        Optional.of(
            new GoalConditions("purchase", List.of(filters.getFirst(), filters.getFirst()))),
        goal.goalStepId(),
        goal.conversionPeriodDays());
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

  private static JourneyId journey(int number) {
    return new JourneyId(new UUID(7, number));
  }

  private static TimeRange range(String from, String to) {
    return TimeRange.between(Instant.parse(from), Instant.parse(to));
  }

  private void erase(String user, String now) {
    Tombstones tombstones = TestTombstones.of(clickHouse);
    tombstones.start();
    UserEraser eraser =
        new UserEraser(
            clickHouse,
            tombstones,
            _ -> {},
            (_, _, _) -> {},
            new ErasureSettings(
                Duration.ofSeconds(1), true, 1_000, Duration.ofSeconds(10), Duration.ofHours(1)),
            () -> Instant.parse(now));
    eraser.erase(SHOP, user, "somebody");
    tombstones.stop();
  }

  /** Until all that was inserted so far is in the table. */
  private void follow() {
    // The roller notes no progress where nothing came in.
    long last =
        database
            .fetchSingle("SELECT toInt64(toUnixTimestamp(max(inserted_at))) FROM events")
            .get(0, Long.class);
    do {
      roller.roll();
      filler.round();
    } while (covers() < last);
    filler.round();
  }

  private long covers() {
    return database
        .fetchSingle("SELECT toInt64(argMax(covers, version)) FROM rollup_progress")
        .get(0, Long.class);
  }

  private long kept() {
    return database
        .fetchSingle("SELECT toInt64(count()) FROM conversions FINAL")
        .get(0, Long.class);
  }

  private ClickHouseStatistics statistics() {
    return new ClickHouseStatistics(clickHouse.statistics("test"), new MaterializedGoals(database));
  }

  private static StatsQuery.Numbers query(
      TenantId tenant, JourneyId journey, TimeRange range, Set<Goal> goals) {
    return new StatsQuery.Numbers(
        TenantData.all(tenant), journey, range, new Breakdown.None(), Set.of(new Converted(goals)));
  }

  private long number(TimeRange range, Set<Goal> goals) {
    return statistics()
        .answer(query(SHOP, JOURNEY, range, goals))
        .whole()
        .byAggregate()
        .values()
        .iterator()
        .next();
  }

  private List<String> users(Goal goal) {
    return users(goal, new MaterializedGoals(database));
  }

  private List<String> users(Goal goal, MaterializedGoals known) {
    return ids(TenantData.all(SHOP), JOURNEY, goal, known);
  }

  private List<String> users(Goal goal, Instant first) {
    return ids(
        new TenantData(SHOP, Optional.of(first)), JOURNEY, goal, new MaterializedGoals(database));
  }

  private List<String> users(TenantId tenant, JourneyId journey) {
    return ids(TenantData.all(tenant), journey, LARGE, new MaterializedGoals(database));
  }

  private List<String> ids(TenantData data, JourneyId journey, Goal goal, MaterializedGoals known) {
    Aggregate converted = new Converted(Set.of(goal));
    List<String> users =
        contributors(data, journey, Set.of(converted), known).stream()
            .map(Contributor::userId)
            .toList();
    assertThat(
            new ClickHouseStatistics(clickHouse.statistics("test"), known)
                .answer(
                    new StatsQuery.Numbers(
                        data,
                        journey,
                        TimeRange.UNBOUNDED,
                        new Breakdown.None(),
                        Set.of(converted)))
                .whole()
                .byAggregate())
        .as("the number of these users")
        .containsEntry(converted, (long) users.size());
    return users;
  }

  private long events(Goal goal) {
    return contributors(
            TenantData.all(SHOP),
            JOURNEY,
            Set.of(new Converted(Set.of(goal))),
            new MaterializedGoals(database))
        .stream()
        .mapToLong(Contributor::events)
        .sum();
  }

  private List<Contributor> contributors(
      TenantData data, JourneyId journey, Set<Aggregate> aggregates, MaterializedGoals known) {
    return new ClickHouseStatistics(clickHouse.statistics("test"), known)
        .answer(
            new StatsQuery.Contributors(data, journey, TimeRange.UNBOUNDED, aggregates, "", 1_000))
        .users();
  }

  private void entered(String user, String time) {
    insert(SHOP, JOURNEY, EventType.ENTERED, user, time, "", 0);
  }

  private void completed(String user, String step, String time) {
    insert(SHOP, JOURNEY, EventType.STEP_COMPLETED, user, time, step, 0);
  }

  private void purchase(String user, String time, int amount) {
    insert(SHOP, null, EventType.CUSTOM, user, time, "purchase", amount);
  }

  private void insert(
      TenantId tenant,
      @Nullable JourneyId journey,
      EventType type,
      String user,
      String time,
      String what,
      int amount) {
    boolean isCustom = type == EventType.CUSTOM;
    database.execute(
        """
        INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, step_id, event_name, properties)
        VALUES ('%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s')
        """
            .formatted(
                UUID.randomUUID(),
                tenant,
                journey == null ? new UUID(0, 0) : journey,
                type.key(),
                time.replace("T", " ").replace("Z", ""),
                user,
                isCustom ? "" : what,
                isCustom ? what : "",
                isCustom ? "{\"amount\": " + amount + "}" : ""));
  }

  /** The same numbers are the same events. */
  private void insertSome(int from, int events) {
    database.execute(
        """
        INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, step_id, goal_id, event_name, properties)
        SELECT toString(number), if(number %% 11 = 0, 'other', 'shop'),
          if(kind = 'custom', toUUID('00000000-0000-0000-0000-000000000000'),
            toUUID(concat('00000000-0000-0007-0000-00000000000', toString(1 + number %% 2)))),
          ['entered', 'step_completed', 'custom', 'custom', 'custom', 'goal_reached', 'message_clicked']
            [1 + intHash32(number) %% 7] AS kind,
          toDateTime64('2026-05-01 00:00:00', 3, 'UTC') + intHash32(number + 1) %% 777600,
          concat('user-', toString(intHash32(number + 2) %% 40)),
          if(kind IN ('custom', 'entered', 'goal_reached'), '', concat('s', toString(intHash32(number + 3) %% 2))),
          if(kind = 'goal_reached', concat('g', toString(number %% 24)), ''),
          if(kind = 'custom', ['purchase', 'purchase', 'login'][1 + number %% 3], ''),
          if(kind = 'custom', concat('{"amount": ', toString(intHash32(number + 4) %% 100), '}'), '')
        FROM numbers(%d, %d)
        """
            .formatted(from, events));
  }
}
