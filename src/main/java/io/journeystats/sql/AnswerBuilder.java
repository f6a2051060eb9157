package io.journeystats.sql;

import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Formula.InState;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.query.StatsQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/**
 * Gathers the answer to one part of a question from the rows of several sources; several may add at
 * the same time.
 */
final class AnswerBuilder {
  private final StatsQuery.Numbers query;
  private final Map<GroupKey, Map<Aggregate, Long>> groups = new HashMap<>();

  AnswerBuilder(StatsQuery.Numbers query) {
    this.query = query;
  }

  /**
   * Adds the numbers of a row.
   *
   * @param group the column of the group
   * @param aggregates what the columns after it hold
   */
  void addRow(Record row, int group, List<? extends Aggregate> aggregates) {
    int column = group;
    for (Aggregate aggregate : aggregates) {
      column++;
      add(group(row, group), aggregate, row.get(column, Long.class));
    }
  }

  /** Adds one number of a row, whose first column is the group. */
  void add(Record row, Aggregate aggregate, int column) {
    add(group(row, 0), aggregate, row.get(column, Long.class));
  }

  /** Adds the users in a state, a row of {@link UserStatesQuery}. */
  void addState(Record row) {
    UserListQuery.state(row.get(0, Integer.class))
        .ifPresent(state -> add(group(row), new InState(state), row.get(1, Long.class)));
  }

  private GroupKey group(Record row) {
    return query.breakdown() instanceof Breakdown.ByStep
        ? new GroupKey.Text(row.get(UserStatesQuery.STEP))
        : new GroupKey.Whole();
  }

  /** Adds to one number, if it was asked for. */
  synchronized void add(GroupKey group, Aggregate aggregate, long number) {
    if (query.aggregates().contains(aggregate)) {
      groups.computeIfAbsent(group, key -> new HashMap<>()).merge(aggregate, number, Long::sum);
    }
  }

  synchronized Answer build() {
    return Answer.of(query.aggregates(), groups);
  }

  private GroupKey group(Record row, int column) {
    return switch (query.breakdown()) {
      case Breakdown.None() -> new GroupKey.Whole();
      case Breakdown.ByBucket(var buckets) ->
          new GroupKey.Bucket(Instant.ofEpochMilli(row.get(column, Long.class)));
      case Breakdown.ByStep(), Breakdown.ByReason() ->
          new GroupKey.Text(row.get(column, String.class));
    };
  }
}
