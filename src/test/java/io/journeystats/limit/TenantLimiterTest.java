package io.journeystats.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.limit.TenantLimiter.Bound;
import io.journeystats.limit.TenantLimiter.Bounds;
import io.journeystats.limit.TenantLimiter.Permit;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TenantLimiterTest {
  private static final String ONE = "one";
  private static final String OTHER = "other";

  private final TenantLimiter share = limiter(Duration.ZERO);

  private static TenantLimiter limiter(Duration longestWait) {
    return new TenantLimiter(
        Bounds.ofTenants(
            "Too much is held",
            RateLimit.Unit.BYTES,
            new Bound("memory", 100),
            new Bound("memoryOfTenant", 60),
            longestWait));
  }

  @Test
  void limitsATenant() {
    try (Permit first = share.permit(ONE);
        Permit second = share.permit(ONE)) {
      first.take(40);
      second.take(20);
      assertRefused(second, 1, 429);
      assertThat(share.taken()).isEqualTo(60);
    }
    assertThat(share.taken()).isZero();
  }

  @Test
  void limitsTheTotal() {
    try (Permit first = share.permit(ONE);
        Permit others = share.permit(OTHER)) {
      first.take(60);
      others.take(40);
      assertRefused(others, 1, 503);
    }
  }

  @Test
  void oneTenantCannotTakeTheTotal() {
    try (Permit first = share.permit(ONE);
        Permit second = share.permit(ONE);
        Permit others = share.permit(OTHER)) {
      first.take(60);
      assertRefused(second, 1, 429);
      others.take(40);
      assertThat(share.taken()).isEqualTo(100);
    }
  }

  @Test
  void theOldestPermitMayAlwaysTakeMore() {
    try (Permit first = share.permit(ONE);
        Permit second = share.permit(OTHER)) {
      first.take(1);
      second.take(60);
      first.take(59);
      assertRefused(second, 30, 503);
      first.take(30);
      assertThat(share.taken()).isEqualTo(150);
    }
  }

  @Test
  void releasedAmountsGoToWaitingPermits() throws InterruptedException {
    TenantLimiter patient = limiter(Duration.ofHours(1));
    Permit first = patient.permit(ONE);
    first.take(60);
    CompletableFuture<Long> taken = new CompletableFuture<>();
    Thread waiting =
        Thread.ofPlatform()
            .start(() -> {
              try (Permit second = patient.permit(ONE)) {
                second.take(50);
                taken.complete(patient.taken());
              }
            });
    Waiting.until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
    assertThat(taken).isNotDone();
    first.close();
    assertThat(taken.join()).isEqualTo(50);
    waiting.join();
    assertThat(patient.taken()).isZero();
  }

  private static void assertRefused(Permit permit, long more, int status) {
    assertThatThrownBy(() -> permit.take(more))
        .isInstanceOfSatisfying(
            TryAgainException.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(status);
              assertThat(refusal.problem().detail())
                  .endsWith(
                      status == 429
                          ? "with this tenant's keys; memoryOfTenant allows 60."
                          : "; memory allows 100.");
            });
  }

  /** A request that ends before its processing does holds nothing afterwards. */
  @Test
  void holdsNothingAfterItIsClosed() {
    Permit ended = share.permit(ONE);
    ended.take(10);
    ended.close();
    ended.take(50);
    assertThat(share.taken()).isZero();
  }
}
