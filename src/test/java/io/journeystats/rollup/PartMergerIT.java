package io.journeystats.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.testing.TestClickHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests the merging of parts on the real engine. */
@ExtendWith(TestClickHouse.class)
class PartMergerIT {
  @Test
  void mergesEachTableIntoOnePart(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    DSLContext database = clickHouse.dsl();
    for (int part = 0; part < 2; part++) {
      database.execute(
          """
          INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id)
          SELECT toString(number), 'mine', toUUID('00000000-0000-0000-0000-000000000001'), 'entered',
            toDateTime64('2026-05-01 00:00:00', 3, 'UTC') + toIntervalMinute(number), concat('user-', toString(number))
          FROM numbers(%d, 1000)
          """
              .formatted(part * 1_000));
    }

    new PartMerger(clickHouse).merge();

    assertThat(
            database
                .fetch(
                    "SELECT table, toInt64(max(rows)) FROM system.parts WHERE active AND database ="
                        + " currentDatabase() AND table IN ('user_states', 'user_presence') GROUP"
                        + " BY table ORDER BY table")
                .formatCSV())
        .contains("user_presence,2000", "user_states,2000");
  }
}
