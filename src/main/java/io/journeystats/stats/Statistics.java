package io.journeystats.stats;

/** What answers questions about journeys, exactly. */
public interface Statistics {

  /**
   * Answers a query.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the store cannot answer now
   */
  <R> R answer(StatsQuery<R> query);
}
