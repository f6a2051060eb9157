package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests that wait for each other while ClickHouse is unreachable: if each detected this for
 * itself, one after the other, these tests would take minutes.
 */
@ExtendWith(TestClickHouse.class)
class UnreachableIT {
  private static final Logger LOG = LoggerFactory.getLogger(UnreachableIT.class);
  private static final int WAITING = 100;

  private final ClickHouseEndpoint endpoint;

  UnreachableIT(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
    this.endpoint = clickHouse.endpoint();
  }

  @Timeout(60)
  @Test
  void refusesWaitingRequestsWithTheFirst()
      throws ExecutionException, InterruptedException, IOException {
    assertRefusedWithTheFirst(Cable::unplug);
  }

  /** A host that neither refuses connections nor responds. */
  @Timeout(60)
  @Test
  void refusesThemEvenIfAHostDropsPackets()
      throws ExecutionException, InterruptedException, IOException {
    assertRefusedWithTheFirst(Cable::loseHost);
  }

  /** A failure of the network connection. */
  private interface Accident {
    void applyTo(Cable cable) throws IOException;
  }

  private void assertRefusedWithTheFirst(Accident accident)
      throws ExecutionException, InterruptedException, IOException {
    try (Cable cable = new Cable(endpoint);
        ClickHouse far = ClickHouse.open(cable.endpoint());
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var catalogue =
          new EventSourcedState<>(
              new ChangeLog(far.dsl(), "letters"),
              0,
              (Integer sum, List<Change> more) -> sum + more.size(),
              new ChangeWatch(far.dsl()));
      int before = catalogue.refresh();
      var draft = new Change.Draft(Instant.EPOCH, "somebody", "shop", "a", "{}");
      assertThat(catalogue.change(_ -> draft)).isEqualTo(before + 1);
      long begin = System.nanoTime();
      accident.applyTo(cable);
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 0; i < WAITING; i++) {
        waiting.add(executor.submit(catalogue::refresh));
        waiting.add(executor.submit(() -> catalogue.change(_ -> draft)));
      }
      for (Future<?> one : waiting) {
        assertThat(one)
            .failsWithin(Duration.ofMinutes(1))
            .withThrowableOfType(ExecutionException.class)
            .havingCause()
            .isInstanceOfSatisfying(
                StoreUnavailableException.class,
                failure -> assertThat(failure.failure()).isEqualTo(StoreFailure.UNREACHABLE));
      }
      LOG.warn(
          "{} were refused after {} ms", waiting.size(), (System.nanoTime() - begin) / 1_000_000);
      cable.plugIn();
      Waiting.until(() -> isBack(catalogue));
      assertThat(catalogue.change(_ -> draft)).isEqualTo(before + 2);
    }
  }

  private static boolean isBack(EventSourcedState<Integer> catalogue) {
    try {
      return catalogue.refresh() > 0;
    } catch (StoreUnavailableException _) {
      return false;
    }
  }
}
