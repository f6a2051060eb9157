package io.journeystats.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.event.EventBatch;
import io.journeystats.event.EventBatch.Kind;
import io.journeystats.event.EventBatch.Span;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.AttributionModel;
import io.journeystats.metric.DurationMeasure;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Subject;
import io.journeystats.metric.TimeSpan;
import io.journeystats.metric.UserState;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which events make an answer wrong, and which never do. */
class InvalidationScopeTest {
  private static final TenantId TENANT = new TenantId("shop");
  private static final JourneyId JOURNEY = new JourneyId(new UUID(0, 1));

  /** The tenth to the nineteenth of May. */
  private static final TimeRange DAYS =
      TimeRange.between(
          Instant.parse("2026-05-10T00:00:00Z"), Instant.parse("2026-05-20T00:00:00Z"));

  private static final EventSelection ENTERED = EventSelection.of(EventType.ENTERED);
  private static final EventSelection CLICKED = EventSelection.of(EventType.MESSAGE_CLICKED);

  /** Five days; only the sender says who reached it. */
  private static final Goal REPORTED =
      new Goal("reported", "Reported", Optional.empty(), Optional.empty(), 5);

  /** Three days; custom events reach it, too. */
  private static final Goal COMPUTED =
      new Goal(
          "computed",
          "Computed",
          Optional.of(new GoalConditions("purchase", List.of())),
          Optional.empty(),
          3);

  private static StatsQuery<?> numbers(Aggregate... aggregates) {
    return new StatsQuery.Numbers(
        TenantData.all(TENANT), JOURNEY, DAYS, new Breakdown.None(), Set.of(aggregates));
  }

  private static StatsQuery<?> behind(Aggregate... deeds) {
    return new StatsQuery.Behind(TenantData.all(TENANT), JOURNEY, DAYS, Set.of(deeds), "", 50);
  }

  private static final StatsQuery<?> FIRST_EVENT =
      new StatsQuery.FirstEvent(TenantData.all(TENANT), JOURNEY);
  private static final StatsQuery<?> CHANNELS =
      new StatsQuery.Channels(TenantData.all(TENANT), JOURNEY, DAYS);
  private static final StatsQuery<?> USERS =
      new StatsQuery.Users(TenantData.all(TENANT), JOURNEY, DAYS, "", Optional.empty(), "", 50);

  private static final StatsQuery<?> FLOW =
      new StatsQuery.Flow(TenantData.all(TENANT), JOURNEY, DAYS, List.of("a"));

  private static final List<StatsQuery<?>> ALL =
      List.of(
          numbers(new Count(ENTERED)),
          numbers(new Distinct(Subject.USER, ENTERED)),
          numbers(new InState(UserState.IN_PROGRESS)),
          numbers(new Converted(Set.of(REPORTED))),
          numbers(new ConvertedAfter(COMPUTED, CLICKED)),
          behind(new Count(ENTERED)),
          behind(new Converted(Set.of(COMPUTED))),
          FLOW,
          attributed(Attribution.Touch.OPENED_ELSE_SENT),
          lasting(new TimeSpan.ToConvert(COMPUTED)),
          lasting(new TimeSpan.InStep("a")),
          lasting(DurationMeasure.TIME_TO_DELIVER.of(Channel.EMAIL)),
          FIRST_EVENT,
          CHANNELS,
          USERS);

  private static Span at(String first, String last) {
    return new Span(Instant.parse(first), Instant.parse(last));
  }

  /** Events of every kind. */
  private static Map<Kind, Span> ofEveryKind(Span span) {
    Map<Kind, Span> kinds = new HashMap<>();
    for (EventType type : EventType.values()) {
      kinds.put(new Kind(type, Optional.empty()), span);
      for (Channel channel : Channel.values()) {
        kinds.put(new Kind(type, Optional.of(channel)), span);
      }
    }
    return kinds;
  }

  private static EventBatch ofJourney(String first, String last) {
    return new EventBatch(TENANT, Map.of(JOURNEY, ofEveryKind(at(first, last))), Map.of());
  }

  private static EventBatch of(EventType type, Optional<Channel> channel, String time) {
    return new EventBatch(
        TENANT, Map.of(JOURNEY, Map.of(new Kind(type, channel), at(time, time))), Map.of());
  }

  private static EventBatch ofJourney(String time) {
    return ofJourney(time, time);
  }

  private static EventBatch custom(String time) {
    return custom("purchase", time);
  }

  private static EventBatch custom(String name, String time) {
    return new EventBatch(TENANT, Map.of(), Map.of(name, at(time, time)));
  }

