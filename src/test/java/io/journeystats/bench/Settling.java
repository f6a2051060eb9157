package io.journeystats.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Waits until what a load has set off is over: nothing is forced, as nobody would in life. */
final class Settling {
  private static final int QUIET_LOOKS = 3;
  private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(20);

  private Settling() {}

  static void await(Database database) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    int quiet = 0;
    while (quiet < QUIET_LOOKS && System.nanoTime() - begin < LIMIT_NANOS) {
      TimeUnit.SECONDS.sleep(1);
      quiet = isQuiet(database) ? quiet + 1 : 0;
    }
    Progress.say("Settled after %.0f s".formatted((System.nanoTime() - begin) / 1e9));
  }

  private static boolean isQuiet(Database database) throws IOException {
    return database.number("SELECT count() FROM system.merges") == 0
        && database.number("SELECT count() FROM system.processes WHERE query_kind = 'Insert'") == 0
        && isRolledUp(database)
        && isTidy(database);
  }

  /** The service itself sees to it, once nothing has come in for a minute. */
  private static boolean isTidy(Database database) throws IOException {
    return database.number(
            "SELECT max(rows) >= 0.98 * sum(rows) FROM system.parts"
                + " WHERE active AND database = currentDatabase() AND table = 'user_states'")
        == 1;
  }

  private static boolean isRolledUp(Database database) throws IOException {
    return database.number(
            "SELECT (SELECT argMax(covers, version) FROM rollup_progress)"
                + " >= (SELECT max(inserted_at) FROM events)")
        == 1;
  }
}
