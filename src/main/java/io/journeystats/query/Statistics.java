package io.journeystats.query;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers queries about journeys, exactly. */
public interface Statistics {

  /**
   * Answers a query.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  <R> R answer(StatsQuery<R> query);

  /**
   * Answers several queries of one tenant, in their order. Numbers of the same time of many
   * journeys cost hardly more than those of one.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  default <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    return queries.stream().<R>map(this::answer).toList();
  }

  /**
   * Answers several queries of one tenant, in their order. The answer to a query that exceeds the
   * store's limits is empty, and does not affect the others.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  default <R> List<Optional<R>> answerEach(List<? extends StatsQuery<R>> queries) {
    return new FailureIsolation(Ticker.systemTicker()).answer(this, queries, true, true);
  }

  /**
   * Returns the queries whose answers may have changed: those for which events arrived that can
   * change them. This is far cheaper than to compute the answers.
   *
   * @param ages the age of the answer to each query
   */
  default Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
    return ages.keySet();
  }

  /** Returns whether answers may come from a cache, and so be some seconds old. */
  default boolean isCached() {
    return false;
  }

  /**
   * Returns the same statistics at a priority.
   *
   * @param level from 0; queries give way to those of lower levels
   */
  default Statistics atPriority(int level) {
    return this;
  }

  /**
   * Returns the same statistics for a caller that tolerates missing the latest events, which is
   * cheaper.
   *
   * @param staleness how much may be missing; what is missing is noted there
   */
  default Statistics within(BoundedStaleness staleness) {
    return this;
  }
}
