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
 * How long each call takes about one journey: uncached, in turns with SQL written by hand, and then
 * remembered.
 *
 * @param api who asks
 * @param database tells what is read
 * @param compared whom SQL is sent to, by hand and raw; empty where none is
 * @param duckDb what else is asked
 * @param journey the number of the journey
 */
record Latency(
    Api api,
    Database database,
    Optional<ClickHouseSql> compared,
    Optional<DuckDb> duckDb,
    int journey) {
  private static final int MOST_ROUNDS = 30;
  private static final int ROUNDS = 10;
  private static final int FEWEST_ROUNDS = 4;

  /** Raw queries are slow, and their exact time matters little. */
  private static final int MOST_RAW_ROUNDS = 3;

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
    Request anew = api.getAnew(endpoint.path(journey, period));
    JsonNode answer = api.json(anew);
    Optional<HandWritten> handWritten = sql(endpoint.handWritten(), compared, answer);
    Optional<HandWritten> raw = sql(endpoint.raw(), compared, answer);
    Optional<HandWritten> duck = sql(endpoint.duckDb(), duckDb, answer);
    List<String> differences = new ArrayList<>();
    for (Optional<HandWritten> sql : List.of(handWritten, raw, duck)) {
      if (sql.isPresent()) {
        differences.addAll(sql.get().differences(answer));
      }
    }
    warmUp(anew);
    List<Long> uncachedNanos = new ArrayList<>();
    List<Long> handWrittenNanos = new ArrayList<>();
    List<Long> rawNanos = new ArrayList<>();
    List<Long> duckNanos = new ArrayList<>();
    long begin = System.nanoTime();
    for (int round = 0; goesOn(round, System.nanoTime() - begin); round++) {
      uncachedNanos.add(nanos(() -> api.sendWell(anew)));
      if (handWritten.isPresent()) {
        handWrittenNanos.add(nanos(() -> handWritten.get().run()));
      }
      if (raw.isPresent() && round < MOST_RAW_ROUNDS) {
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
        Reading.of(database, () -> api.sendWell(anew)),
        handWrittenNanos.isEmpty() ? null : Timings.ofNanos(handWrittenNanos),
        rawNanos.isEmpty() ? null : Timings.ofNanos(rawNanos),
        duckNanos.isEmpty() ? null : Timings.ofNanos(duckNanos),
        differences);
  }

  /** The service's code is compiled as it runs; what lasts long needs no warming up. */
  private void warmUp(Request request) throws IOException {
    long begin = System.nanoTime();
    for (int i = 0; i < WARM_UP_ROUNDS && System.nanoTime() - begin < SHORT_NANOS; i++) {
      api.sendWell(request);
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
    return rounds < FEWEST_ROUNDS
        || (rounds < ROUNDS && nanos < LONG_NANOS)
        || (rounds < MOST_ROUNDS && nanos < SHORT_NANOS);
  }

  private Timings cached(Endpoint endpoint, String period) throws IOException {
    Request request = api.get(endpoint.path(journey, period));
    api.json(request);
    List<Long> nanos = new ArrayList<>();
    for (int round = 0; round < CACHED_ROUNDS; round++) {
      nanos.add(nanos(() -> api.sendWell(request)));
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
