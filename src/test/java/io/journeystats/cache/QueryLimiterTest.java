package io.journeystats.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QueryLimiterTest {
  private static final TenantId BUSY = new TenantId("busy");
  private static final TenantId QUIET = new TenantId("quiet");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch door = new CountDownLatch(1);
  private final Queue<String> done = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    door.countDown();
    threads.close();
  }

  @Test
  void letsThroughSoManyAtOnceAndFewerOfATenant() throws Exception {
    QueryLimiter turnstile = new QueryLimiter(new QueryLimits(3, 2, 10, LONG));
    ask(turnstile, BUSY, 4);
    Waiting.until(() -> turnstile.running() == 2 && turnstile.waiting() == 2);
    ask(turnstile, QUIET, 2);
    Waiting.until(() -> turnstile.running() == 3 && turnstile.waiting() == 3);
    door.countDown();
    Waiting.until(() -> done.size() == 6);
    Waiting.until(() -> turnstile.running() == 0 && turnstile.waiting() == 0);
  }

  @Test
  void oneTenantsQueueDelaysNoOther() throws Exception {
    QueryLimiter turnstile = new QueryLimiter(new QueryLimits(1, 1, 200, LONG));
    ask(turnstile, BUSY, 200);
    Waiting.until(() -> turnstile.running() == 1 && turnstile.waiting() == 199);
    ask(turnstile, QUIET, 1);
    Waiting.until(() -> turnstile.waiting() == 200);
    door.countDown();
    Waiting.until(() -> done.size() == 201);
    // The one that was through, and the one that stood in the line of all when the other came.
    assertThat(new ArrayList<>(done).indexOf(QUIET.value())).isLessThanOrEqualTo(2);
  }

  @Test
  void refusesATenantWhoseQueueIsFullAndNobodyElse() throws Exception {
    QueryLimiter turnstile = new QueryLimiter(new QueryLimits(2, 1, 1, LONG));
    ask(turnstile, BUSY, 2);
    Waiting.until(() -> turnstile.running() == 1 && turnstile.waiting() == 1);
    assertThatThrownBy(() -> turnstile.pass(BUSY, this::nothing))
        .isInstanceOfSatisfying(
            TryAgainException.class, e -> assertThat(e.problem().status()).isEqualTo(429));
    assertThat(turnstile.pass(QUIET, () -> "through")).isEqualTo("through");
    assertThat(turnstile.refusedToTenants()).isEqualTo(1);
    assertThat(turnstile.refusedToAll()).isZero();
  }

  @Test
  void refusesWhoWaitedTooLongAndSaysWhoseFaultItIs() throws Exception {
    QueryLimiter turnstile = new QueryLimiter(new QueryLimits(1, 1, 5, Duration.ofMillis(1)));
    ask(turnstile, BUSY, 1);
    Waiting.until(() -> turnstile.running() == 1);
    assertThatThrownBy(() -> turnstile.pass(BUSY, this::nothing))
        .isInstanceOfSatisfying(
            TryAgainException.class, e -> assertThat(e.problem().status()).isEqualTo(429));
    assertThatThrownBy(() -> turnstile.pass(QUIET, this::nothing))
        .isInstanceOfSatisfying(
            TryAgainException.class, e -> assertThat(e.problem().status()).isEqualTo(503));
    assertThat(turnstile.refusedToAll()).isEqualTo(1);
    door.countDown();
    Waiting.until(() -> turnstile.running() == 0);
    assertThat(turnstile.pass(BUSY, () -> "through")).isEqualTo("through");
  }

  @Test
  void aFailureOrAnInterruptedWaitLeavesItsPlace() throws Exception {
    QueryLimiter turnstile = new QueryLimiter(new QueryLimits(1, 1, 1, LONG));
    assertThatThrownBy(() ->
            turnstile.pass(
                BUSY,
                () -> {
                  throw new IllegalStateException("x");
                }))
        .isInstanceOf(IllegalStateException.class);
    ask(turnstile, BUSY, 1);
    Waiting.until(() -> turnstile.running() == 1);
    List<Future<?>> waiting = ask(turnstile, BUSY, 1);
    Waiting.until(() -> turnstile.waiting() == 1);
    waiting.getFirst().cancel(true);
    Waiting.until(() -> turnstile.waiting() == 0);
    door.countDown();
    Waiting.until(() -> turnstile.running() == 0);
    assertThat(done).hasSize(1);
  }

  private List<Future<?>> ask(QueryLimiter turnstile, TenantId tenant, int times) {
    Callable<Boolean> work =
        () -> {
          door.await();
          return done.add(tenant.value());
        };
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      asked.add(threads.submit(() -> turnstile.pass(tenant, work)));
    }
    return asked;
  }

  private Object nothing() {
    return this;
  }
}
