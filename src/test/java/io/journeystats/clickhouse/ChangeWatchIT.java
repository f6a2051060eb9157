package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.testing.Cable;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One statement polls for changes of all tables, and each is read only if it has changed. */
@Timeout(60)
@ExtendWith(TestClickHouse.class)
final class ChangeWatchIT {
  private static final int LOOKS = 5;

  private final ClickHouse clickHouse;
  private final Queue<String> statements = new ConcurrentLinkedQueue<>();

  ChangeWatchIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
  }

  @BeforeEach
  void empty() {
    new Migrator(clickHouse).migrate();
    clickHouse.dsl().execute("TRUNCATE TABLE catalogue_changes");
  }

  /** The recorded statements. */
  private DSLContext noted() {
    ExecuteListener listener =
        new ExecuteListener() {
          private static final long serialVersionUID = 1L;

          @Override
          public void executeStart(ExecuteContext context) {
            statements.add(String.valueOf(context.sql()));
          }
        };
    var configuration = clickHouse.dsl().configuration();
    return DSL.using(configuration.deriveAppending(new ExecuteListenerProvider[] {() -> listener}));
  }

  private static EventSourcedState<Integer> catalogue(
      DSLContext database, String log, ChangeWatch watch) {
    return new EventSourcedState<>(
        new ChangeLog(database, log), 0, (sum, changes) -> sum + changes.size(), watch);
  }

  private void changeElsewhere(String log) {
    DSLContext database = clickHouse.dsl();
    catalogue(database, log, new ChangeWatch(database))
        .change(_ -> new Change.Draft(Instant.EPOCH, "somebody", "shop", "a", "{}"));
  }

  private Stream<String> looks() {
    return statements.stream().filter(sql -> sql.contains("now64"));
  }

  private Stream<String> readings() {
    return statements.stream().filter(sql -> !sql.contains("now64"));
  }

  private void awaitPolls() {
    long before = looks().count();
    Waiting.until(() -> looks().count() >= before + LOOKS);
  }

  /** Merges of parts are noticed, too, so a log may be read once more. */
  private void awaitSilence() {
    Waiting.until(() -> {
      statements.clear();
      awaitPolls();
      return readings().findAny().isEmpty();
    });
  }

  @Test
  void readsOnlyChangedTables() {
    DSLContext database = noted();
    ChangeWatch watch = new ChangeWatch(database, Duration.ofMillis(10));
    EventSourcedState<Integer> letters = catalogue(database, "letters", watch);
    EventSourcedState<Integer> digits = catalogue(database, "digits", watch);
    changeElsewhere("letters");
    letters.start();
    digits.start();
    try {
      assertThat(letters.state()).isEqualTo(1);
      awaitSilence();

      changeElsewhere("letters");
      Waiting.until(() -> letters.state() == 2);
      assertThat(digits.state()).isZero();
      awaitSilence();

      changeElsewhere("digits");
      Waiting.until(() -> digits.state() == 1);
      assertThat(letters.state()).isEqualTo(2);
    } finally {
      letters.stop();
      digits.stop();
    }
    statements.clear();
    changeElsewhere("letters");
    assertThat(letters.state()).isEqualTo(2);
    assertThat(statements).isEmpty();
  }

  @Test
  void aRemovedWatcherIsNotCalled() {
    ChangeWatch watch = new ChangeWatch(clickHouse.dsl(), Duration.ofMillis(1));
    changeElsewhere("letters");
    Watcher leaving = new Watcher("catalogue_changes");
    Watcher staying = new Watcher("a_table_that_is_not_there");
    watch.add(leaving);
    watch.add(staying);
    try {
      Waiting.until(() -> leaving.found.size() >= LOOKS);
      watch.remove(leaving);
      int before = leaving.found.size();
      int seen = staying.found.size();
      Waiting.until(() -> staying.found.size() >= seen + LOOKS);
      assertThat(leaving.found)
          .hasSize(before)
          .allSatisfy(parts -> assertThat(parts).startsWith("all_"));
      assertThat(staying.found).containsOnly("");
    } finally {
      watch.remove(staying);
    }
  }

  /** A single instance only pings while the store is available, and notices an outage. */
  @Test
  void aSingleInstancePings() throws IOException {
    try (Cable cable = new Cable(clickHouse.endpoint());
        ClickHouse far = ClickHouse.open(cable.endpoint())) {
      ChangeWatch watch = ChangeWatch.alone(far, "pings");
      Watcher watcher = new Watcher("catalogue_changes");
      watch.add(watcher);
      try {
        Waiting.until(() -> !watcher.found.isEmpty());
        assertThat(watcher.found).allSatisfy(parts -> assertThat(parts).isNotEqualTo("nothing"));
        // A ping that takes too long, as on a busy machine, leads to one more poll.
        Waiting.until(() -> {
          int before = watcher.found.size();
          changeElsewhere("letters");
          LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
          return watcher.found.size() == before;
        });

        cable.unplug();
        Waiting.until(() -> watcher.found.contains("nothing"));
        cable.plugIn();
        int before = watcher.found.size();
        Waiting.until(
            () -> watcher.found.stream().skip(before).anyMatch(parts -> parts.startsWith("all_")));
      } finally {
        watch.remove(watcher);
      }
    }
  }

  private record Watcher(String table, Queue<String> found) implements ChangeWatch.Watcher {
    private Watcher(String table) {
      this(table, new ConcurrentLinkedQueue<>());
    }

    @Override
    public void looked(Optional<ChangeWatch.Look> look) {
      found.add(look.map(ChangeWatch.Look::version).orElse("nothing"));
    }
  }
}
