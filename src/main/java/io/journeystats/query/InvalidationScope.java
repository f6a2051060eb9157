package io.journeystats.query;

import io.journeystats.event.EventBatch;
import io.journeystats.event.EventType;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.EventSelection;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Attributed;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.ConvertedEvents;
import io.journeystats.metric.Formula.ConvertedWithoutValue;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.Followed;
import io.journeystats.metric.Formula.InState;
import io.journeystats.metric.Formula.Lasted;
import io.journeystats.metric.Formula.Travelled;
import io.journeystats.metric.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events that can change an answer, by kind and time. It may include others, but never lacks
 * any.
 *
 * @param range only events of this time can change the answer
 * @param types events of the journey can, of these types
 * @param channel only those of this channel; empty for those of any channel or none
 * @param eventNames custom events of these names can
 */
public record InvalidationScope(
    TimeRange range, Set<EventType> types, Optional<Channel> channel, Set<String> eventNames) {
  private static final Set<EventType> ALL_TYPES = Set.of(EventType.values());

  /** What goals rest on besides custom events: reports, and what starts their tracking. */
  private static final EventSelection OF_GOALS =
      EventSelection.of(EventType.GOAL_REACHED, EventType.ENTERED, EventType.STEP_COMPLETED);

  private static final EventSelection OF_STEPS =
      EventSelection.of(EventType.STEP_ENTERED, EventType.STEP_COMPLETED);

  private static final EventSelection OF_USERS =
      EventSelection.of(EventType.ENTERED, EventType.EXITED, EventType.DROPPED);

  public static InvalidationScope of(StatsQuery<?> query) {
    return switch (query) {
      case StatsQuery.Numbers numbers -> of(numbers);
      case StatsQuery.FirstEvent _ -> onEverything(TimeRange.UNBOUNDED, List.of());
      case StatsQuery.Channels channels -> onEverything(channels.range(), List.of());
      // A user's state is the present one in every period.
      case StatsQuery.Users _ -> onEverything(TimeRange.UNBOUNDED, List.of());
      case StatsQuery.Links links ->
          new InvalidationScope(
              links.range(),
              Set.of(EventType.MESSAGE_CLICKED),
              Optional.of(links.channel()),
              Set.of());
      case StatsQuery.Amounts amounts ->
          of(
              new StatsQuery.Numbers(
                  amounts.data(),
                  amounts.journey(),
                  amounts.range(),
                  amounts.breakdown(),
                  Set.of(new Converted(Set.copyOf(amounts.goals())))));
      // Not remembered.
      case StatsQuery.OfUser _, StatsQuery.UserJourneys _ ->
          onEverything(TimeRange.UNBOUNDED, List.of());
      case StatsQuery.Contributors contributors ->
          onEverything(TimeRange.UNBOUNDED, goals(contributors.aggregates()));
      case StatsQuery.Durations durations -> of(durations);
      case StatsQuery.Attributions attributions -> of(attributions);
      // A trip that starts in the range goes on until its user enters again.
      case StatsQuery.Flow flow ->
          on(
              new TimeRange(flow.range().from(), Optional.empty()),
              Stream.of(OF_STEPS, OF_USERS),
              Set.of());
    };
  }

  private static InvalidationScope of(StatsQuery.Durations query) {
    // What ends a span may lie in the range, what starts it lies anywhere before.
    TimeRange before = new TimeRange(Optional.empty(), query.range().to());
    return switch (query.span()) {
      case TimeSpan.ToConvert(var goal) ->
          on(before, Stream.of(OF_GOALS), eventNames(List.of(goal)));
      // A message that was sent in the range may be answered at any time, and sent before as well.
      case TimeSpan.OfMessage(var sends, var answers) ->
          on(TimeRange.UNBOUNDED, Stream.of(sends, answers), Set.of());
      case TimeSpan.InStep(var step) -> on(before, Stream.of(OF_STEPS), Set.of());
    };
  }

  private static InvalidationScope of(StatsQuery.Attributions query) {
    Attribution attribution = query.attribution();
    return on(
        query.range().reachingBack(attribution.goal().conversionPeriod()),
        Stream.concat(
            Stream.of(OF_GOALS),
            Stream.concat(
                attribution.touch().preferred().stream(),
                attribution.touch().otherwise().stream())),
        eventNames(List.of(attribution.goal())));
  }

  private static InvalidationScope on(
      TimeRange range, Stream<EventSelection> events, Set<String> eventNames) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    Set<Optional<Channel>> channels = new HashSet<>();
    events.forEach(some -> {
      types.addAll(some.types());
      channels.add(some.channel());
    });
    return new InvalidationScope(
        range,
        Set.copyOf(types),
        channels.size() == 1 ? channels.iterator().next() : Optional.empty(),
        eventNames);
  }

  /** Narrows the scope, now that the answer is known. */
  public InvalidationScope given(Object answer, StatsQuery<?> query) {
    // Only an earlier event can change which one is the first.
    return query instanceof StatsQuery.FirstEvent
            && answer instanceof Optional<?> first
            && first.orElse(null) instanceof Instant time
        ? new InvalidationScope(
            new TimeRange(Optional.empty(), Optional.of(time)), types, channel, eventNames)
        : this;
  }

  /** Returns whether custom events can change the answer. */
  public boolean onCustomEvents() {
    return !eventNames.isEmpty();
  }

  /** Returns whether its time has ended, so that only late events can change the answer. */
  public boolean hasEnded(Instant now) {
    return range.hasEnded(now);
  }

  /** Returns whether the events of a batch can change the answer to a query. */
  public boolean isTouchedBy(EventBatch batch, StatsQuery<?> query) {
    return batch.concerns(query.tenant())
        && (batch.ofJourney(query.journey()).entrySet().stream()
                .anyMatch(events -> includes(events.getKey()) && touches(events.getValue()))
            || eventNames.stream().anyMatch(name -> touches(batch.customs(), name)));
  }

  private boolean includes(EventBatch.Kind kind) {
    return types.contains(kind.type()) && (channel.isEmpty() || channel.equals(kind.channel()));
  }

  private boolean touches(Map<String, EventBatch.Span> customs, String name) {
    EventBatch.Span events = customs.get(name);
    return events != null && touches(events);
  }

  private boolean touches(EventBatch.Span events) {
    return range.touches(events.first(), events.last());
  }

  private static InvalidationScope onEverything(TimeRange range, List<Goal> goals) {
    return new InvalidationScope(range, ALL_TYPES, Optional.empty(), eventNames(goals));
  }

  private static InvalidationScope of(StatsQuery.Numbers query) {
    List<Goal> goals = goals(query.aggregates());
    if (query.aggregates().stream().anyMatch(InState.class::isInstance)) {
      return onEverything(TimeRange.UNBOUNDED, goals);
    }
    // Interactions lie up to a conversion period before the range, and so do the starts of computed
    // goals.
    Duration reach =
        goals.stream().map(Goal::conversionPeriod).max(Duration::compareTo).orElse(Duration.ZERO);
    return on(
        query.range().reachingBack(reach),
        query.aggregates().stream().flatMap(InvalidationScope::events),
        eventNames(goals));
  }

  private static Set<String> eventNames(List<Goal> goals) {
    return goals.stream()
        .flatMap(goal -> goal.conditions().stream())
        .map(GoalConditions::eventName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The journey's events that an aggregate rests on. */
  private static Stream<EventSelection> events(Aggregate aggregate) {
    return switch (aggregate) {
      case Converted _, ConvertedEvents _ -> Stream.of(OF_GOALS);
      case ConvertedAfter(_, var interactions) -> Stream.of(OF_GOALS, interactions);
      case Count(var events) -> Stream.of(events);
      case Distinct distinct -> Stream.of(distinct.events());
      case InState _ -> throw new IllegalArgumentException("states rest on all events");
      case Followed _ -> throw new IllegalArgumentException("has queries of its own: " + aggregate);
    };
  }

  /** The goals that aggregates rest on. */
  public static List<Goal> goals(Set<Aggregate> aggregates) {
    return aggregates.stream().map(InvalidationScope::goals).flatMap(Collection::stream).toList();
  }

  private static Set<Goal> goals(Aggregate aggregate) {
    return switch (aggregate) {
      case Converted(var goals) -> goals;
      case ConvertedAfter(var goal, var interactions) -> Set.of(goal);
      case ConvertedEvents(var goal) -> Set.of(goal);
      case ConvertedWithoutValue(var goal) -> Set.of(goal);
      case Count count -> Set.of();
      case Distinct distinct -> Set.of();
      case InState state -> Set.of();
      case Attributed(var attribution, _) -> Set.of(attribution.goal());
      case Lasted(TimeSpan.ToConvert(var goal), _) -> Set.of(goal);
      case Lasted _, Travelled _ -> Set.of();
    };
  }
}
