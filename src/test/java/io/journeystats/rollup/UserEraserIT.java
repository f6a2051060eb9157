package io.journeystats.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.erasure.Tombstones;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestTombstones;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cached answers that an erasure invalidates, also after an interrupted erasure. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class UserEraserIT {
  private static final Instant NOW = Instant.parse("2026-05-05T00:00:00Z");
  private static final UUID JOURNEY = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final ClickHouse clickHouse;
  private final Tombstones tombstones;

  UserEraserIT(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    this.clickHouse = clickHouse;
    this.tombstones = TestTombstones.of(clickHouse);
  }

  private void enter(TenantId tenant, String user) {
    new BulkInsert(clickHouse, "events")
        .insert(
            List.of(
                Column.text("tenant_id", _ -> tenant.value()),
                Column.uuid("journey_id", _ -> JOURNEY),
                Column.code("type", _ -> 1),
                Column.time("time", _ -> NOW.minusSeconds(1)),
                Column.text("event_id", one -> one),
                Column.text("user_id", one -> one)),
            List.of(user));
  }

  private UserEraser eraser(Consumer<TenantId> files, Instant now) {
    return new UserEraser(
        clickHouse,
        tombstones,
        files,
        (_, _, _) -> {},
        new ErasureSettings(
            Duration.ofSeconds(1), true, 1_000, Duration.ofSeconds(10), Duration.ofHours(1)),
        () -> now);
  }

  private long events(TenantId tenant) {
    return clickHouse
        .dsl()
        .fetchSingle("SELECT toInt64(count()) FROM events WHERE tenant_id = '%s'".formatted(tenant))
        .get(0, Long.class);
  }

  @Test
  void onlyAnswersAboutTheUsersJourneysAreInvalidated() {
    TenantId tenant = new TenantId("shop");
    enter(tenant, "ann");
    long before = tombstones.epoch(tenant).number();
    eraser(_ -> {}, NOW).erase(tenant, "ann", "key");
    assertThat(events(tenant)).isZero();
    assertThat(tombstones.epoch(tenant).shows(before, JOURNEY)).isFalse();
    assertThat(tombstones.epoch(tenant).shows(before, OTHER)).isTrue();
  }

  /** The second erasure finds no rows, and invalidates the answers that the first one left. */
  @Test
  void aRepeatedErasureCompletesAnInterruptedOne() {
    TenantId tenant = new TenantId("store");
    enter(tenant, "bob");
    long before = tombstones.epoch(tenant).number();
    UserEraser broken =
        eraser(
            _ -> {
              throw new IllegalStateException("broken off");
            },
            NOW);
    assertThatThrownBy(() -> broken.erase(tenant, "bob", "key")).hasMessage("broken off");
    assertThat(events(tenant)).isZero();
    assertThat(tombstones.epoch(tenant).shows(before, JOURNEY)).isTrue();
    eraser(_ -> {}, NOW.plusSeconds(1)).erase(tenant, "bob", "key");
    assertThat(tombstones.epoch(tenant).shows(before, JOURNEY)).isFalse();
  }
}
