package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoreCircuitBreakerTest {
  private final AtomicLong nanos = new AtomicLong(17);
  private final StoreCircuitBreaker outage = new StoreCircuitBreaker(nanos::get);

  private void pass(long millis) {
    nanos.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  private static StoreUnavailableException away() {
    return new StoreUnavailableException(
        StoreFailure.UNREACHABLE, new ConnectException("Connection refused"));
  }

  private void assertRefused() {
    assertThatThrownBy(outage::check).isInstanceOf(StoreUnavailableException.class);
  }

  private void assertLetThrough() {
    assertThatCode(outage::check).doesNotThrowAnyException();
  }

  @Test
  void oneFindsOutForAll() {
    assertLetThrough();
    outage.note(away(), outage.begin());
    assertRefused();
    pass(999);
    assertRefused();
    pass(1);
    assertLetThrough();
    assertRefused();
    outage.end();
    assertLetThrough();
    assertLetThrough();
  }

  @Test
  void whoWasRefusedTellsNothingNew() {
    outage.note(away(), outage.begin());
    pass(900);
    assertThatThrownBy(outage::check)
        .isInstanceOfSatisfying(
            StoreUnavailableException.class, refused -> outage.note(refused, outage.begin()));
    pass(100);
    assertLetThrough();
  }

  @Test
  void otherFailuresAreNoOutage() {
    outage.note(
        new StoreUnavailableException(StoreFailure.TIMED_OUT, new IllegalStateException()),
        outage.begin());
    assertLetThrough();
    assertLetThrough();
  }

  /** It may have met the end of an outage, and been slow to say so. */
  @Test
  void whoBeganBeforeAnotherWasAnsweredTellsNothingNew() {
    long begun = outage.begin();
    pass(10);
    outage.end();
    outage.note(away(), begun);
    assertLetThrough();
    assertLetThrough();
  }
}
