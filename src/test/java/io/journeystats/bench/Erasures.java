package io.journeystats.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The measurement of erasures, alone and concurrently with dashboards, on a copy of the data. The
 * system property {@code bench.erasures} sets the number of erasures per hour, and {@code
 * bench.erasures.seconds} the duration of each measurement.
 *
 * @param world the copy of the data
 * @param users the ids of users who are not erased yet
 */
record Erasures(World world, Queue<String> users) {
  private static final int PER_HOUR = Integer.getInteger("bench.erasures", 10_000);
  private static final int SECONDS = Integer.getInteger("bench.erasures.seconds", 60);
  private static final int SENDERS = 64;
  private static final int SINGLE = 7;
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(5);

  /**
   * The results.
   *
   * @param single the duration of one erasure, from the request to the response
   * @param wrong the number of answers after an erasure that still included the user
   * @param rows the dashboards before, during and after concurrent erasures
   */
  record Found(Timings single, int wrong, List<Row> rows) {
    private Row busy() {
      return rows.stream().filter(row -> row.perHour() > 0).findFirst().orElseThrow();
    }

    /** The number of erasures requested per hour. */
    int requested() {
      return busy().perHour();
    }

    /** The number of erasures completed per hour. */
    double answered() {
      return busy().erased();
    }

    /** The ratio of the dashboards' p95 with erasures to their p95 without. */
    double ratio() {
      double without =
          rows.stream()
              .filter(row -> row.perHour() == 0)
              .mapToDouble(row -> row.dashboards().timings().p95())
              .average()
              .orElseThrow();
      return busy().dashboards().timings().p95() / without;
    }
  }

  /**
   * The measurement of dashboards with concurrent erasures.
   *
   * @param perHour the number of erasures requested per hour; 0 for none
   * @param erased the number of erasures completed per hour
   * @param requests the durations of the erasures
   * @param errors the number of failed erasures, by error
   * @param dashboards the dashboards requested without pauses
   * @param paced the dashboards requested at a fixed rate
   * @param processorTime the processor time
   */
  record Row(
      int perHour,
      double erased,
      Timings requests,
      Map<String, Integer> errors,
      LoadRow dashboards,
      LoadRow paced,
      ProcessorTime processorTime) {}

