package io.journeystats.metric;

import com.google.common.collect.ImmutableSet;
import io.journeystats.journey.Goal;
import java.util.List;
import java.util.Set;

/**
 * The computation of a metric, as data: either an {@link Aggregate} that the store answers, or
 * arithmetic on other formulas. Formulas are values, so equal ones are computed once.
 */
public sealed interface Formula {

  /** A whole number that the store answers; all other formulas are arithmetic on these. */
  sealed interface Aggregate extends Formula {}

  /**
   * The number of events. An event that was sent several times counts once.
   *
   * @param events the events to count
   */
  record Count(EventSelection events) implements Aggregate {}

  /**
   * The number of distinct subjects of events.
   *
   * @param subject the kind of subject to count
   * @param events the events to look at
   */
  record Distinct(Subject subject, EventSelection events) implements Aggregate {}

  /**
   * The number of users who are in a state now; the period does not apply.
   *
   * @param state the state
   */
  record InState(UserState state) implements Aggregate {}

  /**
   * The number of distinct users with a conversion of any of the goals.
   *
   * @param goals the goals as they are defined now; a changed definition makes another formula
   */
  record Converted(Set<Goal> goals) implements Aggregate {
    /** Copies the set. */
    public Converted {
      goals = ImmutableSet.copyOf(goals);
    }
  }

  /**
   * The number of distinct users who convert within the goal's conversion period after an
   * interaction. The interaction may precede the requested period.
   *
   * @param goal the goal as it is defined now
   * @param interactions the events that are interactions
   */
  record ConvertedAfter(Goal goal, EventSelection interactions) implements Aggregate {}

  /**
   * A number that results from following each user through time. Separate queries answer these
   * aggregates, several per scan of the events.
   */
  sealed interface Followed extends Aggregate {}

  /**
   * The number of values of a duration.
   *
   * @param span the time span that is measured
   * @param negative whether to count the values below zero instead of the others
   */
  record Lasted(TimeSpan span, boolean negative) implements Followed {}

  /**
   * The number of users whose first conversion is credited to a recipient.
   *
   * @param attribution the rule
   * @param credit the recipient
   */
  record Attributed(Attribution attribution, Attribution.Credit credit) implements Followed {}

  /**
   * The number of occurrences of a part in trips that start in the period.
   *
   * @param part the part to count
   * @param steps the ids of the steps in the order of the definition, which orders events of the
   *     same time
   */
  record Travelled(FlowPart part, List<String> steps) implements Followed {
    /** Copies the list. */
    public Travelled {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The number of distinct events that are conversions of the goal.
   *
   * @param goal the goal as it is defined now
   */
  record ConvertedEvents(Goal goal) implements Aggregate {}

  /**
   * The number of distinct events that are a conversion of the goal without a value. Answers hold
   * it as a difference; it serves to find the users.
   *
   * @param goal the goal as it is defined now
   */
  record ConvertedWithoutValue(Goal goal) implements Followed {}

  /**
   * The sum of formulas.
   *
   * @param terms the formulas to add
   */
  record Sum(List<Formula> terms) implements Formula {
    /** Copies the list. */
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A rate: a fraction, undefined if the denominator is 0.
   *
   * @param numerator the measured number
   * @param denominator the base
   */
  record Ratio(Formula numerator, Formula denominator) implements Formula {}

  /** The absence of a number: the metric does not apply to the channel. */
  record Undefined() implements Formula {}

  /** A kind of thing of which distinct ones are counted. */
  enum Subject {
    USER,
    MESSAGE,
    STEP_AND_USER
  }
}
