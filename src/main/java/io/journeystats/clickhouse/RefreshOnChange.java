package io.journeystats.clickhouse;

import io.dropwizard.lifecycle.Managed;
import java.util.Optional;
import java.util.function.Consumer;

/** A refresh of in-memory data that runs whenever its table may have changed. */
public final class RefreshOnChange implements Managed, ChangeWatch.Watcher {
  /** The version of a table in an unknown state. */
  private static final String UNKNOWN = "?";

  private final String table;
  private final ChangeWatch watch;
  private final PeriodicTask task;

  /** The version of the table at the last refresh; accessed by the watch only. */
  private String seen = UNKNOWN;

  /**
   * Creates a refresh that must be started.
   *
   * @param name the name of the task
   * @param table the table that the data comes from
   * @param watch detects changes of the table
   * @param refresh reads the data
   * @param onFailure called with a failure that follows a success
   */
  public RefreshOnChange(
      String name,
      String table,
      ChangeWatch watch,
      Runnable refresh,
      Consumer<Throwable> onFailure) {
    this.table = table;
    this.watch = watch;
    this.task = new PeriodicTask(name, ChangeWatch.INTERVAL, refresh, onFailure);
  }

  /** Returns why the last refresh failed; empty if it succeeded. */
  Optional<Throwable> failure() {
    return task.failure();
  }

  @Override
  public String table() {
    return table;
  }

  @Override
  public void looked(Optional<ChangeWatch.Look> found) {
    String version = found.map(ChangeWatch.Look::version).orElse(UNKNOWN);
    if (version.equals(UNKNOWN) || !version.equals(seen)) {
      task.once();
      seen = task.failure().isPresent() ? UNKNOWN : version;
    }
  }

  @Override
  public void start() {
    task.once();
    watch.add(this);
  }

  @Override
  public void stop() {
    watch.remove(this);
    task.stop();
  }
}
