package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conditional insert into a table with one row per key: the first row stays, later ones have no
 * effect. ClickHouse's deduplication tokens make an insert a compare-and-set.
 *
 * <p>ClickHouse records a token before the row is in the table. If it crashes between the two, or
 * the disk is full, the token remains without its row, and ClickHouse drops every further row with
 * this token as a duplicate. So every insert is verified. If the key is still free, and no insert
 * with the token is running that could add it, the row is inserted again with the next token. All
 * writers use the tokens of a key in the same order, so every insert remains a compare-and-set.
 *
 * <p>If two rows have the same key nevertheless, such as after the loss of a token alone, readers
 * use the one with the smallest id.
 */
public final class InsertIfAbsent {
  private static final Logger LOG = LoggerFactory.getLogger(InsertIfAbsent.class);

  /** The time after which a running insert is visible in the process list at the latest. */
  private static final Duration DEFAULT_SETTLING = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Long enough to skip dozens of tokens without rows; the next call continues from there. */
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  private static final int MAXIMUM_REMEMBERED = 1_000;

  /** The failures that have nothing to do with the table. */
  private static final Set<StoreFailure> TRANSIENT_FAILURES =
      EnumSet.of(StoreFailure.UNREACHABLE, StoreFailure.OVERLOADED, StoreFailure.CANCELLED);

  private static final Field<UUID> ID = field(name("change_id"), UUID.class);

  private final DSLContext database;
  private final String table;
  private final Duration limit;
  private final Duration settling;

  /** The number of tokens per key that are known to have no row. */
  private final Cache<String, Integer> spent =
      Caffeine.newBuilder().maximumSize(MAXIMUM_REMEMBERED).build();

  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Creates an insert.
   *
   * @param table a table with a column {@code change_id} for the rows' ids, and a deduplication
   *     window
   */
  public InsertIfAbsent(DSLContext database, String table) {
    this(database, table, DEFAULT_LIMIT);
  }

  /**
   * Creates an insert with a time limit of its own.
   *
   * @param limit how long an insert is retried
   */
  public InsertIfAbsent(DSLContext database, String table, Duration limit) {
    this.database = database;
    this.table = table;
    this.limit = limit;
    this.settling = Collections.min(List.of(DEFAULT_SETTLING, limit.dividedBy(2)));
  }

  /**
   * A row to insert, and others that are inserted with it atomically.
   *
   * @param token identifies the key within the table: letters, digits, hyphens and slashes
   * @param key the condition that finds the row with this key
   * @param rows the row, then the others; few enough for one block of the table
   */
  public record Candidate(String token, Condition key, List<Row> rows) {
    /** Validates that the token can be embedded in a statement. */
    public Candidate {
      if (!token.matches("[A-Za-z0-9/-]+")) {
        throw new IllegalArgumentException("not a token: " + token);
      }
      rows = List.copyOf(rows);
    }

    /** Creates a candidate with a single row. */
    public Candidate(String token, Condition key, UUID id, Map<Field<?>, Field<?>> values) {
      this(token, key, List.of(new Row(id, values)));
    }

    /** Returns the row's id. */
    UUID id() {
      return rows.getFirst().id();
    }

    private String token(int number) {
      return number == 1 ? token : token + "/" + number;
    }
  }

  /**
   * A row.
   *
   * @param id distinguishes it from other rows with the same key
   * @param values the other columns, including those of the key; the same columns in each row
   */
  public record Row(UUID id, Map<Field<?>, Field<?>> values) {
    /** Copies the values. */
    public Row {
      values = Map.copyOf(values);
    }

    private Field<?> in(Collection<Field<?>> columns) {
      return field(
          "({0}, {1})", DSL.val(id.toString()), list(columns.stream().map(values::get).toList()));
    }
  }

  /**
   * Inserts a row durably unless its key exists.
   *
   * @return whether this row has the key
   * @throws StoreUnavailableException if ClickHouse does not respond or loses the row; it may have
   *     been inserted
   */
  public boolean insert(Candidate row) {
    try {
      boolean inserted = insertIfAbsent(row);
      trouble = Optional.empty();
      return inserted;
    } catch (RuntimeException failure) {
      if (!isTransient(failure)) {
        trouble = Optional.of("Cannot write to %s: %s.".formatted(table, failure.getMessage()));
      }
      throw failure;
    }
  }

  /**
   * Returns why the last insert failed; empty if it succeeded, or if ClickHouse was unavailable or
   * overloaded.
   */
  public Optional<String> trouble() {
    return trouble;
  }

  private static boolean isTransient(RuntimeException failure) {
    return failure instanceof StoreUnavailableException unavailable
        && TRANSIENT_FAILURES.contains(unavailable.failure());
  }

  private boolean insertIfAbsent(Candidate row) {
    long begin = System.nanoTime();
    int known = Optional.ofNullable(spent.getIfPresent(row.token())).orElse(0);
    int number = known;
    Optional<UUID> existing = existing(row);
    while (existing.isEmpty()) {
      checkLimit(row, begin);
      String token = row.token(number + 1);
      write(row, token);
      existing = findOnceSettled(row, token, begin);
      if (existing.isEmpty()) {
        number++;
        spent.put(row.token(), number);
      }
    }
    if (number > known) {
      LOG.warn("ClickHouse had {} tokens of {} without a row", number - known, row.token());
    }
    return existing.get().equals(row.id());
  }

  private void write(Candidate row, String token) {
    // Asynchronous inserts are the server's default; they would combine rows of several tokens in
    // one block.
    Set<Field<?>> columns = row.rows().getFirst().values().keySet();
    database.execute(
        "INSERT INTO {0} (change_id, {1}) SETTINGS async_insert = 0, insert_deduplicate = 1,"
            + " insert_deduplication_token = {2} VALUES {3}",
        table(name(table)),
        list(columns),
        inline(token),
        list(row.rows().stream().map(other -> other.in(columns)).toList()));
  }

  /** Returns the row with the key once no other insert with the token can add one. */
  private Optional<UUID> findOnceSettled(Candidate row, String token, long begin) {
    Optional<UUID> existing = existing(row);
    while (existing.isEmpty() && (isRunning(token) || elapsed(begin).compareTo(settling) < 0)) {
      checkLimit(row, begin);
      pause();
      existing = existing(row);
    }
    // Checked once more: an insert that had ended when the processes were listed is visible now.
    return existing.or(() -> existing(row));
  }

  private Optional<UUID> existing(Candidate row) {
    return database
        .select(ID)
        .from(table(name(table)))
        .where(row.key())
        .orderBy(ID)
        .limit(1)
        .fetchOptional(ID);
  }

  private boolean isRunning(String token) {
    return database
            .fetchSingle(
                "SELECT toInt64(count()) FROM system.processes WHERE query_kind = 'Insert' AND"
                    + " Settings['insert_deduplication_token'] = {0}",
                inline(token))
            .get(0, Long.class)
        > 0;
  }

  private void checkLimit(Candidate row, long begin) {
    if (elapsed(begin).compareTo(limit) > 0) {
      throw new StoreUnavailableException(
          StoreFailure.ROW_MISSING, new IllegalStateException(row.token()));
    }
  }

  private static Duration elapsed(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(StoreFailure.CANCELLED, e);
    }
  }
}
