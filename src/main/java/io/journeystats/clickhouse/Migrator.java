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
 * Brings the schema up to date, and refuses to work on one whose history is not ours.
 *
 * <p>ClickHouse has no transactions around its DDL and no lock to take. So every statement of a
 * migration has to be idempotent ({@code IF NOT EXISTS}, {@code ADD COLUMN IF NOT EXISTS}, …): a
 * migration that failed in the middle is then simply run again as a whole, and two services that
 * start at once do the same thing twice, to the same effect. A migration is noted in {@code
 * schema_migrations} after its last statement.
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

  /** Read once, as all of the class path is searched for them. */
  private static final Supplier<List<Migration>> PACKAGED =
      Suppliers.memoize(() -> MigrationFiles.read("migrations"));

  private final DSLContext dsl;
  private final DataSource dataSource;
  private final List<Migration> migrations;

  /** Makes a migrator of the migrations that are packaged with the service. */
  public Migrator(ClickHouse clickHouse) {
    this(clickHouse, PACKAGED.get());
  }

  /** Makes a migrator of given migrations, in order. */
  public Migrator(ClickHouse clickHouse, List<Migration> migrations) {
    this.dsl = clickHouse.dsl("migrate");
    this.dataSource = clickHouse.dataSource();
    this.migrations = List.copyOf(migrations);
  }

  /**
   * Applies what is missing.
   *
   * @return the migrations that were applied now
   * @throws MigrationException if the history is another one, or a statement fails
   */
  public List<Migration> migrate() {
    dsl.execute(HISTORY_TABLE);
    var pending = pending();
    pending.forEach(this::apply);
    return pending;
  }

  /**
   * The migrations that are not applied yet.
   *
   * @throws MigrationException if the history is another one
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
            "Migration %s was changed after it had been applied: put the old text back and add a"
                    .formatted(migration)
                + " new migration instead.");
      }
    }
    if (applied.size() > migrations.size()) {
      throw new MigrationException(
          "The database has %d migrations and this version of the service knows only %d: it is too old for this database."
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

  /** Not as jOOQ's plain SQL, in which question marks and braces mean something. */
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