  private static boolean changes(EventBatch batch, StatsQuery<?> query) {
    InvalidationScope dependence = InvalidationScope.of(query);
    boolean touched = dependence.isTouchedBy(batch, query);
    if (touched) {
      // Else nobody would look at the answer when the events come.
      assertThat(EventSource.of(query, dependence))
          .containsAnyElementsOf(EventSource.of(batch).toList());
    }
    return touched;
  }

  @Test
  void numbersChangeByEventsOfTheirTime() {
    for (Aggregate aggregate : List.of(new Count(ENTERED), new Distinct(Subject.USER, ENTERED))) {
      StatsQuery<?> query = numbers(aggregate);
      assertThat(changes(ofJourney("2026-05-09T23:59:59.999Z"), query)).isFalse();
      assertThat(changes(ofJourney("2026-05-10T00:00:00Z"), query)).isTrue();
      assertThat(changes(ofJourney("2026-05-19T23:59:59.999Z"), query)).isTrue();
      assertThat(changes(ofJourney("2026-05-20T00:00:00Z"), query)).isFalse();
      assertThat(changes(ofJourney("2026-05-01T00:00:00Z", "2026-05-31T00:00:00Z"), query))
          .isTrue();
    }
  }

  @Test
  void goalsChangeByWhatHappenedUpToAConversionPeriodBefore() {
    for (Aggregate aggregate :
        List.of(new Converted(Set.of(COMPUTED)), new ConvertedAfter(COMPUTED, CLICKED))) {
      assertThat(changes(ofJourney("2026-05-06T23:59:59.999Z"), numbers(aggregate))).isFalse();
      assertThat(changes(ofJourney("2026-05-07T00:00:00Z"), numbers(aggregate))).isTrue();
    }
    StatsQuery<?> attributed = numbers(new ConvertedAfter(REPORTED, CLICKED));
    assertThat(changes(ofJourney("2026-05-04T23:59:59.999Z"), attributed)).isFalse();
    assertThat(changes(ofJourney("2026-05-05T00:00:00Z"), attributed)).isTrue();
    StatsQuery<?> both = numbers(new Converted(Set.of(COMPUTED, REPORTED)), new Count(ENTERED));
    assertThat(changes(ofJourney("2026-05-05T00:00:00Z"), both)).isTrue();
  }

  @Test
  void goalsWithConditionsChangeByCustomEventsAlone() {
    for (Aggregate aggregate :
        List.of(
            new Converted(Set.of(COMPUTED)),
            new Converted(Set.of(COMPUTED, REPORTED)),
            new ConvertedAfter(COMPUTED, CLICKED))) {
      assertThat(changes(custom("2026-05-12T00:00:00Z"), numbers(aggregate))).isTrue();
      assertThat(changes(custom("2026-05-20T00:00:00Z"), numbers(aggregate))).isFalse();
      assertThat(changes(custom("2026-05-12T00:00:00Z"), behind(aggregate))).isTrue();
    }
  }

  private static StatsQuery<?> lasting(TimeSpan span) {
    return new StatsQuery.Durations(TenantData.all(TENANT), JOURNEY, DAYS, span, Optional.empty());
  }

  private static StatsQuery<?> attributed(Attribution.Touch touch) {
    return new StatsQuery.Attributions(
        TenantData.all(TENANT),
        JOURNEY,
        DAYS,
        new Attribution(COMPUTED, AttributionModel.LAST, touch, List.of("a")));
  }

  @Test
  void tripsChangeByWhatHappensOnThemHoweverLate() {
    for (EventType type :
        List.of(
            EventType.ENTERED,
            EventType.STEP_ENTERED,
            EventType.STEP_COMPLETED,
            EventType.EXITED,
            EventType.DROPPED)) {
      assertThat(changes(of(type, Optional.empty(), "2026-05-09T23:59:59.999Z"), FLOW)).isFalse();
      assertThat(changes(of(type, Optional.empty(), "2026-05-10T00:00:00Z"), FLOW)).isTrue();
      assertThat(changes(of(type, Optional.empty(), "2026-09-01T00:00:00Z"), FLOW)).isTrue();
    }
    EventBatch sent =
        of(EventType.MESSAGE_SENT, Optional.of(Channel.EMAIL), "2026-05-12T00:00:00Z");
    assertThat(changes(sent, FLOW)).isFalse();
  }

  @Test
  void durationsChangeByTheirStartsHoweverLongAgo() {
    StatsQuery<?> toConvert = lasting(new TimeSpan.ToConvert(COMPUTED));
    assertThat(changes(of(EventType.ENTERED, Optional.empty(), "2020-01-01T00:00:00Z"), toConvert))
        .isTrue();
    assertThat(changes(custom("2026-05-12T00:00:00Z"), toConvert)).isTrue();
    assertThat(changes(custom("2026-05-20T00:00:00Z"), toConvert)).isFalse();
    StatsQuery<?> inStep = lasting(new TimeSpan.InStep("a"));
    assertThat(
            changes(of(EventType.STEP_ENTERED, Optional.empty(), "2020-01-01T00:00:00Z"), inStep))
        .isTrue();
    assertThat(
            changes(of(EventType.STEP_ENTERED, Optional.empty(), "2026-05-20T00:00:00Z"), inStep))
        .isFalse();
  }

