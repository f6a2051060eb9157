package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * An append-only log in ClickHouse with a total order: positions have no gaps, and each belongs to
 * the first writer that requests it.
 */
public final class ChangeLog {
  /** The log of tenants and their API keys. */
  public static final String TENANTS = "tenants";

  /** The log of user erasures. */
  public static final String ERASURES = "erasures";

  /** The log of journeys. */
  public static final String JOURNEYS = "journeys";

  /**
   * The maximum total size of payloads to read at once, unless a single one is larger: heap is
   * scarce.
   */
  private static final long BATCH_BYTES = 4L << 20;

  private static final int BATCH_ROWS = 5_000;

  /** The maximum number of changes to append at once; they are one block of the table. */
  public static final int MOST_TOGETHER = 500;

  private static final String COLUMNS =
      "position, change_id, toUnixTimestamp64Milli(at) AS at_millis, author, tenant, subject,"
          + " payload";

  private static final String FROM = " FROM catalogue_changes WHERE ";

  /** A position may have rows of writers that did not get it. */
  private static final String VALID =
      " AND (position, change_id) IN (SELECT position, min(change_id) FROM catalogue_changes"
          + " WHERE log = ? GROUP BY position)";

  private static final String IN_ORDER = " ORDER BY position, change_id LIMIT 1 BY position";

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
   * Creates a log.
   *
   * @param database the database
   * @param name the log's name; lowercase letters
   */
  public ChangeLog(DSLContext database, String name) {
    if (!name.matches("[a-z]+")) {
      throw new IllegalArgumentException("not a log name: " + name);
    }
    this.database = database;
    this.rows = new InsertIfAbsent(database, TABLE);
    this.name = name;
  }

  /**
   * Returns the next changes after a position, up to a batch.
   *
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public Batch after(long position) {
    List<Size> next =
        sizes(
            "log = ? AND position > ? ORDER BY position LIMIT " + BATCH_ROWS,
            List.of(name, position));
    if (next.isEmpty()) {
      return new Batch(List.of(), true);
    }
    List<List<Long>> batches = batches(next);
    return new Batch(
        database
            .resultQuery(
                "SELECT "
                    + COLUMNS
                    + FROM
                    + "log = ? AND position > ? AND position <= ?"
                    + IN_ORDER,
                name,
                position,
                batches.getFirst().getLast())
            .fetch(ChangeLog::toChange),
        batches.size() == 1 && next.size() < BATCH_ROWS);
  }

  /** The table of all logs. */
  static final String TABLE = "catalogue_changes";

  /**
   * A batch of changes.
   *
   * @param changes the changes, in order
   * @param isLast whether there are no further changes
   */
  public record Batch(List<Change> changes, boolean isLast) {}

  /**
   * Returns the change at a position.
   *
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public Change at(long position) {
    return read(List.of(position)).getFirst();
  }

  /**
   * Returns whether the log contains changes of a tenant's subject.
   *
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public boolean contains(String tenant, String subject) {
    return database
        .resultQuery(
            "SELECT 1" + FROM + "log = ? AND tenant = ? AND subject = ?" + VALID + " LIMIT 1",
            name,
            tenant,
            subject,
            name)
        .fetch()
        .isNotEmpty();
  }

  /**
   * Reads the changes of a tenant's subject in order and in batches.
   *
   * @param memory called once, before reading, with the maximum size of a batch in bytes
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public void forEach(
      String tenant, String subject, LongConsumer memory, Consumer<Change> consumer) {
    List<Size> sizes =
        sizes(
            "log = ? AND tenant = ? AND subject = ? ORDER BY position",
            List.of(name, tenant, subject));
    memory.accept(largestBatch(sizes));
    for (List<Long> positions : batches(sizes)) {
      // A position may have rows of writers that did not get it, possibly with other subjects.
      read(positions).stream()
          .filter(change -> change.tenant().equals(tenant) && change.subject().equals(subject))
          .forEach(consumer);
    }
  }

  /**
   * Returns changes of a tenant in this log and others, sorted by time.
   *
   * @param others the names of the other logs, and the prefix that payloads of their changes must
   *     have
   * @param query the filter and page
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public List<Entry> history(Map<String, String> others, LogQuery query) {
    List<Condition> kinds = new ArrayList<>(List.of(LOG.eq(inline(name))));
    others.forEach((log, kind) ->
        kinds.add(LOG.eq(inline(log)).and(ClickHouseExpressions.startsWith(PAYLOAD, kind))));
    String order =
        Stream.of("at", "log", "position")
            .map(column -> column + query.direction())
            .collect(Collectors.joining(", "));
    return database
        .resultQuery(
            "SELECT log, "
                + COLUMNS
                + FROM
                + "tenant = {0} AND ({1})"
                + " AND ({2} = '' OR JSONExtractString(payload, 'change') = {2})"
                + " AND ({3} = '' OR author = {3})"
                + " AND (toUnixTimestamp64Milli(at), log, position) "
                + query.comparison()
                + " ({4}, {5}, {6}) AND (log, position, change_id) IN ("
                + "SELECT log, position, min(change_id) FROM catalogue_changes"
                + " WHERE log IN ({7}) GROUP BY log, position) ORDER BY "
                + order
                + " LIMIT {8}",
            inline(query.tenant()),
            DSL.or(kinds),
            inline(query.change()),
            inline(query.author()),
            inline(query.after().millis()),
            inline(query.after().log()),
            inline(query.after().position()),
            DSL.list(
                Stream.concat(Stream.of(name), others.keySet().stream()).map(DSL::inline).toList()),
            inline(query.limit()))
        .fetch(row -> new Entry(row.get("log", String.class), toChange(row)));
  }

  /**
   * A change with its log.
   *
   * @param log the log's name
   * @param change the change
   */
  public record Entry(String log, Change change) {
    /** Returns the sort key. */
    public Key key() {
      return new Key(change.at().toEpochMilli(), log, change.position());
    }
  }

