package io.journeystats.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A load test of concurrent users, who request one dashboard after another without pauses. Larger
 * journeys are requested more often.
 *
 * @param api the client
 */
record LoadTest(Api api) {
  private static final int USERS = 16;
  private static final int FEW_JOURNEYS = 1;
  private static final int JOURNEYS = 8;

  /** The number of journeys in realistic operation. */
  static final int JOURNEYS_IN_LIFE = 6;

  /** Every call and period once: half of them for the largest journey, a quarter for the next. */
  private static final List<String> IN_LIFE = dashboardsInLife();

  private static final int PACE = 500;
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long DURATION_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** The number of users during other work. */
  private static final int FEW_USERS = 4;

  private static final int SLOW_PACE = 50;
  private static final double FEW_UNCACHED = 0.02;

  /** Measures dashboards during other work. */
  LoadRow during(Future<?> work) throws InterruptedException, ExecutionException {
    Habit habit = new Habit(FEW_JOURNEYS, FEW_UNCACHED);
    return run(FEW_USERS, habit, SLOW_PACE, () -> !work.isDone());
  }

  /** Measures dashboards of many users in realistic operation. */
  LoadRow inLife(BooleanSupplier goesOn) throws InterruptedException, ExecutionException {
    return run(USERS, new Habit(JOURNEYS_IN_LIFE, 0, LoadTest::pathInLife), 0, goesOn);
  }

  /** Measures dashboards in realistic operation at a fixed rate. */
  LoadRow pacedInLife(BooleanSupplier goesOn) throws InterruptedException, ExecutionException {
    return run(USERS, new Habit(JOURNEYS_IN_LIFE, 0, LoadTest::pathInLife), SLOW_PACE, goesOn);
  }

  /** Fills the cache for {@link #inLife}. */
  void warmUpForLife() throws IOException {
    for (String path : IN_LIFE) {
      api.sendSuccessfully(api.get(path));
    }
  }

  List<LoadRow> measure() throws IOException, InterruptedException, ExecutionException {
    warmUp(JOURNEYS);
    run(USERS, new Habit(FEW_JOURNEYS, 0), 0, lasting(WARM_UP_NANOS));
    List<LoadRow> rows = new ArrayList<>();
    for (int journeys : new int[] {FEW_JOURNEYS, JOURNEYS}) {
      for (int pace : new int[] {0, PACE}) {
        for (double uncached : new double[] {0, 0.01, 0.05}) {
          LoadRow row = run(USERS, new Habit(journeys, uncached), pace, lasting(DURATION_NANOS));
          Progress.say(row);
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Fills the cache for {@link #during}. */
  void warmUp() throws IOException {
    warmUp(FEW_JOURNEYS);
  }

  /** Requests every answer once, so that it is cached. */
  private void warmUp(int journeys) throws IOException {
    for (int journey = 1; journey <= journeys; journey++) {
      for (Endpoint endpoint : Endpoint.ALL) {
        for (String period : endpoint.periods()) {
          api.sendSuccessfully(api.get(endpoint.path(journey, period)));
        }
      }
    }
  }

  /**
   * The behaviour of users.
   *
   * @param journeys the number of journeys
   * @param uncachedShare the share of requests that bypass the cache
   * @param paths draws the path of the next request
   */
  private record Habit(
      int journeys, double uncachedShare, Function<RandomGenerator, String> paths) {
    Habit(int journeys, double uncachedShare) {
      this(journeys, uncachedShare, random -> path(random, journeys));
    }
  }

  private static List<String> dashboardsInLife() {
    List<String> paths = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.ALL) {
      for (String period : endpoint.periods()) {
        int journey = 1 + Integer.numberOfTrailingZeros(paths.size() + 1);
        paths.add(endpoint.path(Math.min(journey, JOURNEYS_IN_LIFE), period));
      }
    }
    return List.copyOf(paths);
  }

  private static String pathInLife(RandomGenerator random) {
    return IN_LIFE.get(random.nextInt(IN_LIFE.size()));
  }

  private static String path(RandomGenerator random, int journeys) {
    Endpoint endpoint = Endpoint.ALL.get(random.nextInt(Endpoint.ALL.size()));
    String period = endpoint.periods().get(random.nextInt(endpoint.periods().size()));
    // The second journey is requested half as often as the first, and so on.
    int journey = 1;
    while (journey < journeys && random.nextBoolean()) {
      journey++;
    }
    return endpoint.path(journey, period);
  }

  private static BooleanSupplier lasting(long nanos) {
    long end = System.nanoTime() + nanos;
    return () -> System.nanoTime() < end;
  }

  private LoadRow run(int number, Habit habit, int pace, BooleanSupplier goesOn)
      throws InterruptedException, ExecutionException {
    long begin = System.nanoTime();
    Schedule schedule = new Schedule(new AtomicLong(), begin, pace);
    List<User> users = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<User>> work = new ArrayList<>();
      for (int i = 0; i < number; i++) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(i);
        work.add(() -> new User(random, habit).look(api, schedule, goesOn));
      }
      for (Future<User> done : threads.invokeAll(work)) {
        users.add(done.get());
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    List<Long> all = users.stream().flatMap(user -> user.nanos.stream()).toList();
    Map<String, Integer> errors = new TreeMap<>();
    users.forEach(user -> user.errors.forEach((error, n) -> errors.merge(error, n, Integer::sum)));
    return new LoadRow(
        number,
        habit.journeys,
        habit.uncachedShare,
        pace,
        Math.round(all.size() / seconds),
        errors,
        Timings.ofNanos(all));
  }

  /**
   * The schedule of requests.
   *
   * @param next the number of the next request
   * @param begin the time at which the first request is due
   * @param pace the number of requests per second; 0 if all are due immediately
   */
  private record Schedule(AtomicLong next, long begin, int pace) {
    /** Waits for the next request, and returns the time at which it was due. */
    long await() {
      long now = System.nanoTime();
      if (pace == 0) {
        return now;
      }
      long due = begin + next.getAndIncrement() * TimeUnit.SECONDS.toNanos(1) / pace;
      while (due > now) {
        LockSupport.parkNanos(due - now);
        now = System.nanoTime();
      }
      return due;
    }
  }

  /** A simulated user. */
  private static final class User {
    private final RandomGenerator random;
    private final Habit habit;
    private final List<Long> nanos = new ArrayList<>();
    private final Map<String, Integer> errors = new TreeMap<>();

    private User(RandomGenerator random, Habit habit) {
      this.random = random;
      this.habit = habit;
    }

    private User look(Api shared, Schedule schedule, BooleanSupplier goesOn) throws IOException {
      try (Api api = shared.another()) {
        while (goesOn.getAsBoolean()) {
          String path = habit.paths.apply(random);
          Request request =
              random.nextDouble() < habit.uncachedShare ? api.getUncached(path) : api.get(path);
          send(api, request, schedule.await());
        }
      }
      return this;
    }

    private void send(Api api, Request request, long due) {
      try {
        Response response = api.send(request);
        if (response.status() == 200) {
          nanos.add(System.nanoTime() - due);
        } else {
          errors.merge(Integer.toString(response.status()), 1, Integer::sum);
        }
      } catch (IOException failure) {
        errors.merge(failure.toString(), 1, Integer::sum);
      }
    }
  }
}
