package io.journeystats.sql;

import static java.util.Comparator.naturalOrder;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue.Text;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The goals of one statement: which byte of {@link GoalMask} each goal of each journey has. Goals
 * of different journeys share a byte where a custom event reaches both or neither.
 */
final class GoalTable {
  /** How many different goals, and sets of them, one statement asks for at most. */
  private static final int MOST_GOALS = 128;

  /** How long their filters may be together, in characters, unless those of one journey are. */
  private static final int MOST_TEXT = 1_000_000;

  /** Stands for the step where tracking starts at the entrance; no step has such an id. */
  static final String NO_STEP = "";

  /** By byte. */
  private final List<Definition> definitions;

  private final Map<JourneyId, Map<Goal, Integer>> bytes;

  /**
   * What goals that share a byte have in common.
   *
   * @param conditions the conditions
   * @param period the conversion period
   * @param repetition how many goals of the journey before this one have the same definition
   */
  private record Definition(Optional<GoalConditions> conditions, Duration period, int repetition) {
    int textLength() {
      return conditions.stream()
          .flatMap(some -> some.filters().stream())
          .mapToInt(filter -> filter.property().length() + textLength(filter))
          .sum();
    }

    private static int textLength(PropertyFilter filter) {
      return filter.value().orElse(null) instanceof Text(var text) ? text.length() : 0;
    }
  }

  /**
   * Where the tracking of goals starts.
   *
   * @param journey in which journey
   * @param step at which step's completion; {@link #NO_STEP} where it is the entrance
   */
  record Start(JourneyId journey, String step) {}

  /** A table of some goals by journey. */
  GoalTable(Map<JourneyId, ? extends Collection<Goal>> goals) {
    Map<Definition, Integer> numbers = new LinkedHashMap<>();
    this.bytes = new LinkedHashMap<>();
    goals.forEach((journey, some) -> {
      Map<Goal, Integer> ofJourney = new LinkedHashMap<>();
      definitions(some)
          .forEach((definition, goal) -> {
            numbers.putIfAbsent(definition, numbers.size());
            ofJourney.put(goal, Objects.requireNonNull(numbers.get(definition)));
          });
      bytes.put(journey, ofJourney);
    });
    this.definitions = List.copyOf(numbers.keySet());
  }

  /** Distributes the goals of many journeys, those of a journey together, to several tables. */
  static List<GoalTable> of(Map<JourneyId, ? extends Collection<Goal>> goals) {
    List<GoalTable> tables = new ArrayList<>();
    Map<JourneyId, Collection<Goal>> table = new LinkedHashMap<>();
    Set<Definition> inTable = new HashSet<>();
    Set<Set<Definition>> sets = new HashSet<>();
    for (JourneyId journey : alikeTogether(goals)) {
      Collection<Goal> some = Objects.requireNonNull(goals.get(journey));
      Set<Definition> own = definitions(some).keySet();
      if (!table.isEmpty()
          && (isTooMuch(Sets.union(inTable, own))
              || Sets.union(sets, Set.of(own)).size() > MOST_GOALS)) {
        tables.add(new GoalTable(table));
        table.clear();
        inTable.clear();
        sets.clear();
      }
      table.put(journey, some);
      inTable.addAll(own);
      sets.add(own);
    }
    if (!table.isEmpty()) {
      tables.add(new GoalTable(table));
    }
    return tables;
  }

  private static boolean isTooMuch(Set<Definition> definitions) {
    return definitions.size() > MOST_GOALS
        || definitions.stream().mapToLong(Definition::textLength).sum() > MOST_TEXT;
  }

  /** The journeys that have goals; those with the same definitions one after the other. */
  private static List<JourneyId> alikeTogether(Map<JourneyId, ? extends Collection<Goal>> goals) {
    Map<Set<Definition>, List<JourneyId>> alike = new LinkedHashMap<>();
    goals.forEach((journey, some) -> {
      if (!some.isEmpty()) {
        alike.computeIfAbsent(definitions(some).keySet(), _ -> new ArrayList<>()).add(journey);
      }
    });
    return alike.values().stream().flatMap(List::stream).toList();
  }

