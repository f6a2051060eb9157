package io.journeystats.query;

import com.google.common.collect.ImmutableSet;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Attribution;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.Lasted;
import io.journeystats.metric.Metric;
import io.journeystats.metric.TimeSpan;
import io.journeystats.metric.UserState;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about one journey, as a value: equal queries have equal answers, so a query is also
 * its cache key. None can be made without a tenant.
 *
 * @param <R> the type of its answer
 */
public sealed interface StatsQuery<R> {

  /** The events that it looks at: whose, and from when on. */
  TenantData data();

  /** Whose events it looks at. */
  default TenantId tenant() {
    return data().tenant();
  }

  /** The journey asked about. */
  JourneyId journey();

  /**
   * About how much memory it takes where it is remembered with its answer, in numbers of about 60
   * bytes: the goals in it may be large.
   */
  default int weight() {
    return LEAST_WEIGHT;
  }

  /** Tells whether its answer is remembered; one that nobody asks for twice only takes room. */
  default boolean isRemembered() {
    return true;
  }

  /** What a query without goals weighs. */
  int LEAST_WEIGHT = 16;

  private static int weight(Set<Aggregate> aggregates) {
    // The same goal is in many aggregates, as the same object.
    Set<Goal> goals = Collections.newSetFromMap(new IdentityHashMap<>());
    goals.addAll(InvalidationScope.goals(aggregates));
    return LEAST_WEIGHT + goals.stream().mapToInt(Goal::weight).sum();
  }

