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
 * Insertion of small batches together: those that come while others are being inserted wait, and go
 * as one when these are through. Who comes when nothing goes on waits for nobody.
 *
 * <p>An insertion takes about the same time whether it has one row or a thousand, as it ends with
 * the disk. It runs on a thread of its own, so it does not end with that of one who waits for it.
 *
 * @param <T> what a row is made from
 */
public final class GroupCommit<T> {
  /** One insertion has no more rows than this, as no request has. */
  private static final int MOST_ROWS = 50_000;

  private final Consumer<List<T>> insertion;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Batch<T>> waiting = new ArrayDeque<>();
  private boolean running;

  /**
   * Gathers for a way to insert.
   *
   * @param insertion inserts rows; when it returns, they are durable
   */
  public GroupCommit(Consumer<List<T>> insertion) {
    this.insertion = insertion;
  }

  /**
   * Inserts rows, few of them together with others'; when this returns, they are durable. It does
   * not end before their fate is known, not even when its thread is interrupted: what bounds the
   * rows of requests would not bound those left behind.
   *
   * @throws RuntimeException what the insertion threw, to all whose rows were in it
   */
  public void insert(List<T> rows) {
    if (rows.size() >= BulkInsert.SMALL) {
      insertion.accept(rows);
    } else {
      enter(rows).await();
    }
  }

  private Batch<T> enter(List<T> rows) {
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

  /** Until nobody waits. */
  private void insertAll() {
    for (List<Batch<T>> group = next(); !group.isEmpty(); group = next()) {
      insert(group);
    }
  }

  /** Those who go together next; none ends the thread that asks. */
  private List<Batch<T>> next() {
    lock.lock();
    try {
      List<Batch<T>> group = new ArrayList<>();
      int rows = 0;
      for (Batch<T> first = waiting.peek();
          first != null && rows + first.rows.size() <= MOST_ROWS;
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
      // Whatever it is, those who wait have to be told, or they wait for ever.
      group.forEach(batch -> batch.end.completeExceptionally(failure));
    }
  }

  /** The rows of one who waits, and what he waits for. */
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
