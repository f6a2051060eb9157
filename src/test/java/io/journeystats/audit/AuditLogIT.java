package io.journeystats.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.LogQuery;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.testing.TestClickHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The retention, removal and memory use of audit entries. */
@ExtendWith(TestClickHouse.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class AuditLogIT {
  private static final Instant NOW = Instant.parse("2026-05-12T10:15:30Z");

  private final ClickHouse clickHouse;
  private Instant now = NOW;

  AuditLogIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @BeforeAll
  void migrate() {
    new Migrator(clickHouse).migrate();
  }

  private AuditLog log(AuditSettings settings) {
    return new AuditLog(clickHouse, settings, () -> now);
  }

  private static AuditEvent signIn(String tenant, String address) {
    return AuditEvent.from(address, AuditKind.SIGNED_IN, tenant, "key", "name", "read");
  }

  private static List<AuditEntry> read(AuditLog log, String tenant) {
    return log.read(
        new AuditQuery(
            Optional.empty(), new LogQuery(tenant, "", "", ChangeLog.Key.FIRST, false, 1000)));
  }

  @Test
  void entriesExpire() throws InterruptedException {
    AuditLog brief = log(new AuditSettings(100, Duration.ofSeconds(1), 100, 100));
    brief.record(signIn("brief", "a"));
    var _ = read(brief, "brief");
    AuditLog usual = log(AuditSettings.DEFAULTS);
    usual.record(signIn("brief", "b"));
    while (read(usual, "brief").size() != 1) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(read(usual, "brief")).extracting(AuditEntry::address).containsExactly("b");
    clickHouse.dsl().execute("OPTIMIZE TABLE audit_entries FINAL");
    assertThat(
            clickHouse
                .dsl()
                .fetchSingle("SELECT toInt64(count()) FROM audit_entries WHERE tenant_id = 'brief'")
                .get(0, Long.class))
        .isEqualTo(1);
  }

  @Test
  void writesAllEntriesWhenItStops() {
    AuditLog ending = log(AuditSettings.DEFAULTS);
    ending.start();
    for (int time = 0; time < 1000; time++) {
      ending.record(signIn("ending", "a" + time % 10));
    }
    ending.stop();
    assertThat(ending.pending()).isZero();
    List<AuditEntry> kept = read(log(AuditSettings.DEFAULTS), "ending");
    assertThat(kept).hasSize(10).allSatisfy(entry -> assertThat(entry.number()).isEqualTo(100));
  }

  /** Another instance that records at the same time has entries of its own. */
  @Test
  void limitsTheEntriesInMemory() {
    AuditLog small = log(new AuditSettings(10_000, Duration.ofDays(1), 50, 20));
    for (int tenant = 0; tenant < 10; tenant++) {
      for (int address = 0; address < 100; address++) {
        small.record(signIn("many" + tenant, "a" + address));
      }
    }
    // One more per tenant: the entry without details, for events over the limit.
    assertThat(small.pending()).isLessThanOrEqualTo(50 + 10);
    for (int tenant = 0; tenant < 10; tenant++) {
      List<AuditEntry> kept = read(small, "many" + tenant);
      assertThat(kept).hasSizeLessThanOrEqualTo(21);
      assertThat(kept.stream().mapToLong(AuditEntry::number).sum()).isEqualTo(100);
    }
    now = now.plus(Duration.ofMinutes(2));
    assertThat(read(small, "many0")).isNotEmpty();
    small.record(signIn("many9", "new"));
    assertThat(read(small, "many9")).extracting(AuditEntry::address).contains("new");
  }

  @Test
  void countsADownloadThatEndsAfterItsEntryWasClosed() {
    AuditLog slow = log(AuditSettings.DEFAULTS);
    AuditEvent download =
        new AuditEvent(
            "slow",
            AuditKind.FILE_DOWNLOADED,
            "key",
            "x".repeat(10_000),
            "read",
            "",
            "getUsersFile",
            "journey",
            new TreeMap<>());
    AuditLog.Handle first = slow.begin(download);
    assertThat(read(slow, "slow")).hasSize(1);
    now = now.plus(Duration.ofHours(3));
    AuditLog.Handle second = slow.begin(download);
    assertThat(read(slow, "slow")).extracting(AuditEntry::completed).containsExactly(0L, 0L);
    first.end(true, 1_000);
    second.end(false, 10);
    List<AuditEntry> both = read(slow, "slow");
    assertThat(both).extracting(AuditEntry::completed).containsExactly(1L, 0L);
    assertThat(both).extracting(AuditEntry::bytes).containsExactly(1_000L, 10L);
    assertThat(both).allSatisfy(entry -> assertThat(entry.keyName()).hasSizeLessThanOrEqualTo(128));
  }

  @Test
  void removesAllEntriesOfATenant() {
    AuditLog removing = log(new AuditSettings(10, Duration.ofDays(1), 100, 100));
    for (int address = 0; address < 30; address++) {
      removing.record(signIn("leaving", "a" + address));
      removing.record(signIn("staying", "a" + address));
    }
    assertThat(read(removing, "leaving")).hasSizeLessThanOrEqualTo(10);
    assertThat(removing.removed("leaving")).isPositive();
    removing.record(signIn("leaving", "late"));
    assertThat(removing.removeAll("leaving")).isFalse();
    assertThat(removing.removeAll("leaving")).isTrue();
    assertThat(read(removing, "leaving")).isEmpty();
    assertThat(removing.removed("leaving")).isZero();
    assertThat(read(removing, "staying")).isNotEmpty();
  }
}
