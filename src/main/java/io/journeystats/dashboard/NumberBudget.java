package io.journeystats.dashboard;

import io.journeystats.http.TryAgainException;
import io.journeystats.stats.Buckets;
import io.journeystats.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The bound on the numbers of all answers that are being made or sent, and so on the memory that
 * they take; one tenant's may be half of them. A single answer of the greatest length fits.
 */
final class NumberBudget {
  /** With all that is made of it on its way to JSON, a number takes some 200 bytes. */
  private static final long OF_ALL = 2L * Buckets.LIMIT;

  private static final long OF_TENANT = Buckets.LIMIT;

  private final Map<TenantId, Long> taken = new HashMap<>();
  private long takenByAll;

  /**
   * Takes so many numbers out of the budget.
   *
   * @param end is told what to run when the answer was sent
   * @throws TryAgainException where they are not left
   */
  void take(TenantId tenant, long numbers, Consumer<Runnable> end) {
    take(tenant, numbers);
    end.accept(() -> giveBack(tenant, numbers));
  }

  private synchronized void take(TenantId tenant, long numbers) {
    if (taken.getOrDefault(tenant, 0L) + numbers > OF_TENANT) {
      throw TryAgainException.tenantAsksTooMuch(
          "Too many long answers are asked for with this tenant's keys at the same time.");
    }
    if (takenByAll + numbers > OF_ALL) {
      throw TryAgainException.allAskTooMuch(
          "Too many long answers are asked for at the same time.");
    }
    taken.merge(tenant, numbers, Long::sum);
    takenByAll += numbers;
  }

  private synchronized void giveBack(TenantId tenant, long numbers) {
    takenByAll -= numbers;
    taken.computeIfPresent(
        tenant, (_, before) -> before == numbers ? null : Long.valueOf(before - numbers));
  }
}
