package io.journeystats.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.limit.ProcessorTurns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessorTurnsTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicLong now = new AtomicLong();
  private final ProcessorTurns turns =
      new ProcessorTurns(new TenantLimiter.Bound("requests.largeOfTenant", 2), LONG, now::get);

  @Test
  void aTenantThatIsAloneDoesNotWait() {
    turns.recordUse("a");
    for (int turn = 0; turn < 10; turn++) {
      turns.take("a", SHORT);
    }
  }

  @Test
  void limitsATenantWhileOthersUseTheService() {
    turns.recordUse("b");
    turns.recordUse("a");
    turns.take("a", SHORT);
    Turn second = turns.take("a", SHORT);
    assertThatThrownBy(() -> turns.take("a", SHORT))
        .isInstanceOf(TryAgainException.class)
        .hasMessageContaining("requests.largeOfTenant allows 2");
    turns.take("b", SHORT);
    turns.take("b", SHORT);
    second.close();
    second.close();
    turns.take("a", SHORT);
    assertThatThrownBy(() -> turns.take("a", SHORT)).isInstanceOf(TryAgainException.class);
  }

  @Test
  void othersCountForAMinuteAfterTheirLastRequest() {
    assertThat(turns.isShared("a")).isFalse();
    turns.recordUse("b");
    assertThat(turns.isShared("a")).isTrue();
    assertThat(turns.isShared("b")).isFalse();
    now.addAndGet(Duration.ofSeconds(59).toNanos());
    turns.recordUse("a");
    turns.recordUse("a");
    assertThat(turns.isShared("a")).isTrue();
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(turns.isShared("a")).isFalse();
    assertThat(turns.isShared("b")).isTrue();
    assertThat(turns.isShared("c")).isTrue();
    now.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(turns.isShared("c")).isFalse();
  }

  /** Each request takes its turn only once the previous one is waiting. */
  @Test
  void grantsTurnsInOrder() throws ExecutionException, InterruptedException {
    turns.recordUse("b");
    turns.recordUse("a");
    List<Turn> held = List.of(turns.take("a"), turns.take("a"));
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> waiting = new ArrayList<>();
      for (int number = 0; number < 20; number++) {
        int own = number;
        waiting.add(
            threads.submit(() -> {
              try (Turn _ = turns.take("a")) {
                order.add(own);
              }
            }));
        while (turns.waiting("a") <= number) {
          Thread.onSpinWait();
        }
      }
      held.getFirst().close();
      for (Future<?> one : waiting) {
        one.get();
      }
    }
    assertThat(order).isSorted().hasSize(20);
    assertThat(turns.waiting("a")).isZero();
  }

  /** Because a request that waits for a turn holds memory, too. */
  @Test
  void aRequestWithATurnNeverWaitsForTheMemoryOfThoseWithout()
      throws ExecutionException, InterruptedException {
    TenantLimiter memory =
        new TenantLimiter(
            TenantLimiter.Bounds.ofTenants(
                "Too much",
                RateLimit.Unit.BYTES,
                new TenantLimiter.Bound("all", 1_000),
                new TenantLimiter.Bound("one", 100),
                SHORT));
    ProcessorTurns one = new ProcessorTurns(new TenantLimiter.Bound("large", 1), LONG, now::get);
    one.recordUse("b");
    one.recordUse("a");
    List<RequestShare> shares = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      RequestShare share = new RequestShare(memory.permit("a"), one, "a", 40);
      share.take(33);
      shares.add(share);
    }
    RequestShare large = shares.getLast();
    large.take(50);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waits = threads.submit(() -> shares.getFirst().take(50));
      while (one.waiting("a") == 0) {
        Thread.onSpinWait();
      }
      large.take(50);
      large.close();
      waits.get();
    }
    shares.forEach(RequestShare::close);
    assertThat(memory.taken()).isZero();
    assertThat(one.take("a", SHORT)).isNotNull();
  }

  /** The client may disconnect while the request waits. */
  @Test
  void aRequestThatEndsWhileWaitingHoldsNoTurn() throws ExecutionException, InterruptedException {
    ProcessorTurns one = new ProcessorTurns(new TenantLimiter.Bound("large", 1), LONG, now::get);
    one.recordUse("b");
    one.recordUse("a");
    Turn held = one.take("a");
    RequestShare share = new RequestShare(TenantLimiter.unlimited().permit("a"), one, "a", 40);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> waits = threads.submit(() -> share.take(50));
      while (one.waiting("a") == 0) {
        Thread.onSpinWait();
      }
      share.close();
      held.close();
      waits.get();
    }
    assertThat(one.take("a", SHORT)).isNotNull();
  }
}
