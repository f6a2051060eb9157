package io.journeystats.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A stream of current events at a fixed rate, in small requests from several senders, until it is
 * closed.
 */
final class EventStream implements AutoCloseable {
  private static final Path STATEMENT = Path.of("bench/data/life.sql");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REQUESTS_PER_SECOND = 20;
  private static final int SENDERS = 16;
  private static final int LINES = 20_000;
  private static final int DAYS = 30;

  /** The maximum age of an event when it is sent. */
  private static final long OLDEST_MILLIS = 3_000;

  /** A kind of events to send. */
  enum Kind {
    /** Events of the journeys whose dashboards are requested, in proportion to their size. */
    LOOKED_AT(1, LoadTest.JOURNEYS_IN_LIFE, "1"),
    /** Events of a journey whose dashboards are not requested. */
    ANOTHER_JOURNEY(LoadTest.JOURNEYS_IN_LIFE + 1, 1, "type != 'custom'"),
    /** Custom events that no goal uses. */
    CUSTOM_OF_NO_GOAL(1, 1, "type = 'custom' AND event_name != 'purchase'");

    private final int first;
    private final int journeys;
    private final String condition;

    Kind(int first, int journeys, String condition) {
      this.first = first;
      this.journeys = journeys;
      this.condition = condition;
    }
  }

  private final List<String> lines;
  private final int batch;
  private final long begin = System.nanoTime();
  private final String run = Long.toHexString(System.currentTimeMillis());
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;

  private EventStream(List<String> lines, int batch) {
    this.lines = lines;
    this.batch = batch;
  }

  /** Starts a stream; with a rate of 0, it sends nothing. */
  static EventStream start(World world, Kind kind, int eventsPerSecond) throws IOException {
    EventStream stream =
        new EventStream(
            eventsPerSecond == 0 ? List.of() : lines(world, kind),
            eventsPerSecond / REQUESTS_PER_SECOND);
    for (int sender = 0; sender < SENDERS && eventsPerSecond > 0; sender++) {
      stream.senders.execute(() -> stream.send(world.api()));
    }
    return stream;
  }

  private static List<String> lines(World world, Kind kind) throws IOException {
    String found =
        world
            .database()
            .ask(
                Template.read(STATEMENT)
                    .with(
                        Map.of(
                            "events",
                            LINES,
                            "days",
                            DAYS,
                            "kinds",
                            kind.condition,
                            "first",
                            kind.first,
                            "journeys",
                            kind.journeys,
                            "end_ms",
                            world.dataSet().end()))
                    .text());
    if (found.isEmpty()) {
      throw new IOException("no events are available to send");
    }
    return List.of(found.split("\n", -1));
  }

  private void send(Api shared) {
    try (Api api = shared.another()) {
      while (!closed) {
        long number = next.getAndIncrement();
        await(begin + number * TimeUnit.SECONDS.toNanos(1) / REQUESTS_PER_SECOND);
        try {
          Response response = api.send(api.post("events", "application/x-ndjson", body(number)));
          if (response.status() / 100 == 2) {
            accepted.addAndGet(JSON.readTree(response.body()).path("accepted").asLong());
          } else {
            failures.merge(Integer.toString(response.status()), 1, Integer::sum);
          }
        } catch (IOException failure) {
          failures.merge(failure.toString(), 1, Integer::sum);
        }
      }
    } catch (IOException failure) {
      failures.merge(failure.toString(), 1, Integer::sum);
    }
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Every request contains new events only. */
  private byte[] body(long number) {
    long now = System.currentTimeMillis();
    StringBuilder body = new StringBuilder();
    for (long event = number * batch; event < (number + 1) * batch; event++) {
      Instant time = Instant.ofEpochMilli(now - event * 37 % OLDEST_MILLIS);
      body.append(
              lines
                  .get((int) (event % lines.size()))
                  .replace("#", run + "-" + event / lines.size())
                  .replace("@", time.toString()))
          .append('\n');
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The outcome of the stream.
   *
   * @param accepted the number of accepted events
   * @param failures the number of failed requests, by error
   */
  record Sent(long accepted, Map<String, Integer> failures) {
    /** The outcome since an earlier one. */
    Sent since(Sent earlier) {
      Map<String, Integer> later = new TreeMap<>(failures);
      earlier.failures.forEach((failure, count) -> later.merge(failure, -count, Integer::sum));
      later.values().removeIf(count -> count == 0);
      return new Sent(accepted - earlier.accepted, later);
    }
  }

  Sent sent() {
    return new Sent(accepted.get(), Map.copyOf(failures));
  }

  @Override
  public void close() {
    closed = true;
    senders.close();
  }
}
