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
 * Insertion of rows of users without those that an erasure keeps out. An insertion that would begin
 * too late after it was known who was erased is refused by ClickHouse, and begun again.
 *
 * @param insert where the rows go to
 * @param tombstones tells which users were erased
 * @param columns what the rows bring
 * @param <T> what a row is made from
 */
record CheckedInsert<T extends CheckedInsert.OfUser>(
    BulkInsert insert, Tombstones tombstones, List<Column<T>> columns) {
  private static final int ATTEMPTS = 5;

  /** A row that knows whose it is. */
  interface OfUser {
    /** The tenant that it belongs to. */
    TenantId tenant();

    /** Tells whether an erasure keeps it out. */
    boolean isErased(ErasedUsers users);
  }

  /** Insertion into a table that has a column {@link Tombstones#VALID_UNTIL}. */
  static <T extends OfUser> CheckedInsert<T> into(
      ClickHouse clickHouse, String table, Tombstones tombstones, List<Column<T>> columns) {
    return new CheckedInsert<>(new BulkInsert(clickHouse, table), tombstones, columns);
  }

  /** Inserts rows; when this returns, they are durable. */
  void insert(List<T> rows) {
    for (int attempt = 1; !isInserted(rows, attempt); attempt++) {
      // Nothing is stored yet. Who was erased is going to be known better.
    }
  }

  private boolean isInserted(List<T> rows, int attempt) {
    try (Tombstones.Insertion insertion = tombstones.insertion()) {
      Map<TenantId, ErasedUsers> erased = new HashMap<>();
      List<T> wanted =
          rows.stream()
              .filter(row -> !row.isErased(erased.computeIfAbsent(row.tenant(), insertion::users)))
              .toList();
      if (!wanted.isEmpty()) {
        List<Column<T>> all = new ArrayList<>(columns);
        all.add(Column.time(Tombstones.VALID_UNTIL, _ -> insertion.validUntil()));
        insert.insert(all, wanted);
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
