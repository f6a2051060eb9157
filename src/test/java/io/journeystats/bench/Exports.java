package io.journeystats.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The measurement of large files of the largest journey: alone, alternating with ClickHouse's own
 * CSV, and concurrently with dashboards. The service has the minimum heap of the specification.
 *
 * @param world the data
 */
record Exports(World world) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path OWN = Path.of("bench/sql/csv/users.sql");
  private static final String HEAP = "256m";
  private static final String JOURNEY = BenchTenant.journeyId(1);
  private static final String USERS = path("users.csv");
  private static final int TIMES = 3;

  /**
   * The results.
   *
   * @param rows the throughput per file
   * @param heap the service's peak heap, of at most 256 MB
   */
  record Found(List<ExportRow> rows, Heap.Peak heap) {}

  static Found measure(Settings settings)
      throws IOException, InterruptedException, ExecutionException {
    try (World world = World.open(settings.withHeap(HEAP), settings.profile().entrances())) {
      List<ExportRow> rows = new Exports(world).measure();
      return new Found(rows, world.service().heap().peak());
    }
  }

  private static String path(String file) {
    return "journeys/" + JOURNEY + "/" + file + "?period=";
  }

  private List<ExportRow> measure() throws IOException, InterruptedException, ExecutionException {
    read(USERS + "today");
    List<ExportRow> rows = new ArrayList<>();
    for (String period : List.of("all", "30d", "today")) {
      add(rows, compared(period));
    }
    add(rows, alone("goals/goal-1.csv, reported", path("goals/goal-1.csv") + "all"));
    add(rows, alone("goals/goal-3.csv, computed", path("goals/goal-3.csv") + "all"));
    String message = "channels/email/messages/step-02/users.csv";
    add(rows, alone(message, path(message) + "all"));
    String opened = "stats/users.csv?metric=opened_unique&channel=email&period=";
    add(rows, alone("stats/users.csv, drill-down", "journeys/" + JOURNEY + "/" + opened + "all"));
    new LoadTest(world.api()).warmUp();
    add(rows, together(1, List.of()));
    add(rows, together(2, List.of("exited", "in_progress")));
    return rows;
  }

  private static void add(List<ExportRow> rows, ExportRow row) {
    Progress.say(row);
    rows.add(row);
  }

  /** Exports the users of a period, alternating with ClickHouse's own CSV of the same rows. */
  private ExportRow compared(String period) throws IOException {
    JsonNode audience =
        world
            .api()
            .json(world.api().get("journeys/" + JOURNEY + "/stats/audience?period=" + period));
    Request own =
        world
            .database()
            .request(
                Template.read(OWN)
                    .with(
                        new ClickHouseSql(world.database(), world.dataSet().zone())
                            .values(1, audience.path("period")))
                    .text());
    List<Taken> service = new ArrayList<>();
    List<Taken> itself = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      service.add(read(USERS + period));
      itself.add(Taken.by(meter -> world.database().pass(own, meter)));
    }
    Taken median = median(service);
    Taken owns = median(itself);
    return row(
        "users.csv, " + period,
        median,
        owns.perSecond(),
        median.meter().checksumOfRows() == owns.meter().checksumOfRows());
  }

  private ExportRow alone(String what, String path) throws IOException {
    List<Taken> found = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      found.add(read(path));
    }
    return row(what, median(found), null, true);
  }

  private static ExportRow row(String what, Taken taken, @Nullable Double own, boolean same) {
    return new ExportRow(
        what,
        1,
        0,
        taken.rows(),
        taken.meter().bytes(),
        taken.perSecond(),
        own,
        same,
        taken.meter().firstByteMillis(),
        taken.meter().firstRowMillis(),
        null);
  }

  /** Exports several files of all users concurrently with dashboards. */
  private ExportRow together(int downloads, List<String> states)
      throws IOException, InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<ExportRow> work = threads.submit(() -> atOnce(downloads, states));
      LoadRow dashboards = new LoadTest(world.api()).during(work);
      return work.get().with(dashboards);
    }
  }

  /** Runs downloads of all users, and export jobs of users in some states, concurrently. */
  ExportRow atOnce(int downloads, List<String> states)
      throws InterruptedException, ExecutionException {
    List<Callable<Taken>> work = new ArrayList<>();
    for (int i = 0; i < downloads; i++) {
      work.add(() -> read(USERS + "all"));
    }
    for (String state : states) {
      work.add(() -> job(state));
    }
    long begin = System.nanoTime();
    List<Taken> taken = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Taken> done : threads.invokeAll(work)) {
        taken.add(done.get());
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long rows = taken.stream().mapToLong(Taken::rows).sum();
    List<Meter> read = taken.subList(0, downloads).stream().map(Taken::meter).toList();
    return new ExportRow(
        "users.csv, all",
        downloads,
        states.size(),
        rows,
        taken.stream().mapToLong(one -> one.meter().bytes()).sum(),
        rows / seconds,
        null,
        true,
        read.stream().mapToDouble(Meter::firstByteMillis).max().orElse(0),
        read.stream().mapToDouble(Meter::firstRowMillis).max().orElse(0),
        null);
  }

  /** Exports the users in a state as a job, and downloads the file. */
  private Taken job(String state) throws IOException, InterruptedException {
    try (Api api = world.api().another()) {
      ObjectNode request =
          JSON.createObjectNode()
              .put("kind", "users")
              .put("journey_id", JOURNEY)
              .put("period", "all");
      request.putObject("filters").put("status", state);
      String path = "exports/" + api.post("exports", request).get("id").textValue();
      JsonNode job = api.json(api.get(path));
      while (job.get("status").textValue().matches("queued|running")) {
        TimeUnit.MILLISECONDS.sleep(50);
        job = api.json(api.get(path));
      }
      if (!job.get("status").textValue().equals("ready")) {
        throw new IOException("no file: " + job);
      }
      return Taken.by(meter -> api.pass(api.get(path + "/file"), meter));
    }
  }

  private Taken read(String path) throws IOException {
    try (Api api = world.api().another()) {
      return Taken.by(meter -> api.pass(api.get(path), meter));
    }
  }

  private static Taken median(List<Taken> several) {
    return several.stream()
        .sorted(Comparator.comparingLong(Taken::nanos))
        .toList()
        .get(several.size() / 2);
  }

  /**
   * A file that was downloaded.
   *
   * @param meter the measurement of its bytes
   * @param nanos the duration
   */
  private record Taken(Meter meter, long nanos) {
    /** A source of a file. */
    @FunctionalInterface
    interface Reading {
      void passTo(Meter meter) throws IOException;
    }

    static Taken by(Reading reading) throws IOException {
      Meter meter = new Meter();
      long begin = System.nanoTime();
      reading.passTo(meter);
      return new Taken(meter, System.nanoTime() - begin);
    }

    long rows() {
      return meter.lines() - 1;
    }

    double perSecond() {
      return rows() / (nanos / 1e9);
    }
  }
}