  @Test
  void durationsOfMessagesChangeByEventsOfAnyTimeInTheirChannel() {
    StatsQuery<?> toOpen = lasting(DurationMeasure.TIME_TO_OPEN.of(Channel.EMAIL));
    for (String time : List.of("2020-01-01T00:00:00Z", "2026-09-01T00:00:00Z")) {
      for (EventType type : List.of(EventType.MESSAGE_SENT, EventType.MESSAGE_OPENED)) {
        assertThat(changes(of(type, Optional.of(Channel.EMAIL), time), toOpen)).isTrue();
        assertThat(changes(of(type, Optional.of(Channel.PUSH), time), toOpen)).isFalse();
      }
      assertThat(changes(of(EventType.MESSAGE_CLICKED, Optional.of(Channel.EMAIL), time), toOpen))
          .isFalse();
    }
  }

  @Test
  void attributionChangesByTouchesOfTheConversionPeriodBefore() {
    StatsQuery<?> interactions = attributed(Attribution.Touch.INTERACTION);
    StatsQuery<?> opened = attributed(Attribution.Touch.OPENED_ELSE_SENT);
    EventBatch clicked =
        of(EventType.MESSAGE_CLICKED, Optional.of(Channel.EMAIL), "2026-05-07T00:00:00Z");
    EventBatch sent =
        of(EventType.MESSAGE_SENT, Optional.of(Channel.EMAIL), "2026-05-07T00:00:00Z");
    EventBatch tooEarly =
        of(EventType.MESSAGE_OPENED, Optional.of(Channel.EMAIL), "2026-05-06T23:59:59.999Z");
    assertThat(changes(clicked, interactions)).isTrue();
    assertThat(changes(clicked, opened)).isFalse();
    assertThat(changes(sent, interactions)).isFalse();
    assertThat(changes(sent, opened)).isTrue();
    assertThat(changes(tooEarly, interactions)).isFalse();
    assertThat(changes(tooEarly, opened)).isFalse();
    assertThat(changes(custom("2026-05-12T00:00:00Z"), interactions)).isTrue();
  }

  @Test
  void customEventsChangeNothingElse() {
    for (StatsQuery<?> query :
        List.of(
            numbers(new Count(ENTERED), new InState(UserState.EXITED)),
            numbers(new Converted(Set.of(REPORTED))),
            numbers(new ConvertedAfter(REPORTED, CLICKED)),
            behind(new Count(ENTERED)),
            behind(new Converted(Set.of(REPORTED))),
            FIRST_EVENT,
            CHANNELS,
            USERS)) {
      assertThat(changes(custom("2026-05-12T00:00:00Z"), query)).as("%s", query).isFalse();
    }
  }

  @Test
  void customEventsOfOtherNamesChangeNothing() {
    for (StatsQuery<?> query : ALL) {
      assertThat(changes(custom("page_view", "2026-05-12T00:00:00Z"), query))
          .as("%s", query)
          .isFalse();
    }
  }

  @Test
  void numbersChangeByEventsOfTheirKindAlone() {
    String time = "2026-05-12T00:00:00Z";
    Optional<Channel> none = Optional.empty();
    Optional<Channel> email = Optional.of(Channel.EMAIL);
    StatsQuery<?> clicked = numbers(new Distinct(Subject.MESSAGE, CLICKED.in(Channel.EMAIL)));
    assertThat(changes(of(EventType.MESSAGE_CLICKED, email, time), clicked)).isTrue();
    assertThat(changes(of(EventType.MESSAGE_OPENED, email, time), clicked)).isFalse();
    assertThat(changes(of(EventType.MESSAGE_CLICKED, Optional.of(Channel.SMS), time), clicked))
        .isFalse();
    StatsQuery<?> both =
        numbers(new Count(CLICKED.in(Channel.EMAIL)), new Count(CLICKED.in(Channel.PUSH)));
    assertThat(changes(of(EventType.MESSAGE_CLICKED, email, time), both)).isTrue();
    StatsQuery<?> goal = numbers(new Converted(Set.of(COMPUTED)));
    assertThat(changes(of(EventType.ENTERED, none, time), goal)).isTrue();
    assertThat(changes(of(EventType.STEP_COMPLETED, none, time), goal)).isTrue();
    assertThat(changes(of(EventType.GOAL_REACHED, none, time), goal)).isTrue();
    assertThat(changes(of(EventType.EXITED, none, time), goal)).isFalse();
    assertThat(changes(of(EventType.MESSAGE_CLICKED, email, time), goal)).isFalse();
    StatsQuery<?> after = numbers(new ConvertedAfter(COMPUTED, CLICKED.in(Channel.EMAIL)));
    assertThat(changes(of(EventType.MESSAGE_CLICKED, email, time), after)).isTrue();
    assertThat(changes(of(EventType.ENTERED, none, time), after)).isTrue();
    assertThat(changes(of(EventType.MESSAGE_SENT, email, time), after)).isFalse();
    StatsQuery<?> state = numbers(new InState(UserState.IN_PROGRESS));
    assertThat(changes(of(EventType.EXITED, none, time), state)).isTrue();
  }

