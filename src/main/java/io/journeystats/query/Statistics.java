package io.journeystats.query;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What answers questions about journeys, exactly. */
public interface Statistics {

  /**
   * Answers a query.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  <R> R answer(StatsQuery<R> query);

  /**
   * Answers several queries of one tenant, in their order. Numbers of the same time of many
   * journeys take hardly more than those of one.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  default <R> List<R> answerAll(List<? extends StatsQuery<R>> queries) {
    return queries.stream().<R>map(this::answer).toList();
  }

  /**
   * Answers several queries of one tenant, in their order, where one that cannot be answered within
   * the store's limits is to take no other with it: its answer is empty.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  default <R> List<Optional<R>> answerEach(List<? extends StatsQuery<R>> queries) {
    return new FailureIsolation(Ticker.systemTicker()).answer(this, queries, true, true);
  }

  /**
   * The queries whose answers may be others by now: not where no event came in that they could rest
   * on. To find that out takes far less than to make the answers.
   *
   * @param ages how old the answer to each query is
   */
  default Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
    return ages.keySet();
  }

  /**
   * The same statistics for somebody whose questions give way to those of others.
   *
   * @param level from 0, where they give way to none
   */
  default Statistics yielding(int level) {
    return this;
  }

  /**
   * The same statistics for somebody who can do without what came in last, which takes less.
   *
   * @param lateness how much may be missing, and where it is noted what is
   */
  default Statistics lately(BoundedStaleness lateness) {
    return this;
  }
}
