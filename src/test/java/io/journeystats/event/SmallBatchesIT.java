package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestTombstones;
import io.journeystats.testing.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Concurrent small batches of several tenants need fewer insertions and are stored unchanged. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class SmallBatchesIT {
  private static final int SENDERS = 32;
  private static final int BATCHES = 5;
  private static final int TENANTS = 4;

  /** Makes the tenants of each test unique. */
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String tenants = "tenant-" + NUMBER.incrementAndGet() + "-";
  private final ClickHouse clickHouse;
  private final AtomicInteger failures = new AtomicInteger();

  SmallBatchesIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @BeforeAll
  static void migrate(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
  }

  @Test
  void eachIsStoredOnceWithFewerInsertions() throws ExecutionException, InterruptedException {
    EventWriter writer = writer(clickHouse);
    long before = insertions();

    allAtOnce(sender -> {
      for (int batch = 0; batch < BATCHES; batch++) {
        writer.write(tenant(sender), batch(sender, batch));
      }
    });

    // Without FINAL, duplicates would be visible until they are merged.
    assertThat(stored("events")).containsExactlyInAnyOrderElementsOf(rows(all(BATCHES)));
    assertThat(insertions() - before).isPositive().isLessThan(SENDERS * BATCHES / 2);
    assertThat(failures).hasValue(0);
  }

  @Test
  void allFailWhileClickHouseIsUnavailableAndSucceedAfterwards()
      throws ExecutionException, InterruptedException {
    try (Cable cable = new Cable(clickHouse.endpoint());
        ClickHouse connected = ClickHouse.open(cable.endpoint())) {
      EventWriter writer = writer(connected);
      cable.unplug();
      allAtOnce(sender ->
          assertThatThrownBy(() -> writer.write(tenant(sender), batch(sender, 0)))
              .isInstanceOf(StoreUnavailableException.class));
      assertThat(failures).hasPositiveValue();
      assertThat(stored("events")).isEmpty();

      cable.plugIn();
      Waiting.until(() -> isBack(connected));
      allAtOnce(sender -> writer.write(tenant(sender), batch(sender, 0)));
    }
    assertThat(stored("events")).containsExactlyInAnyOrderElementsOf(rows(all(1)));
  }

  private static boolean isBack(ClickHouse connected) {
    try {
      return connected.dsl().fetchSingle("SELECT 1").size() == 1;
    } catch (StoreUnavailableException _) {
      return false;
    }
  }

  /** Accepted events are durable, whenever the connection breaks. */
  @Test
  void acceptedBatchesAreStoredAndRefusedOnesCanBeRetried()
      throws ExecutionException, InterruptedException {
    try (Cable cable = new Cable(clickHouse.endpoint());
        ClickHouse connected = ClickHouse.open(cable.endpoint());
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      EventWriter writer = writer(connected);
      CountDownLatch accepted = new CountDownLatch(SENDERS);
      List<Future<Integer>> refusals = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        int own = sender;
        refusals.add(executor.submit(() -> acceptedUntilRefused(writer, own, accepted)));
      }
      accepted.await();
      cable.unplug();
      List<Integer> batches = new ArrayList<>();
      for (Future<Integer> refusal : refusals) {
        batches.add(refusal.get());
      }
      assertThat(failures).hasPositiveValue();
      assertThat(stored("events FINAL")).containsAll(rows(batches));

      cable.plugIn();
      allAtOnce(sender -> writer.write(tenant(sender), batch(sender, batches.get(sender))));
      batches.replaceAll(batch -> batch + 1);
      assertThat(stored("events FINAL")).containsExactlyInAnyOrderElementsOf(rows(batches));
    }
  }

  /** Returns the number of batches that were accepted before one was refused. */
  private int acceptedUntilRefused(EventWriter writer, int sender, CountDownLatch acceptedOfAll) {
    for (int batch = 0; ; batch++) {
      try {
        writer.write(tenant(sender), batch(sender, batch));
        acceptedOfAll.countDown();
      } catch (StoreUnavailableException refused) {
        return batch;
      }
    }
  }

  private EventWriter writer(ClickHouse store) {
    return new EventWriter(store, TestTombstones.of(store), failures::incrementAndGet);
  }

  private static void allAtOnce(Sender work) throws ExecutionException, InterruptedException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        int own = sender;
        all.add(executor.submit(() -> work.send(own)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  @FunctionalInterface
  private interface Sender {
    void send(int number);
  }

  private TenantId tenant(int sender) {
    return new TenantId(tenants + sender % TENANTS);
  }

  /** Ten events of one month, so that an insertion makes one part. */
  private static List<Event> batch(int sender, int batch) {
    return IntStream.range(0, 10)
        .mapToObj(number -> event("%d-%d-%d".formatted(sender, batch, number)))
        .toList();
  }

  private static Event event(String id) {
    return new Event(
        id,
        EventType.CUSTOM,
        Instant.parse("2026-05-12T00:00:00Z"),
        Optional.empty(),
        "user of " + id,
        "",
        "",
        Optional.empty(),
        "",
        "",
        "",
        "bought",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }

  private static List<Integer> all(int batches) {
    return Collections.nCopies(SENDERS, batches);
  }

  /** The expected rows if a number of batches of each sender are stored. */
  private List<String> rows(List<Integer> batches) {
    return IntStream.range(0, SENDERS)
        .boxed()
        .flatMap(sender ->
            IntStream.range(0, batches.get(sender))
                .boxed()
                .flatMap(batch -> batch(sender, batch).stream())
                .map(event -> tenant(sender).value() + " " + event.userId()))
        .toList();
  }

  private List<String> stored(String events) {
    return clickHouse
        .dsl()
        .fetch(
            "SELECT concat(tenant_id, ' ', user_id) FROM %s WHERE startsWith(tenant_id, '%s')"
                .formatted(events, tenants))
        .getValues(0, String.class);
  }

  /** The number of insertions, each of which takes the next block number. */
  private long insertions() {
    return clickHouse
        .dsl()
        .fetchSingle(
            "SELECT max(max_block_number) FROM system.parts"
                + " WHERE database = currentDatabase() AND table = 'events'")
        .get(0, Long.class);
  }
}
