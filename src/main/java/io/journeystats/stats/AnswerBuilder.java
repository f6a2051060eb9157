package io.journeystats.stats;

import io.journeystats.metric.Formula.Aggregate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/**
 * Gathers an answer from the rows of several sources, whose first column is the group; several may
 * add at the same time.
 */
final class AnswerBuilder {
  private final StatsQuery.Numbers query;
  private final Map<GroupKey, Map<Aggregate, Long>> groups = new HashMap<>();

  AnswerBuilder(StatsQuery.Numbers query) {
    this.query = query;
  }

  /** Adds a row that has a column for each aggregate. */
  void addRow(Record row, List<? extends Aggregate> aggregates) {
    for (int position = 0; position < aggregates.size(); position++) {
      add(row, aggregates.get(position), position + 1);
    }
  }

  /** Adds one number of a row. */
  void add(Record row, Aggregate aggregate, int column) {
    add(group(row), aggregate, row.get(column, Long.class));
  }

  /** Adds one number. */
  synchronized void add(GroupKey group, Aggregate aggregate, long number) {
    groups.computeIfAbsent(group, key -> new HashMap<>()).put(aggregate, number);
  }

  Answer build() {
    return Answer.of(query.aggregates(), groups);
  }

  private GroupKey group(Record row) {
    return switch (query.breakdown()) {
      case Breakdown.None() -> new GroupKey.Whole();
      case Breakdown.ByBucket(var buckets) ->
          new GroupKey.Bucket(Instant.ofEpochMilli(row.get(0, Long.class)));
      case Breakdown.ByStep(), Breakdown.ByReason() -> new GroupKey.Text(row.get(0, String.class));
    };
  }
}
