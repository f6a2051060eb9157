package io.journeystats.testing;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.erasure.Tombstones;
import java.time.Duration;

/** Tombstones for what needs them and is tested without an erasure. */
public final class TestTombstones {
  private TestTombstones() {}

  /** Those of a database that nobody else uses. */
  public static Tombstones of(ClickHouse clickHouse) {
    return new Tombstones(
        clickHouse.dsl(),
        new ErasureSettings(
            Duration.ofSeconds(1), true, 1_000, Duration.ofSeconds(10), Duration.ofHours(1)));
  }
}
