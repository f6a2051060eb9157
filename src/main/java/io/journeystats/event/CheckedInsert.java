package io.journeystats.event;

import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.erasure.ErasedUsers;
import io.journeystats.erasure.Tombstones;
import io.journeystats.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An insertion of users' rows that leaves out the rows of erased users. ClickHouse refuses an
 * insertion that starts too long after the erased users were looked up; the insertion is then
 * retried.
 *
 * @param insert the insertion into the table
 * @param tombstones the erased users
 * @param columns the columns of the rows
 * @param <T> the type from which rows are made
 */
record CheckedInsert<T extends CheckedInsert.OfUser>(
    BulkInsert insert, Tombstones tombstones, List<Column<T>> columns) {
  private static final int ATTEMPTS = 5;

  /** A row with its tenant and user. */
  interface OfUser {
    /** The tenant that owns the row. */
    TenantId tenant();

    /** Whether an erasure keeps the row out. */
    boolean isErased(ErasedUsers users);
  }

  /** An insertion into a table that has a column {@link Tombstones#VALID_UNTIL}. */
  static <T extends OfUser> CheckedInsert<T> into(
      ClickHouse clickHouse, String table, Tombstones tombstones, List<Column<T>> columns) {
    return new CheckedInsert<>(new BulkInsert(clickHouse, table), tombstones, columns);
  }

  /** Inserts rows. They are durable when this method returns. */
  void insert(List<T> rows) {
    for (int attempt = 1; !isInserted(rows, attempt); attempt++) {
      // Nothing is stored yet, and the next attempt reads the erased users again.
    }
  }

  private boolean isInserted(List<T> rows, int attempt) {
    try (Tombstones.Insertion insertion = tombstones.insertion()) {
      Map<TenantId, ErasedUsers> erased = new HashMap<>();
      List<T> kept =
          rows.stream()
              .filter(row -> !row.isErased(erased.computeIfAbsent(row.tenant(), insertion::users)))
              .toList();
      if (!kept.isEmpty()) {
        List<Column<T>> all = new ArrayList<>(columns);
        all.add(Column.time(Tombstones.VALID_UNTIL, _ -> insertion.validUntil()));
        insert.insert(all, kept);
      }
      return true;
    } catch (StoreUnavailableException e) {
      if (e.failure() == StoreFailure.TOO_LATE && attempt < ATTEMPTS) {
        return false;
      }
      throw e;
    }
  }
}