  /**
   * Numbers of a journey.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range of which time; it does not apply to states
   * @param breakdown split by what
   * @param aggregates which numbers
   */
  record Numbers(
      TenantData data,
      JourneyId journey,
      TimeRange range,
      Breakdown breakdown,
      Set<Aggregate> aggregates)
      implements StatsQuery<Answer> {

    /** Copies the set, and keeps its order, so that equal questions become equal statements. */
    public Numbers {
      aggregates = ImmutableSet.copyOf(aggregates);
    }

    @Override
    public int weight() {
      return StatsQuery.weight(aggregates);
    }

    /** The query for all that some metrics rest on. */
    public static Numbers of(
        TenantData data,
        JourneyId journey,
        TimeRange range,
        Breakdown breakdown,
        Collection<Metric> metrics) {
      return new Numbers(
          data,
          journey,
          range,
          breakdown,
          metrics.stream()
              .flatMap(metric -> metric.aggregates().stream())
              .collect(ImmutableSet.toImmutableSet()));
    }

    /** The query for fewer aggregates. */
    public Numbers without(Collection<? extends Aggregate> some) {
      return new Numbers(
          data,
          journey,
          range,
          breakdown,
          aggregates.stream()
              .filter(aggregate -> !some.contains(aggregate))
              .collect(ImmutableSet.toImmutableSet()));
    }

    /** The aggregates of a kind that any of the queries asks for. */
    public static <A extends Aggregate> List<A> all(Class<A> kind, List<Numbers> queries) {
      return queries.stream().flatMap(query -> query.aggregates(kind).stream()).distinct().toList();
    }

    /** Those of a kind. */
    public <A extends Aggregate> List<A> aggregates(Class<A> kind) {
      return aggregates.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
  }

  /**
   * The time of the journey's first event of any type; empty where it has none.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   */
  record FirstEvent(TenantData data, JourneyId journey) implements StatsQuery<Optional<Instant>> {}

  /**
   * The channels that a journey has events in.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range of which time
   */
  record Channels(TenantData data, JourneyId journey, TimeRange range)
      implements StatsQuery<Set<Channel>> {}

  /**
   * A page of the users who stand behind a number, in the order of their ids' code points.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range of which time
   * @param deeds what users did that the number is made of: any of these, at least one
   * @param after only users after this id; empty for the first page
   * @param limit at most so many
   */
  record Behind(
      TenantData data,
      JourneyId journey,
      TimeRange range,
      Set<Aggregate> deeds,
      String after,
      int limit)
      implements StatsQuery<ContributorPage> {
    /** Copies the set. */
    public Behind {
      deeds = ImmutableSet.copyOf(deeds);
    }

    @Override
    public int weight() {
      return StatsQuery.weight(deeds);
    }
  }

  /**
   * The links of a message that were clicked.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range clicked when
   * @param channel of the channel of the message
   * @param stepId of the step of the message
   * @param order which ones first
   * @param limit at most so many
   */
  record Links(
      TenantData data,
      JourneyId journey,
      TimeRange range,
      Channel channel,
      String stepId,
      LinkOrder order,
      int limit)
      implements StatsQuery<MessageLinks> {}

  /**
   * What is known of the values of a duration.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range values of which time
   * @param span which duration
   * @param buckets those of the series; empty where there is none
   */
  record Durations(
      TenantData data,
      JourneyId journey,
      TimeRange range,
      TimeSpan span,
      Optional<TimeBuckets> buckets)
      implements StatsQuery<DurationSummary> {
    @Override
    public int weight() {
      return StatsQuery.weight(Set.of(new Lasted(span, false)));
    }
  }

  /**
   * Where users' first conversions went.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range conversions of which time
   * @param attribution of which goal, by which rule
   */
  record Attributions(TenantData data, JourneyId journey, TimeRange range, Attribution attribution)
      implements StatsQuery<AttributionAnswer> {
    @Override
    public int weight() {
      return LEAST_WEIGHT + attribution.goal().weight() + 2 * attribution.steps().size();
    }
  }

  /**
   * Users' trips.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range trips that start when
   * @param steps the ids of the steps, in the order of the definition
   */
  record Flow(TenantData data, JourneyId journey, TimeRange range, List<String> steps)
      implements StatsQuery<FlowAnswer> {
    /** Copies the list. */
    public Flow {
      steps = List.copyOf(steps);
    }

    @Override
    public int weight() {
      return LEAST_WEIGHT + 2 * steps.size();
    }
  }

  /**
   * What the conversions of goals are worth.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range converted when
   * @param breakdown by bucket, or not split at all
   * @param goals of which goals; at least one that has a value
   */
  record Amounts(
      TenantData data, JourneyId journey, TimeRange range, Breakdown breakdown, List<Goal> goals)
      implements StatsQuery<GoalAmounts> {
    /** Copies the list. */
    public Amounts {
      goals = List.copyOf(goals);
    }

    @Override
    public int weight() {
      return LEAST_WEIGHT + goals.stream().mapToInt(Goal::weight).sum();
    }
  }

  /**
   * A page of what happened to one user in a journey.
   *
   * @param data whose, and from when on events count
   * @param journey in which journey
   * @param userId to which user
   * @param goals the goals of the journey, of which events may be conversions
   * @param customs which custom events stand among those of the journey
   * @param after only events behind that place; empty for the first page
   * @param limit at most so many
   */
  record OfUser(
      TenantData data,
      JourneyId journey,
      String userId,
      List<Goal> goals,
      Timeline.Customs customs,
      Optional<Timeline.Place> after,
      int limit)
      implements StatsQuery<Timeline> {
    /** Copies the list. */
    public OfUser {
      goals = List.copyOf(goals);
    }

    @Override
    public boolean isRemembered() {
      return false;
    }
  }

  /**
   * The journeys that one user is in or was in.
   *
   * @param data whose, and from when on events count
   * @param journeys among which journeys; at least one
   * @param userId which user
   */
  record UserJourneys(TenantData data, Set<JourneyId> journeys, String userId)
      implements StatsQuery<JourneysOfUser> {
    /** Copies the set. */
    public UserJourneys {
      journeys = Set.copyOf(journeys);
    }

    @Override
    public JourneyId journey() {
      return journeys.iterator().next();
    }

    @Override
    public boolean isRemembered() {
      return false;
    }
  }

  /**
   * A page of the users who entered a journey, in the order of their ids' code points.
   *
   * @param data whose, and from when on events count
   * @param journey of which journey
   * @param range entered when
   * @param search what the id, or the id of any device, is or begins with; empty for all
   * @param state in which state now; empty for any
   * @param after only users after this id; empty for the first page
   * @param limit at most so many
   */
  record Users(
      TenantData data,
      JourneyId journey,
      TimeRange range,
      String search,
      Optional<UserState> state,
      String after,
      int limit)
      implements StatsQuery<UserPage> {}
}
