package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.testing.EndlessInsertion;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A state whose log's next position cannot be taken at once. */
@Timeout(60)
@ExtendWith(TestClickHouse.class)
class EventSourcedStateIT {
  private final ClickHouse clickHouse;

  EventSourcedStateIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @BeforeEach
  void empty() {
    new Migrator(clickHouse).migrate();
    clickHouse.dsl().execute("TRUNCATE TABLE catalogue_changes");
  }

  private EventSourcedState<List<String>> catalogue() {
    return new EventSourcedState<>(
        new ChangeLog(clickHouse.dsl(), "letters"),
        List.of(),
        EventSourcedStateIT::subjects,
        new ChangeWatch(clickHouse.dsl()));
  }

  private static List<String> subjects(List<String> before, List<Change> changes) {
    List<String> all = new ArrayList<>(before);
    changes.forEach(change -> all.add(change.subject()));
    return List.copyOf(all);
  }

  private static Change.Draft draft(String subject) {
    return new Change.Draft(Instant.EPOCH, "somebody", "shop", subject, "{}");
  }

  /** The effect of a crash: the token is known, and its position is free. */
  private void spend(String token) {
    clickHouse.dsl().execute(elsewhere("log, position", token) + "VALUES ('elsewhere', 1)");
  }

  private static String elsewhere(String columns, String token) {
    return "INSERT INTO catalogue_changes (%s) SETTINGS async_insert = 0, insert_deduplicate = 1,"
            .formatted(columns)
        + " insert_deduplication_token = '%s' ".formatted(token);
  }

  @Test
  void takesALostPosition() {
    EventSourcedState<List<String>> catalogue = catalogue();
    catalogue.change(_ -> draft("a"));
    spend("letters/2");
    spend("letters/3");
    spend("letters/3/2");
    assertThat(catalogue.change(_ -> draft("b"))).containsExactly("a", "b");
    assertThat(catalogue.change(_ -> draft("c"))).containsExactly("a", "b", "c");
    assertThat(catalogue().refresh()).containsExactly("a", "b", "c");
    assertThat(catalogue.troubles()).isEmpty();
  }

  @Test
  void readsDoNotWaitForAChange() throws ExecutionException, InterruptedException {
    EventSourcedState<List<String>> catalogue = catalogue();
    catalogue.change(_ -> draft("a"));
    spend("letters/2");
    CountDownLatch decided = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<String>> change;
      try (var insertion =
          EndlessInsertion.start(clickHouse, elsewhere("change_id", "letters/2"))) {
        change =
            executor.submit(() ->
                catalogue.change(_ -> {
                  decided.countDown();
                  return draft("b");
                }));
        decided.await();
        assertThat(catalogue.refresh()).containsExactly("a");
        assertThat(change.isDone()).isFalse();
        assertThat(insertion.isRunning()).as("the change is waiting").isTrue();
      }
      assertThat(change.get()).containsExactly("a", "b");
    }
  }

  @Test
  void appliesTheChangesOfSeveralInstances() throws ExecutionException, InterruptedException {
    spend("letters/1");
    spend("letters/4");
    List<Future<?>> changes = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int instance = 0; instance < 3; instance++) {
        EventSourcedState<List<String>> catalogue = catalogue();
        String name = "of " + instance;
        for (int i = 0; i < 4; i++) {
          changes.add(executor.submit(() -> catalogue.change(_ -> draft(name))));
        }
      }
    }
    for (Future<?> change : changes) {
      change.get();
    }
    assertThat(catalogue().refresh())
        .containsOnly("of 0", "of 1", "of 2")
        .hasSize(12)
        .isEqualTo(catalogue().refresh());
  }

  @Test
  void reportsAnUnreadableChange() {
    EventSourcedState<List<String>> catalogue =
        new EventSourcedState<>(
            new ChangeLog(clickHouse.dsl(), "letters"),
            List.of(),
            (_, _) -> {
              throw new IllegalStateException("an odd change");
            },
            new ChangeWatch(clickHouse.dsl()));
    catalogue.start();
    try {
      assertThat(catalogue.troubles()).isEmpty();
      assertThatThrownBy(() -> catalogue.change(_ -> draft("a")))
          .hasMessageContaining("an odd change");
      Waiting.until(() -> !catalogue.troubles().isEmpty());
      assertThat(catalogue.troubles()).singleElement().asString().contains("an odd change");
    } finally {
      catalogue.stop();
    }
  }
}
