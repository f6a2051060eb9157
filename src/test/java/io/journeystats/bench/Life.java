package io.journeystats.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The measurement of dashboards in realistic operation: many users request them with the cache
 * enabled, while events arrive or files are downloaded. It works on a copy of the data, since it
 * adds events.
 *
 * @param world the copy of the data
 */
record Life(World world) {
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long DURATION_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int DOWNLOADS = 2;
  private static final List<String> JOBS = List.of("exited", "in_progress");

  /** The concurrent load. */
  enum Beside {
    NOTHING("nothing", 0, EventStream.Kind.LOOKED_AT),
    FEW("20 events/s into the same journeys", 20, EventStream.Kind.LOOKED_AT),
    CUSTOM("20 custom events/s that no goal uses", 20, EventStream.Kind.CUSTOM_OF_NO_GOAL),
    ELSEWHERE("2,000 events/s into another journey", 2_000, EventStream.Kind.ANOTHER_JOURNEY),
    MANY("2,000 events/s into the same journeys", 2_000, EventStream.Kind.LOOKED_AT),
    MANY_AND_FILES("the same, and four files of all users", 2_000, EventStream.Kind.LOOKED_AT);

    private final String title;
    private final int eventsPerSecond;
    private final EventStream.Kind kind;

    Beside(String title, int eventsPerSecond, EventStream.Kind kind) {
      this.title = title;
      this.eventsPerSecond = eventsPerSecond;
      this.kind = kind;
    }

    String title() {
      return title;
    }

    int eventsPerSecond() {
      return eventsPerSecond;
    }
  }

  static List<LifeRow> measure(Settings settings)
      throws IOException, InterruptedException, ExecutionException {
    Settings own = settings.in(Path.of(settings.directory() + "-life"));
    DataSet.copy(settings.directory(), own.directory());
    try (World world = World.open(own, settings.profile().entrances())) {
      return new Life(world).measure();
    } finally {
      MoreFiles.deleteRecursively(
          own.directory().resolve("clickhouse"), RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private List<LifeRow> measure() throws IOException, InterruptedException, ExecutionException {
    new LoadTest(world.api()).warmUpForLife();
    List<LifeRow> rows = new ArrayList<>();
    for (Beside beside : Beside.values()) {
      LifeRow row = measure(beside);
      Progress.say(row);
      rows.add(row);
    }
    return rows;
  }

  private LifeRow measure(Beside beside)
      throws IOException, InterruptedException, ExecutionException {
    LoadTest dashboards = new LoadTest(world.api());
    try (EventStream events = EventStream.start(world, beside.kind, beside.eventsPerSecond)) {
      dashboards.inLife(lasting(WARM_UP_NANOS));
      EventStream.Sent sentBefore = events.sent();
      ProcessorTime before = ProcessorTime.of(world);
      LifeRow.Files files = null;
      LoadRow looked;
      if (beside == Beside.MANY_AND_FILES) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
          Future<LifeRow.Files> reading = threads.submit(this::readFiles);
          looked = dashboards.inLife(() -> !reading.isDone());
          files = reading.get();
        }
      } else {
        looked = dashboards.inLife(lasting(DURATION_NANOS));
      }
      ProcessorTime taken = ProcessorTime.of(world).since(before);
      EventStream.Sent sent = events.sent().since(sentBefore);
      return new LifeRow(
          beside, looked, sent.accepted() / taken.seconds(), sent.failures(), files, taken);
    }
  }

  /** Exports four files at a time, in repeated rounds. */
  private LifeRow.Files readFiles() throws InterruptedException, ExecutionException {
    BooleanSupplier goesOn = lasting(DURATION_NANOS);
    Exports exports = new Exports(world);
    long begin = System.nanoTime();
    long rows = 0;
    int files = 0;
    do {
      rows += exports.atOnce(DOWNLOADS, JOBS).rows();
      files += DOWNLOADS + JOBS.size();
    } while (goesOn.getAsBoolean());
    return new LifeRow.Files(files, rows, rows / ((System.nanoTime() - begin) / 1e9));
  }

  private static BooleanSupplier lasting(long nanos) {
    long end = System.nanoTime() + nanos;
    return () -> System.nanoTime() < end;
  }
}