  static Found measure(Settings settings)
      throws IOException, InterruptedException, ExecutionException {
    Settings own = settings.in(Path.of(settings.directory() + "-erasure"));
    DataSet.copy(settings.directory(), own.directory());
    try (World world = World.open(own, settings.profile().entrances())) {
      return new Erasures(world, users(world.database())).measure();
    } finally {
      MoreFiles.deleteRecursively(
          own.directory().resolve("clickhouse"), RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private static Queue<String> users(Database database) throws IOException {
    long wanted = 2L * SECONDS * PER_HOUR / 3_600 + 1_000;
    String found =
        database.ask(
            """
            SELECT DISTINCT user_id FROM user_states
            WHERE tenant_id = 'bench' AND journey_id = '%s'
            ORDER BY cityHash64(user_id) LIMIT %d FORMAT TSV
            """
                .formatted(BenchTenant.journeyId(1), wanted));
    return new ConcurrentLinkedQueue<>(List.of(found.split("\n", -1)));
  }

  private Found measure() throws IOException, InterruptedException, ExecutionException {
    new LoadTest(world.api()).warmUpForLife();
    List<Long> single = new ArrayList<>();
    int wrong = 0;
    for (int i = 0; i < SINGLE; i++) {
      wrong += eraseOne(single);
      // The eraser pauses after each erasure.
      TimeUnit.SECONDS.sleep(5);
    }
    Timings one = Timings.ofNanos(single);
    Progress.say("one erasure: %s, wrong answers after it: %d".formatted(one, wrong));
    List<Row> rows = new ArrayList<>();
    for (int perHour : new int[] {0, PER_HOUR, 0}) {
      Row row = dashboardsWith(perHour);
      Progress.say(row);
      rows.add(row);
    }
    return new Found(one, wrong, rows);
  }

  /**
   * Erases a user and checks that the entrances of the largest journey no longer include theirs;
   * returns the number of wrong answers.
   */
  private int eraseOne(Collection<Long> nanos) throws IOException {
    String journey = BenchTenant.journeyId(1);
    String path = "journeys/" + journey + "/stats/audience?period=all";
    String user = next();
    long expected =
        entrances(world.api().get(path))
            - world
                .database()
                .number(
                    """
                    SELECT count() FROM user_entrances FINAL
                    WHERE tenant_id = 'bench' AND journey_id = '%s' AND user_id = '%s'
                    """
                        .formatted(journey, user));
    long begin = System.nanoTime();
    world.api().sendSuccessfully(deletion(world.api(), user));
    nanos.add(System.nanoTime() - begin);
    int wrong = 0;
    for (Request question : List.of(world.api().get(path), world.api().getUncached(path))) {
      wrong += entrances(question) == expected ? 0 : 1;
    }
    return wrong;
  }

  private long entrances(Request question) throws IOException {
    return world.api().json(question).get("entrances").longValue();
  }

  private String next() {
    String user = users.poll();
    if (user == null) {
      throw new IllegalStateException("no users are left to erase");
    }
    return user;
  }

  private static Request deletion(Api api, String user) {
    return api.delete("users?user_id=" + user);
  }

  private Row dashboardsWith(int perHour)
      throws IOException, InterruptedException, ExecutionException {
    LoadTest dashboards = new LoadTest(world.api());
    Stream stream = new Stream(perHour);
    try (stream) {
      dashboards.inLife(lasting(WARM_UP_NANOS));
      stream.reset();
      ProcessorTime before = ProcessorTime.of(world);
      LoadRow looked = dashboards.inLife(lasting(TimeUnit.SECONDS.toNanos(SECONDS)));
      ProcessorTime taken = ProcessorTime.of(world).since(before);
      LoadRow paced = dashboards.pacedInLife(lasting(TimeUnit.SECONDS.toNanos(SECONDS)));
      double seconds = ProcessorTime.of(world).since(before).seconds();
      List<Long> requests = List.copyOf(stream.nanos);
      return new Row(
          perHour,
          requests.size() / seconds * 3_600,
          Timings.ofNanos(requests),
          Map.copyOf(stream.errors),
          looked,
          paced,
          taken);
    }
  }

  private static BooleanSupplier lasting(long nanos) {
    long end = System.nanoTime() + nanos;
    return () -> System.nanoTime() < end;
  }

  /** A stream of erasures at a fixed rate, one per request, until it is closed. */
  private final class Stream implements AutoCloseable {
    private final int perHour;
    private final long begin = System.nanoTime();
    private final AtomicLong next = new AtomicLong();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    Stream(int perHour) {
      this.perHour = perHour;
      for (int sender = 0; sender < SENDERS && perHour > 0; sender++) {
        senders.execute(this::send);
      }
    }

    void reset() {
      nanos.clear();
      errors.clear();
    }

    private void send() {
      try (Api api = world.api().another()) {
        while (!closed) {
          long due = begin + next.getAndIncrement() * TimeUnit.HOURS.toNanos(1) / perHour;
          while (!closed && due > System.nanoTime()) {
            LockSupport.parkNanos(Math.min(due - System.nanoTime(), 100_000_000));
          }
          if (!closed) {
            erase(api, due);
          }
        }
      } catch (IOException | RuntimeException failure) {
        errors.merge(failure.toString(), 1, Integer::sum);
      }
    }

    private void erase(Api api, long due) throws IOException {
      Response response = api.send(deletion(api, next()));
      if (response.status() == 202) {
        nanos.add(System.nanoTime() - due);
      } else {
        errors.merge(Integer.toString(response.status()), 1, Integer::sum);
      }
    }

    @Override
    public void close() {
      closed = true;
      senders.close();
    }
  }
}
