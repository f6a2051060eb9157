package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.bitUnion;
import static io.journeystats.clickhouse.ClickHouseExpressions.bucketStart;
import static io.journeystats.clickhouse.ClickHouseExpressions.countIf;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import com.google.common.collect.ImmutableSet;
import io.journeystats.journey.Goal;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.Formula.Converted;
import io.journeystats.query.Breakdown;
import io.journeystats.query.StatsQuery;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * Reads the numbers of users who reached goals: which goals each user reached is found first, then
 * the users are counted for all numbers at once.
 *
 * @param queries what is asked, of one tenant, range and breakdown, each of another journey
 */
record ConvertedUsersQuery(List<StatsQuery.Numbers> queries) {
  private static final Field<Object> GROUP = field(name("group"), Object.class);

  /** The columns of a row before those of the numbers: the group and the journey. */
  private static final int FIRST_NUMBER = 2;

  /**
   * Adds the numbers to the answers of their journeys.
   *
   * @param answers the answer of each journey
   */
  void read(
      DSLContext database, MaterializedGoals fillings, Function<JourneyId, AnswerBuilder> answers) {
    Map<JourneyId, List<Converted>> wanted = new LinkedHashMap<>();
    Map<JourneyId, Set<Goal>> goals = new LinkedHashMap<>();
    for (StatsQuery.Numbers query : queries) {
      List<Converted> numbers = query.aggregates(Converted.class);
      wanted.put(query.journey(), numbers);
      goals.put(
          query.journey(),
          numbers.stream()
              .flatMap(number -> number.goals().stream())
              .collect(ImmutableSet.toImmutableSet()));
    }
    for (GoalTable table : GoalTable.of(goals)) {
      Map<BigInteger, Integer> columns = new LinkedHashMap<>();
      for (JourneyId journey : table.journeys()) {
        for (Converted number : wanted.getOrDefault(journey, List.of())) {
          columns.putIfAbsent(
              table.counting(journey, number.goals()), FIRST_NUMBER + columns.size());
        }
      }
      StatsQuery.Numbers any = queries.getFirst();
      MaterializedConversions kept = fillings.of(any.data(), table, any.range());
      for (Record row : database.fetch(statement(table, kept, columns.keySet()))) {
        JourneyId journey = new JourneyId(row.get(1, UUID.class));
        for (Converted number : wanted.getOrDefault(journey, List.of())) {
          int column = requireNonNull(columns.get(table.counting(journey, number.goals())));
          answers.apply(journey).add(row, number, column);
        }
      }
    }
  }

  /**
   * The row's columns are the group, the journey, and for each number the users who reached any of
   * its goals.
   *
   * @param numbers the goals of each number, as a row of {@link GoalTable#counting}
   */
  private ResultQuery<Record> statement(
      GoalTable table, MaterializedConversions kept, Collection<BigInteger> numbers) {
    StatsQuery.Numbers any = queries.getFirst();
    var conversions =
        new ConversionsQuery(new TenantTables(any.data()), any.range(), noCondition(), table, kept);
    GoalMask bytes = conversions.bytes();
    Optional<Field<?>> group = group(any.breakdown());
    List<Field<?>> groups = new ArrayList<>(List.of(EventColumns.JOURNEY_ID));
    group.ifPresent(_ -> groups.add(GROUP));
    List<Field<?>> byUser = new ArrayList<>(groups);
    byUser.add(EventColumns.USER_KEY);
    List<Field<?>> reached = new ArrayList<>(byUser);
    reached.addAll(bytes.computed((_, column) -> bitUnion(column)));
    Field<?> noGroup = inline("");
    List<Field<?>> counted = new ArrayList<>();
    counted.add(group.isPresent() ? GROUP : noGroup);
    counted.add(EventColumns.JOURNEY_ID);
    numbers.forEach(number -> counted.add(countIf(bytes.anyOf(number))));
    Select<?> rows =
        select(asterisk(), group.<Field<?>>map(some -> some).orElse(noGroup).as(GROUP))
            .from(conversions.rows(ConversionsQuery.WHO_AND_WHEN).asTable("conversions"));
    Select<?> users = select(reached).from(rows.asTable("grouped")).groupBy(byUser);
    return withSettings(
        select(counted).from(users.asTable("reached")).groupBy(groups), IN_WITHOUT_INDEX);
  }

  /** Empty where there is but one; a key more would make the groups of users dearer. */
  private static Optional<Field<?>> group(Breakdown breakdown) {
    return switch (breakdown) {
      case Breakdown.None() -> Optional.empty();
      case Breakdown.ByBucket(var buckets) ->
          Optional.of(bucketStart(epochMillis(EventColumns.TIME), buckets.starts()));
      case Breakdown.ByStep(), Breakdown.ByReason() ->
          throw new IllegalArgumentException("conversions have no step and no reason");
    };
  }
}
