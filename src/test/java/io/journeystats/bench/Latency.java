package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The measurement of the latency of each call for one journey: uncached, alternating with
 * hand-written SQL, and cached.
 *
 * @param api the client
 * @param database the database, whose counters show the rows read
 * @param compared the target of hand-written and raw SQL; empty if not measured
 * @param duckDb the DuckDB database; empty if not measured
 * @param journey the number of the journey
 */
record Latency(
    Api api,
    Database database,
    Optional<ClickHouseSql> compared,
    Optional<DuckDb> duckDb,
    int journey) {
  private static final int MAXIMUM_ROUNDS = 30;
  private static final int ROUNDS = 10;
  private static final int MINIMUM_ROUNDS = 4;

  /** Raw queries are slow, and their exact time matters little. */
  private static final int MAXIMUM_RAW_ROUNDS = 3;

  private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(25);
  private static final int WARM_UP_ROUNDS = 20;
  private static final int CACHED_ROUNDS = 200;

  List<LatencyRow> measure() throws IOException {
    List<LatencyRow> rows = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.ALL) {
      for (String period : endpoint.periods()) {
        LatencyRow row = measure(endpoint, period);
        Progress.say(
            "%-24s %-6s uncached %8.1f ms, cached %6.2f ms, by hand %8.1f ms, raw %8.1f ms, DuckDB %8.1f ms%s"
                .formatted(
                    row.endpoint(),
                    row.period(),
                    row.uncached().median(),
                    row.cached().median(),
                    median(row.handWritten()),
                    median(row.raw()),
                    median(row.duckDb()),
                    row.differences().isEmpty()
                        ? ""
                        : " DIFFERENT: " + row.differences().getFirst()));
        rows.add(row);
      }
    }
    return rows;
  }

  private static double median(@Nullable Timings timings) {
    return timings == null ? Double.NaN : timings.median();
  }

  private LatencyRow measure(Endpoint endpoint, String period) throws IOException {
    Request request = api.getUncached(endpoint.path(journey, period));
    JsonNode answer = api.json(request);
    Optional<HandWritten> handWritten = sql(endpoint.handWritten(), compared, answer);
    Optional<HandWritten> raw = sql(endpoint.raw(), compared, answer);
    Optional<HandWritten> duck = sql(endpoint.duckDb(), duckDb, answer);
    List<String> differences = new ArrayList<>();
    for (Optional<HandWritten> sql : List.of(handWritten, raw, duck)) {
      if (sql.isPresent()) {
        differences.addAll(sql.get().differences(answer));
      }
    }
    warmUp(request);
    List<Long> uncachedNanos = new ArrayList<>();
    List<Long> handWrittenNanos = new ArrayList<>();
    List<Long> rawNanos = new ArrayList<>();
    List<Long> duckNanos = new ArrayList<>();
    long begin = System.nanoTime();
    for (int round = 0; goesOn(round, System.nanoTime() - begin); round++) {
      uncachedNanos.add(nanos(() -> api.sendSuccessfully(request)));
      if (handWritten.isPresent()) {
        handWrittenNanos.add(nanos(() -> handWritten.get().run()));
      }
      if (raw.isPresent() && round < MAXIMUM_RAW_ROUNDS) {
        rawNanos.add(nanos(() -> raw.get().run()));
      }
      if (duck.isPresent()) {
        duckNanos.add(nanos(() -> duck.get().run()));
      }
    }
    return new LatencyRow(
        endpoint.name(),
        period,
        Timings.ofNanos(uncachedNanos),
        cached(endpoint, period),
        Reading.of(database, () -> api.sendSuccessfully(request)),
        handWrittenNanos.isEmpty() ? null : Timings.ofNanos(handWrittenNanos),
        rawNanos.isEmpty() ? null : Timings.ofNanos(rawNanos),
        duckNanos.isEmpty() ? null : Timings.ofNanos(duckNanos),
        differences);
  }

  /** Warms up the JIT compiler; slow calls need no warm-up. */
  private void warmUp(Request request) throws IOException {
    long begin = System.nanoTime();
    for (int i = 0; i < WARM_UP_ROUNDS && System.nanoTime() - begin < SHORT_NANOS; i++) {
      api.sendSuccessfully(request);
    }
  }

  private Optional<HandWritten> sql(
      Path file, Optional<? extends HandWritten.Dialect> dialect, JsonNode answer)
      throws IOException {
    return dialect.isPresent()
        ? HandWritten.read(file, dialect.get(), journey, answer)
        : Optional.empty();
  }

  private static boolean goesOn(int rounds, long nanos) {
    return rounds < MINIMUM_ROUNDS
        || (rounds < ROUNDS && nanos < LONG_NANOS)
        || (rounds < MAXIMUM_ROUNDS && nanos < SHORT_NANOS);
  }

  private Timings cached(Endpoint endpoint, String period) throws IOException {
    Request request = api.get(endpoint.path(journey, period));
    api.json(request);
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < CACHED_ROUNDS; round++) {
      nanos.add(nanos(() -> api.sendSuccessfully(request)));
    }
    return Timings.ofNanos(nanos);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static long nanos(Work work) throws IOException {
    long begin = System.nanoTime();
    work.run();
    return System.nanoTime() - begin;
  }
}
