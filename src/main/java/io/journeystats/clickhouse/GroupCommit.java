package io.journeystats.clickhouse;

import static java.util.Objects.requireNonNullElse;

import com.google.common.base.Throwables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A group commit for small inserts: batches that arrive during an insert wait and are then inserted
 * together. A batch that arrives when no insert is in progress does not wait.
 *
 * <p>An insert takes about the same time for one row as for a thousand, since its end is a disk
 * flush. It runs on a thread of its own, so it does not end if a waiting caller is interrupted.
 *
 * @param <T> the type of rows
 */
public final class GroupCommit<T> {
  /** The maximum number of rows per insert, which no request exceeds. */
  private static final int MAXIMUM_ROWS = 50_000;

  private final Consumer<List<T>> insertion;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Batch<T>> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * Creates a group commit.
   *
   * @param insertion inserts rows durably
   */
  public GroupCommit(Consumer<List<T>> insertion) {
    this.insertion = insertion;
  }

  /**
   * Inserts rows durably, small batches together with others'. It returns only once the outcome is
   * known, even if the thread is interrupted: rows left behind would no longer count towards the
   * limits on requests.
   *
   * @throws RuntimeException if the insert fails; thrown to all callers whose rows it contained
   */
  public void insert(List<T> rows) {
    if (rows.size() >= BulkInsert.ASYNC_BELOW_ROWS) {
      insertion.accept(rows);
    } else {
      enqueue(rows).await();
    }
  }

  private Batch<T> enqueue(List<T> rows) {
    Batch<T> batch = new Batch<>(rows, new CompletableFuture<>());
    lock.lock();
    try {
      if (!running) {
        Thread.startVirtualThread(this::insertAll);
        running = true;
      }
      waiting.add(batch);
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Inserts until no batch is waiting. */
  private void insertAll() {
    for (List<Batch<T>> group = nextGroup(); !group.isEmpty(); group = nextGroup()) {
      insert(group);
    }
  }

  /** Returns the next batches to insert together; if there are none, the inserting thread ends. */
  private List<Batch<T>> nextGroup() {
    lock.lock();
    try {
      List<Batch<T>> group = new ArrayList<>();
      int rows = 0;
      for (Batch<T> first = waiting.peek();
          first != null && rows + first.rows.size() <= MAXIMUM_ROWS;
          first = waiting.peek()) {
        rows += first.rows.size();
        group.add(waiting.remove());
      }
      running = !group.isEmpty();
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void insert(Collection<Batch<T>> group) {
    try {
      insertion.accept(group.stream().flatMap(batch -> batch.rows.stream()).toList());
      group.forEach(batch -> batch.end.complete(null));
    } catch (Throwable failure) {
      // On any failure the waiting callers must be notified, or they would wait forever.
      group.forEach(batch -> batch.end.completeExceptionally(failure));
    }
  }

  /** The rows of a waiting caller and their outcome. */
  private record Batch<T>(List<T> rows, CompletableFuture<Void> end) {
    void await() {
      try {
        end.join();
      } catch (CompletionException e) {
        Throwables.throwIfUnchecked(requireNonNullElse(e.getCause(), e));
        throw e;
      }
    }
  }
}
