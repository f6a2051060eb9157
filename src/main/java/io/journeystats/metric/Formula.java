package io.journeystats.metric;

import com.google.common.collect.ImmutableSet;
import io.journeystats.journey.Goal;
import java.util.List;
import java.util.Set;

/**
 * How a metric is computed, as data: either an {@link Aggregate} that the store answers, or
 * arithmetic on other formulas. Formulas are values, so equal ones are computed once.
 */
public sealed interface Formula {

  /** A whole number that the store answers; everything else is arithmetic on these. */
  sealed interface Aggregate extends Formula {}

  /**
   * The number of events, each counted once however often it was sent.
   *
   * @param events which ones
   */
  record Count(EventSelection events) implements Aggregate {}

  /**
   * The number of distinct subjects among events.
   *
   * @param subject distinct what
   * @param events among which events
   */
  record Distinct(Subject subject, EventSelection events) implements Aggregate {}

  /**
   * The number of users that are in a state now; no period applies.
   *
   * @param state the state
   */
  record InState(UserState state) implements Aggregate {}

  /**
   * The number of distinct users with a conversion of any of the goals.
   *
   * @param goals the goals as they are defined now, so that a changed definition is another formula
   */
  record Converted(Set<Goal> goals) implements Aggregate {
    /** Copies the set. */
    public Converted {
      goals = ImmutableSet.copyOf(goals);
    }
  }

  /**
   * The number of distinct users with a conversion of the goal at most its conversion period after
   * an interaction; the interaction may lie before the period asked for.
   *
   * @param goal the goal as it is defined now
   * @param interactions what counts as an interaction
   */
  record ConvertedAfter(Goal goal, EventSelection interactions) implements Aggregate {}

  /**
   * A number of what is found by following each user through time. Queries of their own answer it,
   * many of them in one reading.
   */
  sealed interface Followed extends Aggregate {}

  /**
   * The number of values of a duration.
   *
   * @param span what lasts
   * @param negative whether those below zero are counted instead of the others
   */
  record Lasted(TimeSpan span, boolean negative) implements Followed {}

  /**
   * The number of users whose first conversion went to a place.
   *
   * @param attribution by which rule
   * @param credit to which place
   */
  record Attributed(Attribution attribution, Attribution.Credit credit) implements Followed {}

  /**
   * How often there is a part of trips that start in the period.
   *
   * @param part which part
   * @param steps the ids of the steps in the order of the definition, which decides between events
   *     of the same time
   */
  record Travelled(FlowPart part, List<String> steps) implements Followed {
    /** Copies the list. */
    public Travelled {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The number of distinct events that are a conversion of the goal.
   *
   * @param goal the goal as it is defined now
   */
  record ConvertedEvents(Goal goal) implements Aggregate {}

  /**
   * The sum of formulas.
   *
   * @param terms what to add up
   */
  record Sum(List<Formula> terms) implements Formula {
    /** Copies the list. */
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A rate: a fraction, undefined where the denominator is 0.
   *
   * @param numerator what is measured
   * @param denominator the base
   */
  record Ratio(Formula numerator, Formula denominator) implements Formula {}

  /** No number: the channel does not know this metric. */
  record Undefined() implements Formula {}

  /** Of what the distinct ones are counted. */
  enum Subject {
    USER,
    MESSAGE,
    STEP_AND_USER
  }
}
