package io.journeystats.testing;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.erasure.Tombstones;
import java.time.Duration;

/** A factory of tombstones for tests without erasures. */
public final class TestTombstones {
  private TestTombstones() {}

  /** The tombstones of a database that only the test uses. */
  public static Tombstones of(ClickHouse clickHouse) {
    return new Tombstones(
        clickHouse.dsl(),
        new ErasureSettings(
            Duration.ofSeconds(1), true, 1_000, Duration.ofSeconds(10), Duration.ofHours(1)));
  }
}
