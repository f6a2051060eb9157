package io.journeystats.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one call about one period.
 *
 * @param endpoint the call
 * @param period the period
 * @param uncached how long the service takes without its cache
 * @param cached how long it takes with it
 * @param reading what ClickHouse reads for the uncached answer
 * @param handWritten how long the best SQL by hand takes
 * @param raw how long the plain SQL on the raw events takes
 * @param duckDb how long DuckDB takes on the same events
 * @param differences where the SQL's numbers are not the service's; ought to be empty
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
