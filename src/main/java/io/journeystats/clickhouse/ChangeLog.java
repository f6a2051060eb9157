package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
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

  private static final Field<String> LOG = field(name("log"), String.class);
  private static final Field<Long> POSITION = field(name("position"), Long.class);
  private static final Field<Object> AT = field(name("at"), Object.class);
  private static final Field<String> AUTHOR = field(name("author"), String.class);
  private static final Field<String> TENANT = field(name("tenant"), String.class);
  private static final Field<String> SUBJECT = field(name("subject"), String.class);
  private static final Field<String> PAYLOAD = field(name("payload"), String.class);

  private final DSLContext database;
  private final InsertIfAbsent rows;
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
    this.rows = new InsertIfAbsent(database, "catalogue_changes");
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
   * Asks for the change's position.
   *
   * @return whether the change has it; where not, another has, which {@link #after} tells
   * @throws StoreUnavailableException where ClickHouse does not answer; the change may have been
   *     taken or not
   */
  public boolean append(Change change) {
    return rows.insert(
        new InsertIfAbsent.Candidate(
            name + "/" + change.position(),
            LOG.eq(name).and(POSITION.eq(change.position())),
            change.id(),
            Map.of(
                LOG, val(name),
                POSITION, val(change.position()),
                AT, ClickHouseExpressions.instant(change.at()),
                AUTHOR, val(change.author()),
                TENANT, val(change.tenant()),
                SUBJECT, val(change.subject()),
                PAYLOAD, val(change.payload()))));
  }

  /** Why the last change could not be written; empty where it could. */
  Optional<String> trouble() {
    return rows.trouble();
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