  /** Once it is known, only an earlier event can take its place. */
  @Test
  void theFirstEventChangesByEarlierOnes() {
    Instant first = Instant.parse("2026-05-12T00:00:00Z");
    InvalidationScope given =
        InvalidationScope.of(FIRST_EVENT).given(Optional.of(first), FIRST_EVENT);
    assertThat(given.isTouchedBy(ofJourney("2026-05-12T00:00:00Z"), FIRST_EVENT)).isFalse();
    assertThat(given.isTouchedBy(ofJourney("2026-05-11T23:59:59.999Z"), FIRST_EVENT)).isTrue();
    InvalidationScope none = InvalidationScope.of(FIRST_EVENT).given(Optional.empty(), FIRST_EVENT);
    assertThat(none.isTouchedBy(ofJourney("2026-06-12T00:00:00Z"), FIRST_EVENT)).isTrue();
  }

  /** "Users whose state is in_progress, now: the period does not apply." */
  @Test
  void whatIsOfNowChangesByEventsOfAnyTime() {
    for (StatsQuery<?> query :
        List.of(
            numbers(new InState(UserState.IN_PROGRESS)),
            numbers(new InState(UserState.DROPPED_OFF), new Count(ENTERED)),
            behind(new Count(ENTERED)),
            USERS,
            FIRST_EVENT)) {
      assertThat(changes(ofJourney("1900-01-01T00:00:00Z"), query)).as("%s", query).isTrue();
      assertThat(changes(ofJourney("2026-06-01T00:00:00Z"), query)).as("%s", query).isTrue();
      assertThat(InvalidationScope.of(query).hasEnded(Instant.parse("2299-01-01T00:00:00Z")))
          .as("%s", query)
          .isFalse();
    }
  }

  @Test
  void channelsChangeByEventsOfTheirTime() {
    assertThat(changes(ofJourney("2026-05-12T00:00:00Z"), CHANNELS)).isTrue();
    assertThat(changes(ofJourney("2026-05-20T00:00:00Z"), CHANNELS)).isFalse();
  }

  @Test
  void nothingChangesByAnotherTenantsEvents() {
    TenantId other = new TenantId("other");
    Span span = at("1900-01-01T00:00:00Z", "2299-12-31T00:00:00Z");
    EventBatch batch =
        new EventBatch(other, Map.of(JOURNEY, ofEveryKind(span)), Map.of("purchase", span));
    for (StatsQuery<?> query : ALL) {
      InvalidationScope dependence = InvalidationScope.of(query);
      assertThat(dependence.isTouchedBy(batch, query)).as("%s", query).isFalse();
      assertThat(EventSource.of(query, dependence))
          .as("%s", query)
          .doesNotContainAnyElementsOf(EventSource.of(batch).toList());
    }
  }

  @Test
  void nothingChangesByAnotherJourneysEvents() {
    Span span = at("1900-01-01T00:00:00Z", "2299-12-31T00:00:00Z");
    EventBatch batch =
        new EventBatch(TENANT, Map.of(new JourneyId(new UUID(0, 2)), ofEveryKind(span)), Map.of());
    for (StatsQuery<?> query : ALL) {
      assertThat(changes(batch, query)).as("%s", query).isFalse();
    }
  }

  @Test
  void everythingChangesByEventsOfItsJourneyAndTime() {
    for (StatsQuery<?> query : ALL) {
      assertThat(changes(ofJourney("2026-05-12T00:00:00Z"), query)).as("%s", query).isTrue();
    }
  }

  @Test
  void aTimeHasEndedWhenItsEndHasCome() {
    Instant end = Instant.parse("2026-05-20T00:00:00Z");
    for (StatsQuery<?> query :
        List.of(numbers(new Count(ENTERED)), numbers(new Converted(Set.of(COMPUTED))), CHANNELS)) {
      assertThat(InvalidationScope.of(query).hasEnded(end)).as("%s", query).isTrue();
      assertThat(InvalidationScope.of(query).hasEnded(end.minusMillis(1)))
          .as("%s", query)
          .isFalse();
    }
  }
}
