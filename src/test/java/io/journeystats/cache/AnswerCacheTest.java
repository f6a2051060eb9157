package io.journeystats.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.journeystats.journey.Goal;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.query.Breakdown;
import io.journeystats.query.EventSource;
import io.journeystats.query.InvalidationScope;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of several answers to one query is remembered. */
class AnswerCacheTest {
  private static final StatsQuery.FirstEvent QUERY =
      new StatsQuery.FirstEvent(
          TenantData.all(new TenantId("shop")), new JourneyId(new UUID(0, 1)));

  private final AnswerCache memory =
      new AnswerCache(
          new CacheSettings(
              1000,
              Duration.ofSeconds(10),
              Duration.ofSeconds(1),
              Duration.ofDays(1),
              Duration.ofDays(1)),
          () -> 0);

  /** One that took long to make ends after a later one that was quick: it may lack events. */
  @Test
  void anAnswerThatBeganEarlierDoesNotReplaceALaterOne() {
    memory.keep(QUERY, answer("2026-05-02T00:00:00Z", 2));
    memory.keep(QUERY, answer("2026-05-01T00:00:00Z", 1));
    assertThat(remembered()).isEqualTo(Optional.of(Instant.parse("2026-05-02T00:00:00Z")));
    memory.keep(QUERY, answer("2026-05-03T00:00:00Z", 3));
    assertThat(remembered()).isEqualTo(Optional.of(Instant.parse("2026-05-03T00:00:00Z")));
  }

  /** The one from before was found to be right since, which says nothing of who was erased. */
  @Test
  void anAnswerFromAfterAnErasureReplacesOneFromBefore() {
    CacheEntry before = answer("2026-05-01T00:00:00Z", 1, 6);
    assertThat(before.confirm(3, Duration.ofSeconds(10))).isTrue();
    memory.keep(QUERY, before);
    memory.keep(QUERY, answer("2026-05-02T00:00:00Z", 2, 7));
    assertThat(remembered()).isEqualTo(Optional.of(Instant.parse("2026-05-02T00:00:00Z")));
  }

  /** The ticker's numbers mean nothing by themselves, and may overflow. */
  @Test
  void laterIsByTheDifferenceOfTheTicker() {
    memory.keep(QUERY, answer("2026-05-01T00:00:00Z", Long.MAX_VALUE));
    memory.keep(QUERY, answer("2026-05-02T00:00:00Z", Long.MIN_VALUE));
    assertThat(remembered()).isEqualTo(Optional.of(Instant.parse("2026-05-02T00:00:00Z")));
  }

  /** What made way for another is not found by events any more, nor twice. */
  @Test
  void anAnswerIsFoundOnceByTheEventsThatItRestsOn() {
    memory.keep(QUERY, answer("2026-05-01T00:00:00Z", 1));
    memory.keep(QUERY, answer("2026-05-02T00:00:00Z", 2));
    List<Object> found = new ArrayList<>();
    memory.forEach(
        new EventSource(QUERY.tenant(), Optional.of(QUERY.journey())),
        (query, remembered) -> found.add(remembered.answer()));
    assertThat(found).containsExactly(Optional.of(Instant.parse("2026-05-02T00:00:00Z")));
    memory.forEach(
        new EventSource(new TenantId("other"), Optional.of(QUERY.journey())),
        (query, remembered) -> found.clear());
    assertThat(found).hasSize(1);
  }

  /** The goals in a query may take more memory than its answer does. */
  @Test
  void whatTheGoalsOfAQueryTakeIsCounted() {
    StatsQuery.Numbers small = query(1);
    StatsQuery.Numbers large = query(50);
    memory.keep(small, answer("2026-05-01T00:00:00Z", 1));
    memory.keep(large, answer("2026-05-01T00:00:00Z", 1));
    assertThat(memory.find(small)).isNotNull();
    assertThat(memory.find(large)).isNull();
  }

  /** A query about ten goals of as many filters each. */
  private static StatsQuery.Numbers query(int filters) {
    List<Goal> goals = new ArrayList<>();
    for (int goal = 0; goal < 10; goal++) {
      List<PropertyFilter> all = new ArrayList<>();
      for (int filter = 0; filter < filters; filter++) {
        all.add(
            new PropertyFilter(
                "p" + filter,
                PropertyFilter.Operator.EQ,
                Optional.of(PropertyFilter.FilterValue.of(TextNode.valueOf("x")))));
      }
      goals.add(
          new Goal(
              "g" + goal,
              "Goal",
              Optional.of(new GoalConditions("purchase", all)),
              Optional.empty(),
              30));
    }
    return StatsQuery.Numbers.of(
        QUERY.data(),
        QUERY.journey(),
        TimeRange.UNBOUNDED,
        new Breakdown.None(),
        List.of(GoalMetrics.goalsReached(goals)));
  }

  private static CacheEntry answer(String firstEvent, long begun) {
    return answer(firstEvent, begun, 0);
  }

  private static CacheEntry answer(String firstEvent, long begun, long epoch) {
    return new CacheEntry(
        Optional.of(Instant.parse(firstEvent)),
        InvalidationScope.of(QUERY),
        epoch,
        List.of(QUERY),
        begun,
        Duration.ZERO,
        Duration.ofSeconds(10));
  }

  private @Nullable Object remembered() {
    CacheEntry found = memory.find(QUERY);
    return found == null ? null : found.answer();
  }
}
