package io.journeystats.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.http.TryAgainException;
import io.journeystats.stats.Buckets;
import io.journeystats.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class NumberBudgetTest {
  private static final TenantId ONE = new TenantId("one");
  private static final TenantId OTHER = new TenantId("other");
  private static final TenantId THIRD = new TenantId("third");

  private final NumberBudget budget = new NumberBudget();
  private final Deque<Runnable> ends = new ArrayDeque<>();

  @Test
  void leavesRoomToOthers() {
    take(ONE, Buckets.LIMIT);
    assertRefused(ONE, 1, 429);
    take(OTHER, Buckets.LIMIT - 1);
    take(THIRD, 1);
    assertRefused(THIRD, 1, 503);
  }

  @Test
  void givesBackWhatWasSent() {
    take(ONE, Buckets.LIMIT - 1);
    take(ONE, 1);
    ends.removeLast().run();
    take(ONE, 1);
    ends.forEach(Runnable::run);
    take(ONE, Buckets.LIMIT);
    take(OTHER, Buckets.LIMIT);
    assertThat(ends).hasSize(4);
  }

  private void take(TenantId tenant, long numbers) {
    budget.take(tenant, numbers, ends::add);
  }

  private void assertRefused(TenantId tenant, long numbers, int status) {
    assertThatThrownBy(() -> take(tenant, numbers))
        .isInstanceOfSatisfying(
            TryAgainException.class,
            refusal -> assertThat(refusal.problem().status()).isEqualTo(status));
  }
}
