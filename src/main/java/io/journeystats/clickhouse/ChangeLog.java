package io.journeystats.clickhouse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * An append-only log in ClickHouse with one order that every reader sees: positions without gaps,
 * each taken by the first writer who asks for it and by no other.
 */
public final class ChangeLog {
  private static final String SELECT =
      """
      SELECT position, change_id, toUnixTimestamp64Milli(at) AS at_millis, author, tenant, subject, payload
      FROM catalogue_changes
      WHERE log = ? AND position > ?
      ORDER BY position, change_id
      LIMIT 1 BY position
      """;

  private final DSLContext database;
  private final String name;

  /**
   * A log of that name.
   *
   * @param database where it is kept
   * @param name lower-case letters
   */
  public ChangeLog(DSLContext database, String name) {
    if (!name.matches("[a-z]+")) {
      throw new IllegalArgumentException("not a log's name: " + name);
    }
    this.database = database;
    this.name = name;
  }

  /**
   * The changes after that position, in order.
   *
   * @throws StoreUnavailableException where ClickHouse does not answer
   */
  public List<Change> after(long position) {
    return database.resultQuery(SELECT, name, position).fetch(ChangeLog::toChange);
  }

  /**
   * Asks for the change's position; without effect where another has taken it, which {@link #after}
   * tells. Once it stands there it is on the disk.
   *
   * @throws StoreUnavailableException where ClickHouse does not answer; the change may have been
   *     taken or not
   */
  public void append(Change change) {
    // Asynchronous inserts are the server's default; they would gather rows of several tokens into
    // one block.
    database.execute(
        """
        INSERT INTO catalogue_changes (log, position, change_id, at, author, tenant, subject, payload)
        SETTINGS async_insert = 0, insert_deduplicate = 1, insert_deduplication_token = '%s/%d'
        VALUES (?, ?, ?, fromUnixTimestamp64Milli(?), ?, ?, ?, ?)
        """
            .formatted(name, change.position()),
        name,
        change.position(),
        change.id().toString(),
        change.at().toEpochMilli(),
        change.author(),
        change.tenant(),
        change.subject(),
        change.payload());
  }

  private static Change toChange(Record row) {
    return new Change(
        row.get("position", Long.class),
        row.get("change_id", UUID.class),
        Instant.ofEpochMilli(row.get("at_millis", Long.class)),
        row.get("author", String.class),
        row.get("tenant", String.class),
        row.get("subject", String.class),
        row.get("payload", String.class));
  }
}
