package io.journeystats.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ArrivalTrackerTest {
  private static final TenantId SHOP = new TenantId("shop");
  private static final TenantId BANK = new TenantId("bank");
  private static final JourneyId ONE = new JourneyId(new UUID(0, 1));
  private static final JourneyId OTHER = new JourneyId(new UUID(0, 2));

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 100);
  private final ArrivalTracker arrivals = new ArrivalTracker(true, now::get);

  private void passes(long nanos) {
    now.addAndGet(nanos);
  }

  @Test
  void eventsStoredBeforeTheStartAreUnknown() {
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
    arrivals.rollUpTo(now.get() - 1);
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
    arrivals.rollUpTo(now.get());
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isTrue();
  }

  @Test
  void theRollupMustContainTheLastEventOfAJourney() {
    arrivals.rollUpTo(now.get());
    passes(10);
    arrivals.add(SHOP, List.of(ONE));
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
    assertThat(arrivals.areRolledUp(SHOP, OTHER)).isTrue();
    assertThat(arrivals.areRolledUp(BANK, ONE)).isTrue();
    // The clock overflows here.
    passes(1_000);
    arrivals.add(SHOP, List.of(ONE));
    arrivals.rollUpTo(now.get());
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
    arrivals.rollUpTo(now.get() + 1);
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isTrue();
  }

  @Test
  void aFailedInsertionMayBecomeVisibleLater() {
    arrivals.rollUpTo(now.get());
    arrivals.fail();
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
    passes(ArrivalTracker.DOUBT.toNanos() - 1);
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
    passes(1);
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isTrue();
  }

  @Test
  void theRollupIsUnknownAfterTheClockWasSetBack() {
    arrivals.rollUpTo(now.get());
    arrivals.forget();
    assertThat(arrivals.areRolledUp(SHOP, ONE)).isFalse();
  }

  @Test
  void nothingIsKnownWithOtherInstances() {
    ArrivalTracker oneOfMany = new ArrivalTracker(false, now::get);
    oneOfMany.rollUpTo(now.get());
    assertThat(oneOfMany.areRolledUp(SHOP, ONE)).isFalse();
  }
}
