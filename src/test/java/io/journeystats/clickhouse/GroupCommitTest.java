package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.testing.Waiting;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The grouping of batches, with inserts that end when the test says so. */
@Timeout(60)
class GroupCommitTest {
  private final BlockingQueue<Insertion> begun = new LinkedBlockingQueue<>();
  private final GroupCommit<String> commit = new GroupCommit<>(this::insert);

  private record Insertion(List<String> rows, CompletableFuture<Void> end) {}

  /** Inserts on a thread of its own, which ends when {@code insert} does. */
  private record Requester(Thread thread, CompletableFuture<Void> end) {}

  private void insert(List<String> rows) {
    Insertion insertion = new Insertion(rows, new CompletableFuture<>());
    begun.add(insertion);
    insertion.end.join();
  }

  @Test
  void batchesThatArriveDuringAnInsertAreGrouped() throws InterruptedException {
    Requester first = request(List.of("a"));
    Insertion running = begun.take();
    Requester second = request(List.of("b", "c"));
    Requester third = request(List.of("d"));
    running.end.complete(null);
    first.end.join();

    Insertion next = begun.take();
    assertThat(running.rows).containsExactly("a");
    assertThat(next.rows).containsExactly("b", "c", "d");
    assertThat(second.end).isNotDone();
    assertThat(third.end).isNotDone();

    next.end.complete(null);
    second.end.join();
    third.end.join();
    assertThat(begun).isEmpty();
  }

  @Test
  void aFailureAffectsExactlyTheCallersOfItsGroup() throws InterruptedException {
    Requester first = request(List.of("a"));
    Insertion running = begun.take();
    Requester second = request(List.of("b"));
    Requester third = request(List.of("c"));
    running.end.complete(null);
    first.end.join();
    var failure = new IllegalStateException("no disk");
    Insertion next = begun.take();
    next.end.completeExceptionally(failure);

    assertThatThrownBy(second.end::join).hasRootCause(failure);
    assertThatThrownBy(third.end::join).hasRootCause(failure);
    Requester fourth = request(List.of("d"));
    begun.take().end.complete(null);
    fourth.end.join();
  }

  @Test
  void largeBatchesDoNotWait() throws InterruptedException {
    Requester few = request(List.of("a"));
    Insertion running = begun.take();
    Requester many = request(Collections.nCopies(BulkInsert.ASYNC_BELOW_ROWS, "b"));
    begun.take().end.complete(null);
    many.end.join();

    assertThat(few.end).isNotDone();
    running.end.complete(null);
    few.end.join();
  }

  @Test
  void anInterruptedCallerDoesNotAffectTheOthers() throws InterruptedException {
    Requester first = request(List.of("a"));
    Insertion running = begun.take();
    Requester second = request(List.of("b"));
    first.thread.interrupt();
    second.thread.interrupt();
    running.end.complete(null);

    Insertion next = begun.take();
    assertThat(next.rows).containsExactly("b");
    assertThat(second.end).isNotDone();
    next.end.complete(null);
    first.end.join();
    second.end.join();
  }

  @Test
  void limitsTheRowsOfAGroup() throws InterruptedException {
    Requester first = request(List.of("a"));
    Insertion running = begun.take();
    List<Requester> others =
        IntStream.range(0, 40).mapToObj(_ -> request(Collections.nCopies(1_500, "b"))).toList();
    running.end.complete(null);
    first.end.join();

    Insertion next = begun.take();
    assertThat(next.rows).hasSize(33 * 1_500);
    next.end.complete(null);
    Insertion last = begun.take();
    assertThat(last.rows).hasSize(7 * 1_500);
    last.end.complete(null);
    others.forEach(other -> other.end.join());
  }

  /** Returns once the rows are being inserted or are waiting. */
  private Requester request(List<String> rows) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                commit.insert(rows);
                end.complete(null);
              } catch (RuntimeException e) {
                end.completeExceptionally(e);
              }
            });
    Waiting.until(() -> !thread.isAlive() || thread.getState() == Thread.State.WAITING);
    return new Requester(thread, end);
  }
}
