package io.journeystats.sql;

import static org.jooq.impl.DSL.noCondition;

import com.google.common.collect.ImmutableSet;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.journey.Goal;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.TimeRange;
import io.journeystats.rollup.RoundResult;
import io.journeystats.sql.ConversionStatements.Note;
import io.journeystats.sql.MaterializedGoals.Definition;
import io.journeystats.sql.MaterializedGoals.Filling;
import io.journeystats.sql.MaterializedGoals.Known;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;

/**
 * The conversions that one tenant's goals have, as they are written: all of a definition, or those
 * that what came in lately has made.
 *
 * @param store where they are written
 * @param fillings tell definitions apart
 * @param tenant whose
 * @param goals the goals with conditions, by journey
 */
record TenantMaterialization(
    ConversionStatements store,
    MaterializedGoals fillings,
    TenantId tenant,
    Map<JourneyId, List<Goal>> goals) {
  /** How long it may take to fill a definition; what takes longer is removed as left over. */
  private static final Duration LONGEST = Duration.ofHours(12);

  /** Where nothing of these goals came in for so long, readers must not look at all of that. */
  private static final long OLD_SECONDS = 60;

  /** Where a service was silent for so long about what it fills, another one does. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /**
   * So many custom events does a statement look at while it fills: erasures and the rollup wait for
   * its end.
   */
  private static final long MOST_EVENTS = 250_000;

  /** So many conversions may it write. */
  private static final long MOST_CONVERSIONS = 10_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The goals of a tenant that have conditions. */
  static TenantMaterialization of(
      ConversionStatements store,
      MaterializedGoals fillings,
      TenantId tenant,
      Map<JourneyId, List<Goal>> goals) {
    Map<JourneyId, List<Goal>> computed = new HashMap<>();
    goals.forEach((journey, some) -> {
      List<Goal> ofJourney = some.stream().filter(goal -> goal.conditions().isPresent()).toList();
      if (!ofJourney.isEmpty()) {
        computed.put(journey, ofJourney);
      }
    });
    return new TenantMaterialization(store, fillings, tenant, computed);
  }

  /** The definitions of all goals. */
  Set<Definition> definitions() {
    return goals.entrySet().stream()
        .flatMap(journey ->
            journey.getValue().stream().map(goal -> fillings.definition(journey.getKey(), goal)))
        .collect(Collectors.toSet());
  }

  /** The goals of some definitions, in tables that a statement takes each. */
  List<GoalTable> tables(Predicate<Definition> wanted) {
    Map<JourneyId, List<Goal>> some = new HashMap<>();
    goals.forEach((journey, all) ->
        some.put(
            journey,
            all.stream().filter(goal -> wanted.test(fillings.definition(journey, goal))).toList()));
    return GoalTable.of(some);
  }

  /**
   * Adds the conversions that what came in has made, of definitions that are filled.
   *
   * @param after what was inserted after this second is looked at
   * @return what readers may rely on once it is noted
   */
  List<Note> follow(long after, RoundResult now) {
    if (goals.isEmpty()) {
      return List.of();
    }
    Map<Definition, Filling> used = used();
    long covers = used.values().stream().mapToLong(Filling::covers).min().orElse(now.covers());
    boolean isAny = follow(used, Math.min(after, covers));
    return isAny || now.covers() - covers >= OLD_SECONDS
        ? notes(used, now.version(), now.covers())
        : List.of();
  }

  /**
   * Adds the conversions that all has made that came in before this call.
   *
   * @return false where nothing was done, as some goal is not filled, or they are too many
   */
  boolean follow() {
    Map<Definition, Filling> used = used();
    if (!used.keySet().containsAll(definitions()) || tables(_ -> true).size() > 1) {
      return false;
    }
    var _ = follow(used, used.values().stream().mapToLong(Filling::covers).min().orElseThrow());
    return true;
  }

  /** The fillings of the goals as they are defined now. */
  private Map<Definition, Filling> used() {
    Known known = store.load(tenant);
    Map<Definition, Filling> used = new LinkedHashMap<>();
    definitions()
        .forEach(definition ->
            known.find(definition).ifPresent(filling -> used.put(definition, filling)));
    return used;
  }

  private boolean follow(Map<Definition, Filling> used, long since) {
    TenantConversions changes = new TenantConversions(TenantData.all(tenant));
    boolean isAny = false;
    for (GoalTable table : tables(used::containsKey)) {
      ImmutableSet<String> names = table.eventNames();
      Optional<Instant> first =
          store.first(changes.firstChange(since, table, names, TimeRange.UNBOUNDED));
      if (first.isPresent()) {
        TimeRange range = new TimeRange(first, Optional.empty());
        Condition users =
            changes.mayHaveChanged(since, first.get(), table, names, TimeRange.UNBOUNDED);
        write(table, users, range, numbers(table, used));
        isAny = true;
      }
    }
    return isAny;
  }

  /** The definitions that some service is filling, by what it noted lately. */
  static Set<Definition> begun(List<Note> notes, RoundResult now) {
    return notes.stream()
        .filter(note ->
            note.filling().isBegun()
                && note.filling().version() > now.version() - micros(SILENCE.toNanos()))
        .map(Note::definition)
        .collect(Collectors.toSet());
  }

  /**
   * Fills the definitions of some goals, and lets readers rely on it; not where another service
   * began a moment before.
   *
   * @return whether it did
   */
  boolean fill(GoalTable table, RoundResult now) {
    long begin = System.nanoTime();
    Map<Definition, Filling> begun = new LinkedHashMap<>();
    table
        .computed()
        .forEach((journey, some) ->
            some.keySet()
                .forEach(goal ->
                    begun.computeIfAbsent(
                        fillings.definition(journey, goal),
                        _ -> new Filling(RANDOM.nextLong(1, Long.MAX_VALUE), now.version(), 0))));
    store.note(notes(begun, now.version(), 0));
    if (isBegunElsewhere(begun, now)) {
      store.drop(notes(begun, now.version(), 0));
      return false;
    }
    Record span = span(table, TimeRange.UNBOUNDED);
    long number = span.get(0, Long.class);
    if (number > 0) {
      long first = span.get(1, Long.class);
      long end = span.get(2, Long.class) + 1;
      long parts =
          Math.max(
              Math.ceilDiv(number, MOST_EVENTS),
              Math.ceilDiv(number * begun.size(), MOST_CONVERSIONS));
      long length = Math.ceilDiv(end - first, parts);
      for (long from = first; from < end; from += length) {
        TimeRange part = range(from, Math.min(end, from + length));
        write(table, noCondition(), part, numbers(table, begun));
        store.note(notes(begun, now.version() + micros(System.nanoTime() - begin), 0));
      }
    }
    long nanos = System.nanoTime() - begin;
    if (nanos > LONGEST.toNanos()) {
      return false;
    }
    store.note(notes(begun, now.version() + micros(nanos) + 1, now.covers()));
    fillings.refresh(tenant);
    return true;
  }

  private boolean isBegunElsewhere(Map<Definition, Filling> own, RoundResult now) {
    List<Note> others = store.notes(tenant);
    others.removeIf(note -> {
      Filling mine = own.get(note.definition());
      return mine == null || note.filling().number() >= mine.number();
    });
    return !begun(others, now).isEmpty();
  }

  private List<Note> notes(Map<Definition, Filling> some, long version, long covers) {
    return some.entrySet().stream()
        .map(one ->
            new Note(tenant, one.getKey(), new Filling(one.getValue().number(), version, covers)))
        .toList();
  }

  private static long micros(long nanos) {
    return nanos / 1_000;
  }

  /** What is too much for one statement is halved. */
  private void write(
      GoalTable table,
      Condition users,
      TimeRange range,
      Map<JourneyId, Map<Integer, Long>> numbers) {
    try {
      store.write(
          tenant,
          new ConversionsQuery(events(), range, users, table, MaterializedConversions.NONE),
          numbers);
    } catch (StoreUnavailableException failure) {
      List<TimeRange> halves = halves(table, range);
      if (!failure.failure().isOfStatement() || halves.isEmpty()) {
        throw failure;
      }
      halves.forEach(half -> write(table, users, half, numbers));
    }
  }

  private List<TimeRange> halves(GoalTable table, TimeRange range) {
    Record span = span(table, range);
    long first = span.get(1, Long.class);
    long end = span.get(2, Long.class) + 1;
    long middle = first + (end - first) / 2;
    return span.get(0, Long.class) == 0 || end - first < 2
        ? List.of()
        : List.of(range(first, middle), range(middle, end));
  }

  private Record span(GoalTable table, TimeRange range) {
    return store.span(events().customs(table.eventNames(), noCondition(), range));
  }

  private static TimeRange range(long from, long to) {
    return TimeRange.between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  private TenantTables events() {
    return new TenantTables(TenantData.all(tenant));
  }

  /** The number of the filling for each byte of a goal; of goals with one definition, the first. */
  private Map<JourneyId, Map<Integer, Long>> numbers(
      GoalTable table, Map<Definition, Filling> used) {
    Map<JourneyId, Map<Integer, Long>> numbers = new HashMap<>();
    table
        .computed()
        .forEach((journey, some) -> {
          Map<Long, Integer> bytes = new LinkedHashMap<>();
          some.forEach((goal, number) ->
              bytes.putIfAbsent(
                  Objects.requireNonNull(used.get(fillings.definition(journey, goal))).number(),
                  number));
          Map<Integer, Long> ofJourney = new LinkedHashMap<>();
          bytes.forEach((filling, number) -> ofJourney.put(number, filling));
          numbers.put(journey, ofJourney);
        });
    return numbers;
  }
}
