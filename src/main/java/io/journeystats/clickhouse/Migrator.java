package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.google.common.base.Suppliers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migration of the schema, which refuses to work with an unknown history.
 *
 * <p>ClickHouse has neither transactions around DDL nor locks. So every statement of a migration
 * must be idempotent ({@code IF NOT EXISTS}, {@code ADD COLUMN IF NOT EXISTS}, …): a migration that
 * failed is simply run again, and two services that start at the same time do the same work twice
 * with the same effect. A migration is recorded in {@code schema_migrations} after its last
 * statement.
 */
public final class Migrator {
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);

  private static final String HISTORY_TABLE =
      """
      CREATE TABLE IF NOT EXISTS schema_migrations (
        version UInt32,
        name String,
        sha256 String,
        applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
      ) ENGINE = ReplacingMergeTree ORDER BY (version, sha256)
      """;

  /** Cached, since reading them searches the whole class path. */
  private static final Supplier<List<Migration>> PACKAGED =
      Suppliers.memoize(() -> MigrationFiles.read("migrations"));

  private final DSLContext dsl;
  private final DataSource dataSource;
  private final List<Migration> migrations;

  /** Creates a migrator with the migrations that are packaged with the service. */
  public Migrator(ClickHouse clickHouse) {
    this(clickHouse, PACKAGED.get());
  }

  /** Creates a migrator with the given migrations, in order. */
  public Migrator(ClickHouse clickHouse, List<Migration> migrations) {
    this.dsl = clickHouse.dsl("migrate");
    this.dataSource = clickHouse.dataSource();
    this.migrations = List.copyOf(migrations);
  }

  /**
   * Applies the pending migrations.
   *
   * @return the migrations that were applied
   * @throws MigrationException if the schema's history differs, or a statement fails
   */
  public List<Migration> migrate() {
    dsl.execute(HISTORY_TABLE);
    var pending = pending();
    pending.forEach(this::apply);
    return pending;
  }

  /**
   * Returns the pending migrations.
   *
   * @throws MigrationException if the schema's history differs
   */
  public List<Migration> pending() {
    var applied = applied();
    for (var migration : migrations.subList(0, Math.min(applied.size(), migrations.size()))) {
      var sha256s = applied.get(migration.version());
      if (sha256s == null) {
        throw new MigrationException(
            "Migration %s was never applied to this database, but later ones were."
                .formatted(migration));
      }
      if (!sha256s.equals(List.of(migration.sha256()))) {
        throw new MigrationException(
            "Migration %s was changed after it was applied: restore its text and add a new migration instead."
                .formatted(migration));
      }
    }
    if (applied.size() > migrations.size()) {
      throw new MigrationException(
          "The database has %d migrations, but this version of the service has only %d: it is too old for this database."
              .formatted(applied.size(), migrations.size()));
    }
    return migrations.subList(applied.size(), migrations.size());
  }

  private Map<Integer, List<String>> applied() {
    return dsl.selectDistinct(
            field(name("version"), Integer.class), field(name("sha256"), String.class))
        .from(table(name("schema_migrations")))
        .fetchGroups(row -> row.value1(), row -> row.value2());
  }

  private void apply(Migration migration) {
    LOG.info("Applying migration {}.", migration);
    SqlStatements.split(migration.sql()).forEach(statement -> execute(migration, statement));
    dsl.insertInto(
            table(name("schema_migrations")),
            field(name("version"), Integer.class),
            field(name("name"), String.class),
            field(name("sha256"), String.class))
        .values(migration.version(), migration.name(), migration.sha256())
        .execute();
  }

  /** Does not use jOOQ's plain SQL, where question marks and braces have a meaning. */
  private void execute(Migration migration, String sql) {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw StoreFailure.of(e)
          .<RuntimeException>map(failure -> new StoreUnavailableException(failure, e))
          .orElseGet(() ->
              new MigrationException(
                  "Migration %s failed at `%s`: %s"
                      .formatted(migration, sql.lines().findFirst().orElse(""), e.getMessage()),
                  e));
    }
  }
}
