package io.journeystats.stats;

import java.time.Duration;

/** What answers questions about journeys, exactly. */
public interface Statistics {

  /**
   * Answers a query.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  <R> R answer(StatsQuery<R> query);

  /**
   * Tells whether an answer may be another one by now: not if no event came in that it could rest
   * on. To find that out takes far less than to make the answer.
   *
   * @param age how old the answer is
   */
  default boolean mayHaveChanged(StatsQuery<?> query, Duration age) {
    return true;
  }
}