  /**
   * The sort key of entries of several logs.
   *
   * @param millis the time of the change, in milliseconds since 1970
   * @param log the log's name
   * @param position the position in the log
   */
  public record Key(long millis, String log, long position) implements Comparable<Key> {
    /** Sorts before all others. */
    public static final Key FIRST = new Key(0, "", 0);

    /** Sorts after all others. */
    public static final Key LAST = new Key(Long.MAX_VALUE, "", 0);

    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::millis)
            .thenComparing(Key::log)
            .thenComparingLong(Key::position);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private List<Change> read(List<Long> positions) {
    return database
        .resultQuery(
            "SELECT " + COLUMNS + FROM + "log = {0} AND position IN ({1})" + IN_ORDER,
            inline(name),
            DSL.list(positions.stream().map(DSL::inline).toList()))
        .fetch(ChangeLog::toChange);
  }

  /** The size of the payload at a position. */
  private record Size(long position, long bytes) {}

  private List<Size> sizes(String condition, List<Object> values) {
    return database
        .resultQuery(
            "SELECT position, length(payload) AS bytes" + FROM + condition, values.toArray())
        .fetch(row -> new Size(row.get("position", Long.class), row.get("bytes", Long.class)));
  }

  private static long largestBatch(List<Size> sizes) {
    long all = sizes.stream().mapToLong(Size::bytes).sum();
    long largest = sizes.stream().mapToLong(Size::bytes).max().orElse(0);
    return Math.max(largest, Math.min(all, BATCH_BYTES));
  }

  /** Partitions positions into batches. */
  private static List<List<Long>> batches(List<Size> sizes) {
    List<List<Long>> batches = new ArrayList<>();
    List<Long> batch = new ArrayList<>();
    long bytes = 0;
    for (Size size : sizes) {
      boolean isFull = bytes + size.bytes() > BATCH_BYTES || batch.size() == BATCH_ROWS;
      if (isFull && !batch.isEmpty()) {
        batches.add(batch);
        batch = new ArrayList<>();
        bytes = 0;
      }
      batch.add(size.position());
      bytes += size.bytes();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /**
   * Appends changes at consecutive positions. Only their first position can be contended: a writer
   * always requests the position after the last one that exists.
   *
   * @param changes at least one and at most {@link #MOST_TOGETHER}
   * @return whether the changes were appended; otherwise another writer has the first position, and
   *     {@link #after} returns its change
   * @throws StoreUnavailableException if ClickHouse does not respond; the changes may have been
   *     appended
   */
  public boolean append(List<Change> changes) {
    Change first = changes.getFirst();
    return rows.insert(
        new InsertIfAbsent.Candidate(
            name + "/" + first.position(),
            LOG.eq(name).and(POSITION.eq(first.position())),
            changes.stream().map(this::row).toList()));
  }

  private InsertIfAbsent.Row row(Change change) {
    return new InsertIfAbsent.Row(
        change.id(),
        Map.of(
            LOG, val(name),
            POSITION, val(change.position()),
            AT, ClickHouseExpressions.instant(change.at()),
            AUTHOR, val(change.author()),
            TENANT, val(change.tenant()),
            SUBJECT, val(change.subject()),
            PAYLOAD, val(change.payload())));
  }

  /**
   * Replaces all payloads of a tenant by one, for data that must not be kept. Positions, times and
   * authors remain.
   *
   * @return whether there was nothing to replace
   * @throws StoreUnavailableException if ClickHouse does not respond
   */
  public boolean replaceAll(String tenant, String payload) {
    Condition others =
        LOG.eq(inline(name)).and(TENANT.eq(inline(tenant))).and(PAYLOAD.ne(inline(payload)));
    boolean found =
        database.fetchExists(
            DSL.selectOne().from(DSL.table(DSL.name("catalogue_changes"))).where(others));
    if (found) {
      database.execute(
          "ALTER TABLE catalogue_changes UPDATE payload = {0} WHERE {1} SETTINGS mutations_sync ="
              + " 1",
          inline(payload), others);
    }
    return !found;
  }

  /** Returns why the last change could not be written; empty if it was written. */
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
