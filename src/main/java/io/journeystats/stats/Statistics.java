package io.journeystats.stats;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
   * The queries whose answers may be others by now: not where no event came in that they could rest
   * on. To find that out takes far less than to make the answers.
   *
   * @param ages how old the answer to each query is
   */
  default Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
    return ages.keySet();
  }
}
