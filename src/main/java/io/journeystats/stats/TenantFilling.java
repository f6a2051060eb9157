package io.journeystats.stats;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.rollup.Arrivals;
import io.journeystats.stats.ConversionFillings.Definition;
import io.journeystats.stats.ConversionFillings.Filling;
import io.journeystats.stats.ConversionFillings.Known;
import io.journeystats.stats.ConversionStore.Note;
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
record TenantFilling(
    ConversionStore store,
    ConversionFillings fillings,
    TenantId tenant,
    Map<JourneyId, List<Goal>> goals) {
  /** How long it may take to fill a definition; what takes longer is removed as left over. */
  private static final Duration LONGEST = Duration.ofHours(12);

  /** Where nothing of these goals came in for so long, readers must not look at all of that. */
  private static final long OLD_SECONDS = 60;

  /** So many conversions may a statement write. */
  private static final long MOST_IN_STATEMENT = 20_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** The goals of a tenant that have conditions. */
  static TenantFilling of(
      ConversionStore store,
      ConversionFillings fillings,
      TenantId tenant,
      Map<JourneyId, List<Goal>> goals) {
    Map<JourneyId, List<Goal>> computed = new HashMap<>();
    goals.forEach((journey, some) -> {
      List<Goal> ofJourney = some.stream().filter(goal -> goal.conditions().isPresent()).toList();
      if (!ofJourney.isEmpty()) {
        computed.put(journey, ofJourney);
      }
    });
    return new TenantFilling(store, fillings, tenant, computed);
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
  List<Note> follow(long after, Arrivals now) {
    Map<Definition, Filling> used = used();
    long covers = used.values().stream().mapToLong(Filling::covers).min().orElse(now.covers());
    boolean isAny = follow(used, Math.min(after, covers));
    return isAny || now.covers() - covers >= OLD_SECONDS
        ? used.entrySet().stream()
            .map(one ->
                new Note(
                    tenant,
                    one.getKey(),
                    new Filling(one.getValue().number(), now.version(), now.covers())))
            .toList()
        : List.of();
  }

  /**
   * Adds the conversions that all has made that came in before this call.
   *
   * @return the fillings that have them
   */
  Set<Long> follow() {
    Map<Definition, Filling> used = used();
    used.values().stream()
        .mapToLong(Filling::covers)
        .min()
        .ifPresent(covers -> {
          var _ = follow(used, covers);
        });
    return used.values().stream().map(Filling::number).collect(Collectors.toSet());
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
      Set<String> names = names(table);
      if (store.isThere(
          changes
              .cameIn(since, table, names, TimeRange.UNBOUNDED, Columns.USER_KEY)
              .limit(inline(1)))) {
        Condition users = changes.mayHaveChanged(since, table, names, TimeRange.UNBOUNDED);
        write(table, users, TimeRange.UNBOUNDED, numbers(table, used));
        isAny = true;
      }
    }
    return isAny;
  }

  /** Fills the definitions of some goals, and lets readers rely on it. */
  void fill(GoalTable table, Arrivals now) {
    long begin = System.nanoTime();
    Map<Definition, Filling> begun = new LinkedHashMap<>();
    table
        .computed()
        .forEach((journey, some) ->
            some.keySet()
                .forEach(goal ->
                    begun.computeIfAbsent(
                        fillings.definition(journey, goal),
                        _ ->
                            new Filling(
                                RANDOM.nextLong(1, Long.MAX_VALUE), now.version(), now.covers()))));
    Record span = span(table, TimeRange.UNBOUNDED);
    long number = span.get(0, Long.class);
    if (number > 0) {
      long first = span.get(1, Long.class);
      long end = span.get(2, Long.class) + 1;
      long parts = Math.ceilDiv(number * begun.size(), MOST_IN_STATEMENT);
      long length = Math.ceilDiv(end - first, parts);
      for (long from = first; from < end; from += length) {
        TimeRange part = range(from, Math.min(end, from + length));
        write(table, noCondition(), part, numbers(table, begun));
      }
    }
    if (System.nanoTime() - begin < LONGEST.toNanos()) {
      store.note(
          begun.entrySet().stream()
              .map(one -> new Note(tenant, one.getKey(), one.getValue()))
              .toList());
      fillings.refresh(tenant);
    }
  }

  /** What is too much for one statement is halved. */
  private void write(
      GoalTable table,
      Condition users,
      TimeRange range,
      Map<JourneyId, Map<Integer, Long>> numbers) {
    try {
      store.write(
          tenant, new Conversions(events(), range, users, table, KeptConversions.NONE), numbers);
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
    return store.span(events().customs(names(table), noCondition(), range));
  }

  private static TimeRange range(long from, long to) {
    return TimeRange.between(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  private TenantEvents events() {
    return new TenantEvents(TenantData.all(tenant));
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

  private static Set<String> names(GoalTable table) {
    return table.conditions().stream()
        .flatMap(conditions -> conditions.stream())
        .map(GoalConditions::eventName)
        .collect(Collectors.toSet());
  }
}
