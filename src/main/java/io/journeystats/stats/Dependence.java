package io.journeystats.stats;

import io.journeystats.event.EventBatch;
import io.journeystats.journey.Goal;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.metric.Formula.ConvertedAfter;
import io.journeystats.metric.Formula.Count;
import io.journeystats.metric.Formula.Distinct;
import io.journeystats.metric.Formula.InState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events that an answer depends on: of which time, and whether the tenant's custom events are
 * among them.
 *
 * @param range only events of this time can change the answer
 * @param onCustomEvents whether custom events can
 */
record Dependence(TimeRange range, boolean onCustomEvents) {

  static Dependence of(StatsQuery<?> query) {
    return switch (query) {
      case StatsQuery.Numbers numbers -> of(numbers);
      case StatsQuery.FirstEvent firstEvent -> new Dependence(TimeRange.UNBOUNDED, false);
      case StatsQuery.Channels channels -> new Dependence(channels.range(), false);
      // A user's state is that of now, whatever the period.
      case StatsQuery.Users users -> new Dependence(TimeRange.UNBOUNDED, false);
      case StatsQuery.Behind behind ->
          new Dependence(TimeRange.UNBOUNDED, onCustomEvents(goals(behind.deeds())));
    };
  }

  /** Tells whether no more events are to be expected, late ones apart. */
  boolean hasEnded(Instant now) {
    return range.hasEnded(now);
  }

  /** Tells whether the events of a batch can change the answer to a query. */
  boolean isTouchedBy(EventBatch batch, StatsQuery<?> query) {
    return batch.concerns(query.tenant())
        && (includes(batch.ofJourney(query.journey()))
            || (onCustomEvents && includes(batch.ofTenant())));
  }

  /** Tells whether events of that time can change the answer; none cannot. */
  private boolean includes(Optional<EventBatch.Span> span) {
    return span.filter(events -> range.touches(events.first(), events.last())).isPresent();
  }

  private static Dependence of(StatsQuery.Numbers query) {
    boolean ofNow = query.aggregates().stream().anyMatch(InState.class::isInstance);
    List<Goal> goals = goals(query.aggregates());
    // Interactions lie up to a conversion period before the range, and so do the starts of computed
    // goals.
    Duration reach =
        goals.stream().map(Goal::conversionPeriod).max(Duration::compareTo).orElse(Duration.ZERO);
    return new Dependence(
        ofNow ? TimeRange.UNBOUNDED : query.range().reachingBack(reach), onCustomEvents(goals));
  }

  private static boolean onCustomEvents(List<Goal> goals) {
    return goals.stream().anyMatch(goal -> goal.conditions().isPresent());
  }

  /** The goals that aggregates rest on. */
  static List<Goal> goals(Set<Aggregate> aggregates) {
    return aggregates.stream().map(Dependence::goals).flatMap(Collection::stream).toList();
  }

  private static Set<Goal> goals(Aggregate aggregate) {
    return switch (aggregate) {
      case Converted(var goals) -> goals;
      case ConvertedAfter(var goal, var interactions) -> Set.of(goal);
      case Count count -> Set.of();
      case Distinct distinct -> Set.of();
      case InState state -> Set.of();
    };
  }
}
