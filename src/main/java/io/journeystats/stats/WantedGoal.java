package io.journeystats.stats;

import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A goal whose conversions go into a number of a journey.
 *
 * @param journey the journey
 * @param position which number of the journey, counted from 0
 * @param goal one of the goals that count
 */
record WantedGoal(JourneyId journey, int position, Goal goal) {
  /** So many different conditions are looked for in one statement. */
  private static final int MOST_CONDITIONS = 64;

  /** So many goals are named in one statement. */
  private static final int MOST_GOALS = 10_000;

  /**
   * Puts the goals together for as many statements as it takes. Those of a journey stay together,
   * as users who reached several of them count once.
   */
  static List<List<WantedGoal>> statements(List<WantedGoal> all) {
    List<List<WantedGoal>> statements = new ArrayList<>();
    List<WantedGoal> statement = new ArrayList<>();
    Set<GoalConditions> conditions = new HashSet<>();
    for (List<WantedGoal> journey : byJourney(all)) {
      Set<GoalConditions> more = new HashSet<>(conditions);
      more.addAll(conditions(journey));
      boolean isFull =
          more.size() > MOST_CONDITIONS || statement.size() + journey.size() > MOST_GOALS;
      if (isFull && !statement.isEmpty()) {
        statements.add(List.copyOf(statement));
        statement.clear();
        more = conditions(journey);
      }
      statement.addAll(journey);
      conditions = more;
    }
    if (!statement.isEmpty()) {
      statements.add(List.copyOf(statement));
    }
    return statements;
  }

  /** A list for each journey; those with the same conditions one after the other. */
  private static List<List<WantedGoal>> byJourney(List<WantedGoal> all) {
    Map<JourneyId, List<WantedGoal>> byJourney = new LinkedHashMap<>();
    all.forEach(one -> byJourney.computeIfAbsent(one.journey(), _ -> new ArrayList<>()).add(one));
    Map<Set<GoalConditions>, List<List<WantedGoal>>> alike = new LinkedHashMap<>();
    byJourney
        .values()
        .forEach(
            goals -> alike.computeIfAbsent(conditions(goals), _ -> new ArrayList<>()).add(goals));
    return alike.values().stream().flatMap(List::stream).toList();
  }

  private static Set<GoalConditions> conditions(List<WantedGoal> goals) {
    Set<GoalConditions> conditions = new HashSet<>();
    goals.forEach(one -> one.goal().conditions().ifPresent(conditions::add));
    return conditions;
  }
}
