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
 * Insertion into a table that has one row for each key: the first row stays, later ones are without
 * effect. It rests on ClickHouse's deduplication tokens, which make an insertion a compare-and-set.
 *
 * <p>ClickHouse notes a token before the row is in the table. A crash between the two, or a disk
 * that is full at that moment, leaves a token without its row: from then on ClickHouse takes every
 * row with this token for known and drops it. So each insertion is looked for afterwards. Where the
 * key is still free, and no insertion with the token is running that could yet take it, the row is
 * inserted again with the next token. All writers take the tokens of a key in the same order, so
 * each of them remains a compare-and-set.
 *
 * <p>Where two rows have the same key nevertheless, as after a loss of the token alone, readers
 * take the one with the smallest id.
 */
public final class InsertIfAbsent {
  private static final Logger LOG = LoggerFactory.getLogger(InsertIfAbsent.class);

  /** An insertion that the list of processes does not show has this time to become visible. */
  private static final Duration DEFAULT_SETTLING = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Dozens of tokens without rows are passed over in this time; the next call goes on there. */
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  private static final int MOST_REMEMBERED = 1_000;

  /** What has nothing to do with the table. */
  private static final Set<StoreFailure> PASSING =
      EnumSet.of(StoreFailure.UNREACHABLE, StoreFailure.OVERLOADED, StoreFailure.CANCELLED);

  private static final Field<UUID> ID = field(name("change_id"), UUID.class);

  private final DSLContext database;
  private final String table;
  private final Duration limit;
  private final Duration settling;

  /** Which tokens of a key are known to be without their row, by their number. */
  private final Cache<String, Integer> spent =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  private volatile Optional<String> trouble = Optional.empty();

  /**
   * Insertion into a table.
   *
   * @param table has a column {@code change_id} for the rows' ids, and a deduplication window
   */
  public InsertIfAbsent(DSLContext database, String table) {
    this(database, table, DEFAULT_LIMIT);
  }

  /**
   * Insertion that is given up after another time.
   *
   * @param limit how long it is tried
   */
  public InsertIfAbsent(DSLContext database, String table, Duration limit) {
    this.database = database;
    this.table = table;
    this.limit = limit;
    this.settling = Collections.min(List.of(DEFAULT_SETTLING, limit.dividedBy(2)));
  }

  /**
   * A row that is to be inserted, and others that come with it: all of them or none.
   *
   * @param token names the key among all of the table: letters, digits, hyphens and slashes
   * @param key the condition that finds the row with this key
   * @param rows the row, then the others; they must be few enough to be one block of the table
   */
  public record Candidate(String token, Condition key, List<Row> rows) {
    /** Checks that the token can be written into a statement as it is. */
    public Candidate {
      if (!token.matches("[A-Za-z0-9/-]+")) {
        throw new IllegalArgumentException("not a token: " + token);
      }
      rows = List.copyOf(rows);
    }

    /** A row by itself. */
    public Candidate(String token, Condition key, UUID id, Map<Field<?>, Field<?>> values) {
      this(token, key, List.of(new Row(id, values)));
    }

    /** The id of the row. */
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
   * @param id tells it apart from other rows with the same key
   * @param values the other columns, those of the key among them; the same ones in each row
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
   * Inserts a row unless there is one with its key. Once it is in the table it is on the disk.
   *
   * @return whether it is the row with this key
   * @throws StoreUnavailableException where ClickHouse does not answer, or loses what it takes; the
   *     row may have been inserted or not
   */
  public boolean insert(Candidate row) {
    try {
      boolean taken = insertUnlessThere(row);
      trouble = Optional.empty();
      return taken;
    } catch (RuntimeException failure) {
      if (!isPassing(failure)) {
        trouble =
            Optional.of("Nothing can be written to %s: %s.".formatted(table, failure.getMessage()));
      }
      throw failure;
    }
  }

  /** Why the last insertion failed; empty where it did not, or ClickHouse was away or busy. */
  public Optional<String> trouble() {
    return trouble;
  }

  private static boolean isPassing(RuntimeException failure) {
    return failure instanceof StoreUnavailableException unavailable
        && PASSING.contains(unavailable.failure());
  }

  private boolean insertUnlessThere(Candidate row) {
    long begin = System.nanoTime();
    int known = Optional.ofNullable(spent.getIfPresent(row.token())).orElse(0);
    int number = known;
    Optional<UUID> present = present(row);
    while (present.isEmpty()) {
      checkLimit(row, begin);
      String token = row.token(number + 1);
      write(row, token);
      present = presentOnceSettled(row, token, begin);
      if (present.isEmpty()) {
        number++;
        spent.put(row.token(), number);
      }
    }
    if (number > known) {
      LOG.warn("ClickHouse knew {} tokens of {} without a row", number - known, row.token());
    }
    return present.get().equals(row.id());
  }

  private void write(Candidate row, String token) {
    // Asynchronous inserts are the server's default; they would gather rows of several tokens into
    // one block.
    Set<Field<?>> columns = row.rows().getFirst().values().keySet();
    database.execute(
        "INSERT INTO {0} (change_id, {1}) SETTINGS async_insert = 0, insert_deduplicate = 1,"
            + " insert_deduplication_token = {2} VALUES {3}",
        table(name(table)),
        list(columns),
        inline(token),
        list(row.rows().stream().map(one -> one.in(columns)).toList()));
  }

  /** The row with the key when no other insertion with the token can bring one any more. */
  private Optional<UUID> presentOnceSettled(Candidate row, String token, long begin) {
    Optional<UUID> present = present(row);
    while (present.isEmpty() && (isRunning(token) || elapsed(begin).compareTo(settling) < 0)) {
      checkLimit(row, begin);
      pause();
      present = present(row);
    }
    // Asked last: what had ended when the processes were looked at can be seen now.
    return present.or(() -> present(row));
  }

  private Optional<UUID> present(Candidate row) {
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
