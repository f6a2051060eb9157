package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.testing.TestClickHouse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestClickHouse.class)
class MigratorIT {
  private static final List<Migration> EXAMPLES = MigrationFiles.read("migrations-examples");

  private final ClickHouse clickHouse;

  MigratorIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @BeforeEach
  void dropTables() {
    Stream.of("schema_migrations", "first", "second")
        .forEach(table -> clickHouse.dsl().execute("DROP TABLE IF EXISTS " + table + " SYNC"));
  }

  @Test
  void appliesWhatIsMissingInOrder() {
    assertThat(new Migrator(clickHouse, EXAMPLES.subList(0, 1)).migrate()).hasSize(1);
    var migrator = new Migrator(clickHouse, EXAMPLES);
    assertThat(new MigrationsHealthCheck(migrator).execute().getMessage())
        .isEqualTo("Not yet applied: [V002__second_table.sql].");
    assertThat(migrator.migrate()).containsExactly(EXAMPLES.get(1));
    assertThat(migrator.migrate()).isEmpty();
    assertThat(new MigrationsHealthCheck(migrator).execute().isHealthy()).isTrue();
    assertThat(clickHouse.dsl().fetchValue("SELECT text FROM second")).isEqualTo("a;b'c -- ? {0}");
    assertThat(
            clickHouse
                .dsl()
                .fetch("SELECT version, name FROM schema_migrations ORDER BY version")
                .intoMaps())
        .extracting(row -> row.get("version") + " " + row.get("name"))
        .containsExactly("1 first_table", "2 second_table");
  }

  @Test
  void refusesAChangedMigration() {
    new Migrator(clickHouse, EXAMPLES).migrate();
    var first = EXAMPLES.getFirst();
    var changed = new Migration(first.version(), first.name(), first.sql() + "\n-- more");
    assertThatThrownBy(new Migrator(clickHouse, List.of(changed, EXAMPLES.get(1)))::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("Migration V001__first_table.sql was changed");
  }

  @Test
  void refusesADatabaseOfALaterVersion() {
    new Migrator(clickHouse, EXAMPLES).migrate();
    assertThatThrownBy(new Migrator(clickHouse, EXAMPLES.subList(0, 1))::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("too old for this database");
  }

  @Test
  void refusesAHistoryWithAHole() {
    new Migrator(clickHouse, EXAMPLES).migrate();
    clickHouse
        .dsl()
        .execute(
            "ALTER TABLE schema_migrations DELETE WHERE version = 1 SETTINGS mutations_sync = 2");
    assertThatThrownBy(new Migrator(clickHouse, EXAMPLES)::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("never applied");
  }

  @Test
  void continuesAMigrationThatFailedInTheMiddle() {
    var good = EXAMPLES.getFirst();
    var broken = new Migration(1, good.name(), good.sql() + "; INSERT INTO nosuch VALUES (1)");
    assertThatThrownBy(new Migrator(clickHouse, List.of(broken))::migrate)
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("failed at `INSERT INTO nosuch VALUES (1)`");
    assertThat(new Migrator(clickHouse, List.of(good)).migrate()).containsExactly(good);
  }

  @Test
  void mayBeRunBySeveralServicesAtOnce() {
    var runs =
        Stream.generate(
                () -> CompletableFuture.runAsync(new Migrator(clickHouse, EXAMPLES)::migrate))
            .limit(4)
            .toList();
    runs.forEach(CompletableFuture::join);
    assertThat(new Migrator(clickHouse, EXAMPLES).pending()).isEmpty();
  }

  @Test
  void insistsOnNamesAndNumbers() {
    assertThatThrownBy(() -> Migration.of("1_first.sql", ""))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("V001__first_tables.sql");
  }
}
