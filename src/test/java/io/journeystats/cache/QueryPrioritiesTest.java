package io.journeystats.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueryPrioritiesTest {
  private static final TenantId BUSY = new TenantId("busy");
  private static final TenantId OTHER = new TenantId("other");

  private final AtomicLong now = new AtomicLong();
  private final QueryPriorities use = new QueryPriorities(now::get);

  private void pass(double seconds) {
    now.addAndGet((long) (seconds * Duration.ofSeconds(1).toNanos()));
  }

  @Test
  void aTenantGivesWayToNobodyAtFirst() {
    use.begin(BUSY);
    assertThat(use.level(BUSY)).isZero();
    assertThat(use.level(OTHER)).isZero();
  }

  @Test
  void whoAsksOneThingAfterTheOtherGivesWayToWhoAsksLittle() {
    for (int second = 0; second < 60; second++) {
      use.begin(BUSY);
      pass(0.9);
      use.end(BUSY);
      pass(0.1);
      if (second % 10 == 0) {
        use.begin(OTHER);
        use.end(OTHER);
      }
    }
    assertThat(use.level(BUSY)).isEqualTo(1);
    assertThat(use.level(OTHER)).isZero();
  }

  /** Also while its first questions still run. */
  @Test
  void whoAsksManyThingsAtOnceGivesWayToAll() {
    for (int question = 0; question < 4; question++) {
      use.begin(BUSY);
    }
    pass(10);
    assertThat(use.level(BUSY)).isEqualTo(2);
    for (int question = 0; question < 4; question++) {
      use.end(BUSY);
    }
    assertThat(use.level(BUSY)).isEqualTo(2);
    pass(60);
    assertThat(use.level(BUSY)).isZero();
  }

  @Test
  void tenantsThatAskNoMoreAreForgotten() {
    for (int number = 0; number < 3_000; number++) {
      TenantId tenant = new TenantId("t" + number);
      use.begin(tenant);
      use.end(tenant);
    }
    assertThat(use.remembered()).isLessThanOrEqualTo(1_000);
  }
}