  private static Map<Definition, Goal> definitions(Collection<Goal> goals) {
    Map<Definition, Goal> definitions = new LinkedHashMap<>();
    for (Goal goal : goals) {
      int repetition = 0;
      while (definitions.putIfAbsent(
              new Definition(goal.conditions(), goal.conversionPeriod(), repetition), goal)
          != null) {
        repetition++;
      }
    }
    return definitions;
  }

  /** The journeys. */
  Set<JourneyId> journeys() {
    return bytes.keySet();
  }

  /** The conditions by byte; empty where only senders decide. */
  List<Optional<GoalConditions>> conditions() {
    return definitions.stream().map(Definition::conditions).toList();
  }

  /** The names of the custom events that conditions ask for. */
  ImmutableSet<String> eventNames() {
    return definitions.stream()
        .flatMap(definition -> definition.conditions().stream())
        .map(GoalConditions::eventName)
        .collect(ImmutableSet.toImmutableSet());
  }

  /** How long after a start something may be a conversion at most. */
  Duration longestPeriod() {
    return definitions.stream().map(Definition::period).max(naturalOrder()).orElse(Duration.ZERO);
  }

  /** The row in which some goals of a journey count. */
  BigInteger counting(JourneyId journey, Collection<Goal> goals) {
    Map<Goal, Integer> ofJourney = Objects.requireNonNull(bytes.get(journey));
    return GoalMask.counting(goals.stream().map(ofJourney::get).toList());
  }

  /** The byte of each goal that custom events reach, by journey. */
  Map<JourneyId, Map<Goal, Integer>> computed() {
    Map<JourneyId, Map<Goal, Integer>> computed = new LinkedHashMap<>();
    bytes.forEach((journey, goals) ->
        goals.forEach((goal, number) -> {
          if (goal.conditions().isPresent()) {
            computed.computeIfAbsent(journey, _ -> new LinkedHashMap<>()).put(goal, number);
          }
        }));
    return computed;
  }

  /** The row in which each goal that senders may report counts, by the goal's key. */
  Map<String, BigInteger> reported() {
    Map<String, BigInteger> reported = new LinkedHashMap<>();
    bytes.forEach((journey, goals) ->
        goals.forEach((goal, number) ->
            reported.merge(
                key(journey, goal.id()), GoalMask.counting(List.of(number)), BigInteger::or)));
    return reported;
  }

  /** The row in which the goals count that a start tracks; only goals that custom events reach. */
  Map<Start, BigInteger> starts() {
    Map<Start, BigInteger> starts = new LinkedHashMap<>();
    bytes.forEach((journey, goals) ->
        goals.forEach((goal, number) -> {
          if (goal.conditions().isPresent()) {
            starts.merge(
                new Start(journey, goal.goalStepId().orElse(NO_STEP)),
                GoalMask.counting(List.of(number)),
                BigInteger::or);
          }
        }));
    return starts;
  }

  /**
   * The row in which the goals count whose conversion period has not ended, by the milliseconds
   * since the start from which that is so.
   */
  SortedMap<Long, BigInteger> tracked() {
    TreeMap<Long, BigInteger> tracked = new TreeMap<>(Map.of(0L, BigInteger.ZERO));
    definitions.forEach(definition -> tracked.put(definition.period().toMillis(), BigInteger.ZERO));
    tracked.replaceAll((since, _) ->
        GoalMask.counting(
            IntStream.range(0, definitions.size())
                .filter(number -> definitions.get(number).period().toMillis() > since)
                .boxed()
                .toList()));
    return tracked;
  }

  /** What stands for an id of a journey, such as that of a goal, among those of all journeys. */
  String key(JourneyId journey, String id) {
    return journeys().size() == 1 ? id : journey + id;
  }
}
