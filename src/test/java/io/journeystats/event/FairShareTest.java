package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FairShareTest {
  private static final TenantId ONE = new TenantId("one");
  private static final TenantId OTHER = new TenantId("other");

  private final FairShare share =
      new FairShare("Too much", new FairShare.Limits(100, 60, Duration.ZERO));

  @Test
  void aTenantHasNoMoreThanItsOwn() {
    try (FairShare.Part first = share.part(ONE);
        FairShare.Part second = share.part(ONE)) {
      first.take(40);
      second.take(20);
      assertRefused(second, 1, 429);
      assertThat(share.taken()).isEqualTo(60);
    }
    assertThat(share.taken()).isZero();
  }

  @Test
  void allTogetherHaveNoMoreThanThereIs() {
    try (FairShare.Part first = share.part(ONE);
        FairShare.Part others = share.part(OTHER)) {
      first.take(60);
      others.take(40);
      assertRefused(others, 1, 503);
    }
  }

  @Test
  void oneTenantLeavesSomethingToOthers() {
    try (FairShare.Part first = share.part(ONE);
        FairShare.Part second = share.part(ONE);
        FairShare.Part others = share.part(OTHER)) {
      first.take(60);
      assertRefused(second, 1, 429);
      others.take(40);
      assertThat(share.taken()).isEqualTo(100);
    }
  }

  @Test
  void whoCameFirstGoesOnSoThatNobodyWaitsForWhoWaits() {
    try (FairShare.Part first = share.part(ONE);
        FairShare.Part second = share.part(OTHER)) {
      second.take(60);
      first.take(60);
      assertRefused(second, 30, 503);
      first.take(30);
      assertThat(share.taken()).isEqualTo(150);
    }
  }

  @Test
  void whatIsGivenBackGoesToWhoWaits() throws InterruptedException {
    FairShare patient =
        new FairShare("Too much", new FairShare.Limits(100, 60, Duration.ofHours(1)));
    FairShare.Part first = patient.part(ONE);
    first.take(60);
    CompletableFuture<Long> taken = new CompletableFuture<>();
    Thread waiting =
        Thread.ofPlatform()
            .start(() -> {
              try (FairShare.Part second = patient.part(ONE)) {
                second.take(50);
                taken.complete(patient.taken());
              }
            });
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(taken).isNotDone();
    first.close();
    assertThat(taken.join()).isEqualTo(50);
    waiting.join();
    assertThat(patient.taken()).isZero();
  }

  private static void assertRefused(FairShare.Part part, long more, int status) {
    assertThatThrownBy(() -> part.take(more))
        .isInstanceOfSatisfying(
            TryAgainException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
  }
}
