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

  private void assertPasses() {
    assertThatCode(outage::check).doesNotThrowAnyException();
  }

  @Test
  void oneFailureRefusesTheOthers() {
    assertPasses();
    outage.note(away(), outage.begin());
    assertRefused();
    pass(999);
    assertRefused();
    pass(1);
    assertPasses();
    assertRefused();
    outage.end();
    assertPasses();
    assertPasses();
  }

  @Test
  void ignoresRefusedStatements() {
    outage.note(away(), outage.begin());
    pass(900);
    assertThatThrownBy(outage::check)
        .isInstanceOfSatisfying(
            StoreUnavailableException.class, refused -> outage.note(refused, outage.begin()));
    pass(100);
    assertPasses();
  }

  @Test
  void otherFailuresAreNotOutages() {
    outage.note(
        new StoreUnavailableException(StoreFailure.TIMED_OUT, new IllegalStateException()),
        outage.begin());
    assertPasses();
    assertPasses();
  }

  /** It may have met the end of an outage and been slow to fail. */
  @Test
  void ignoresFailuresThatStartedBeforeALaterSuccess() {
    long begun = outage.begin();
    pass(10);
    outage.end();
    outage.note(away(), begun);
    assertPasses();
    assertPasses();
  }
}
