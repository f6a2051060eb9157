package io.journeystats.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latency of one call for one period.
 *
 * @param endpoint the call
 * @param period the period
 * @param uncached the service without its cache
 * @param cached the service with its cache
 * @param reading the data that ClickHouse reads for the uncached answer
 * @param handWritten the best hand-written SQL
 * @param raw plain SQL on the raw events
 * @param duckDb DuckDB on the same events
 * @param differences the differences between SQL and the service; expected to be empty
 */
record LatencyRow(
    String endpoint,
    String period,
    Timings uncached,
    Timings cached,
    Reading reading,
    @Nullable Timings handWritten,
    @Nullable Timings raw,
    @Nullable Timings duckDb,
    List<String> differences) {}
