package io.journeystats.clickhouse;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shares of the processors that ClickHouse gives to statements of each kind: files must not
 * keep dashboards waiting. ClickHouse keeps the definitions; where an operator has changed them,
 * they stay.
 */
final class Workloads {
  /** The share of statements that somebody waits for before a screen. */
  static final String DASHBOARDS = "journey_stats_dashboards";

  /** The share of statements that files are made of. */
  static final String FILES = "journey_stats_files";

  private static final Logger LOG = LoggerFactory.getLogger(Workloads.class);

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE RESOURCE IF NOT EXISTS journey_stats_cpu (MASTER THREAD, WORKER THREAD)",
          "CREATE WORKLOAD IF NOT EXISTS journey_stats",
          "CREATE WORKLOAD IF NOT EXISTS %s IN journey_stats SETTINGS weight = 9, priority = 0"
              .formatted(DASHBOARDS),
          """
          CREATE WORKLOAD IF NOT EXISTS %s IN journey_stats
          SETTINGS weight = 1, priority = 1, max_concurrent_threads_ratio_to_cores = 0.5
          """
              .formatted(FILES));

  private Workloads() {}

  /** Sees to it that they are there. A server may refuse that; statements then run without. */
  static void create(DSLContext database) {
    try {
      STATEMENTS.forEach(database::execute);
    } catch (DataAccessException | StoreUnavailableException refused) {
      LOG.info(
          "ClickHouse does not share its processors between dashboards and files; dashboards may"
              + " be slow while files are made: {}",
          refused.getMessage());
    }
  }
}
