package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.csv.CsvFields;
import io.journeystats.csv.CsvStyle;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All users of a journey are the same, in whatever parts what is known of them lies. */
@ExtendWith(TestClickHouse.class)
class EnteredUsersQueryIT {
  private static final List<TimeRange> RANGES =
      List.of(
          TimeRange.UNBOUNDED,
          TimeRange.between(
              Instant.parse("2026-05-02T10:07:00Z"), Instant.parse("2026-05-06T22:11:00.001Z")));

  private final DSLContext database;

  EnteredUsersQueryIT(ClickHouse clickHouse) {
    this.database = clickHouse.dsl();
  }

  @BeforeAll
  static void migrate(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
  }

  @Test
  void areTheSameInWhateverPartsTheyLie() {
    database.execute("SYSTEM STOP MERGES user_states");
    for (int part = 0; part < 4; part++) {
      insert(part, 3_000, 500);
    }
    assertThat(DominantPart.find(database)).isEmpty();
    List<List<Record>> apart = all(Optional.empty());
    assertThat(apart.getFirst()).hasSizeGreaterThan(400);
    assertThat(apart.getLast()).hasSizeBetween(100, apart.getFirst().size());

    tidyUp();
    DominantPart before = DominantPart.find(database).orElseThrow();
    assertThat(all(Optional.of(before))).isEqualTo(apart);

    database.execute("SYSTEM STOP MERGES user_states");
    insert(4, 30, 5);
    assertThat(DominantPart.find(database)).contains(before);
    List<List<Record>> more = all(Optional.of(before));
    assertThat(more).isEqualTo(all(Optional.empty())).isNotEqualTo(apart);

    tidyUp();
    assertThat(DominantPart.find(database)).isPresent().get().isNotEqualTo(before);
    assertThat(all(Optional.of(before))).as("the part is gone").isEqualTo(more);
    assertThat(all(DominantPart.find(database))).isEqualTo(more);
  }

  private void tidyUp() {
    database.execute("SYSTEM START MERGES user_states");
    database.execute("OPTIMIZE TABLE user_states FINAL");
  }

  private List<List<Record>> all(Optional<DominantPart> settled) {
    return RANGES.stream().map(range -> rows(range, settled)).toList();
  }

  private List<Record> rows(TimeRange range, Optional<DominantPart> settled) {
    var query =
        new StatsQuery.Users(
            TenantData.all(new TenantId("shop")),
            new JourneyId(UUID.fromString("00000000-0000-4000-8000-000000000001")),
            range,
            "",
            Optional.empty(),
            "",
            Integer.MAX_VALUE);
    return List.copyOf(
        database.fetch(
            withSettings(
                new UsersTable(query, Map.of()).rows(settled, new CsvFields(CsvStyle.USUAL)),
                EnteredUsersQuery.SETTINGS)));
  }

  private void insert(int salt, int events, int users) {
    database.execute(
        """
        INSERT INTO events (event_id, tenant_id, journey_id, type, time, user_id, hwid, step_id)
        SELECT concat('%d-', toString(number)), 'shop', toUUID('00000000-0000-4000-8000-000000000001'),
          ['entered', 'entered', 'exited', 'dropped', 'step_completed'][1 + intHash32(number + 7 * %d) %% 5],
          toDateTime64('2026-05-01 00:00:00', 3, 'UTC') + intHash32(number + %d) %% 864000,
          concat('user-', toString(intHash32(number * 5 + %d) %% %d)), concat('device-', toString(number %% 9)),
          concat('s', toString(number %% 3))
        FROM numbers(%d)
        """
            .formatted(salt, salt, salt, salt, users, events));
  }
}
