package io.journeystats.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waits for the background work after a load, without forcing merges. */
final class Settling {
  private static final int QUIET_LOOKS = 3;
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(20);

  private static final String COVERED =
      "SELECT toInt64(argMax(covers, version)) FROM rollup_progress";

  private Settling() {}

  static void await(Database database) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    long covered = database.number(COVERED);
    int quiet = 0;
    while (quiet < QUIET_LOOKS && System.nanoTime() - begin < LIMIT_NANOS) {
      TimeUnit.SECONDS.sleep(1);
      quiet = isQuiet(database, covered) ? quiet + 1 : 0;
    }
    Progress.say("Settled after %.0f s".formatted((System.nanoTime() - begin) / 1e9));
  }

  private static boolean isQuiet(Database database, long covered) throws IOException {
    // The service continues its rollup after the repair at its start.
    return database.number(COVERED) > covered
        && database.number("SELECT count() FROM system.merges") == 0
        && isRolledUp(database)
        && areStatesMerged(database);
  }

  /** Whether the service has merged the user states into one part per table. */
  private static boolean areStatesMerged(Database database) throws IOException {
    return database.number(
            "SELECT min(biggest >= 0.98 * total) FROM (SELECT max(rows) AS biggest, sum(rows) AS"
                + " total FROM system.parts WHERE active AND database = currentDatabase() AND table"
                + " IN ('user_states', 'user_presence') GROUP BY table)")
        == 1;
  }

  private static boolean isRolledUp(Database database) throws IOException {
    return database.number(
            "SELECT (SELECT argMax(covers, version) FROM rollup_progress)"
                + " >= (SELECT max(inserted_at) FROM events)")
        == 1;
  }
}
