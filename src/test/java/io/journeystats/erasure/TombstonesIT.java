package io.journeystats.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystats.clickhouse.BulkInsert;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Column;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.http.ConflictException;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an instance knows of users erased by another. */
@Timeout(60)
@ExtendWith(TestClickHouse.class)
class TombstonesIT {
  private static final TenantId TENANT = new TenantId("shop");
  private static final Instant BEFORE = Instant.parse("2026-05-05T00:00:00Z");

  private final ClickHouse clickHouse;
  private final Tombstones here;
  private final Tombstones there;

  TombstonesIT(ClickHouse clickHouse) {
    this.clickHouse = clickHouse;
    this.here = tombstones(Duration.ofSeconds(1), false, 1_000);
    this.there = tombstones(Duration.ofSeconds(1), false, 1_000);
  }

  @BeforeAll
  static void migrate(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
  }

  /** Erasures of other tests would concern the same users. */
  @BeforeEach
  void emptyLog() {
    clickHouse.dsl().execute("TRUNCATE TABLE catalogue_changes");
  }

  private Tombstones tombstones(Duration lease, boolean isAlone, long mostUsers) {
    return new Tombstones(
        clickHouse.dsl(),
        new ErasureSettings(lease, isAlone, mostUsers, Duration.ofSeconds(10), Duration.ZERO));
  }

  private static Tombstones.Wanted erasureOf(String user) {
    return new Tombstones.Wanted(UUID.randomUUID(), TENANT, user, "key");
  }

  private static List<Long> positions(Tombstones tombstones, List<Tombstones.Wanted> users) {
    Set<UUID> ids = users.stream().map(Tombstones.Wanted::id).collect(Collectors.toSet());
    return tombstones.pending().stream()
        .filter(erasure -> ids.contains(erasure.id()))
        .map(Tombstones.Erasure::position)
        .toList();
  }

  private void insert(Tombstones.Insertion insertion) {
    new BulkInsert(clickHouse, "events")
        .insert(
            List.of(
                Column.text("tenant_id", _ -> TENANT.value()),
                Column.uuid("journey_id", _ -> new UUID(1, 2)),
                Column.code("type", _ -> 1),
                Column.time("time", _ -> BEFORE.minusSeconds(1)),
                Column.text("event_id", user -> user),
                Column.text("user_id", user -> user),
                Column.time(Tombstones.VALID_UNTIL, _ -> insertion.validUntil())),
            List.of("ann"));
  }

  @Test
  void anInstanceWithAnOldCopyCannotInsertAfterTheLease() {
    try (Tombstones.Insertion outdated = here.insertion()) {
      assertThat(outdated.users(TENANT).isErased("ann", BEFORE.minusSeconds(1))).isFalse();
      there.add(List.of(erasureOf("ann")), BEFORE);
      there.awaitInstances();
      assertThatThrownBy(() -> insert(outdated))
          .isInstanceOfSatisfying(
              StoreUnavailableException.class,
              failure -> assertThat(failure.failure()).isEqualTo(StoreFailure.TOO_LATE));
      assertThat(clickHouse.dsl().fetchCount(clickHouse.dsl().selectFrom("events"))).isZero();
    }
    try (Tombstones.Insertion later = here.insertion()) {
      assertThat(later.users(TENANT).isErased("ann", BEFORE.minusMillis(1))).isTrue();
      assertThat(later.users(TENANT).isErased("ann", BEFORE)).isFalse();
      assertThat(later.users(new TenantId("other")).isKnown("ann")).isFalse();
    }
  }

  @Test
  void anErasureWaitsForInsertsOfItsOwnInstance() {
    Tombstones alone = tombstones(Duration.ofHours(1), true, 1_000);
    Tombstones.Insertion insertion = alone.insertion();
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(alone::awaitInsertions);
    assertThat(waiting).isNotDone();
    insertion.close();
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void limitsTheNumberOfErasedUsers() {
    Tombstones few = tombstones(Duration.ofSeconds(1), true, 0);
    assertThatThrownBy(() -> few.add(List.of(erasureOf("ann")), BEFORE))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("erasure.mostUsers");
  }

  /**
   * Another instance reads the changes of several writers in the same order, none missing or
   * duplicated.
   */
  @Test
  void readsTheErasuresOfSeveralWriters() {
    List<Tombstones.Wanted> users =
        IntStream.range(0, 40).mapToObj(i -> erasureOf("user " + i)).toList();
    IntStream.range(0, 8)
        .parallel()
        .forEach(part ->
            (part % 2 == 0 ? here : there).add(users.subList(5 * part, 5 * part + 5), BEFORE));
    Tombstones later = tombstones(Duration.ofSeconds(1), true, 1_000);
    List<Long> positions = positions(later, users);
    assertThat(positions).hasSize(40).doesNotHaveDuplicates();
    assertThat(users).allMatch(user -> later.users(TENANT).isKnown(user.userId()));
  }

  @Test
  void invalidatesOnlyEarlierAnswersAboutTheUsersJourneys() {
    Tombstones alone = tombstones(Duration.ofHours(1), true, 1_000);
    UUID concerned = new UUID(0, 1);
    UUID other = new UUID(0, 2);
    long before = alone.epoch(TENANT).number();
    List<Tombstones.Wanted> users = List.of(erasureOf("ann"), erasureOf("bob"));
    alone.add(users, BEFORE);
    List<Long> positions = positions(alone, users);
    long late = alone.epoch(TENANT).number();
    alone.rowsRemoved(TENANT, positions, Set.of(concerned), BEFORE);
    long after = alone.epoch(TENANT).number();
    assertThat(alone.epoch(TENANT).shows(before, concerned)).isTrue();
    Epoch next = alone.nextEpoch(TENANT);
    alone.effective(TENANT, positions, BEFORE);
    for (Epoch epoch : List.of(next, alone.epoch(TENANT))) {
      assertThat(epoch.shows(before, concerned)).isFalse();
      assertThat(epoch.shows(late, concerned)).isFalse();
      assertThat(epoch.shows(after, concerned)).isTrue();
      assertThat(epoch.shows(before, other)).isTrue();
    }
    Epoch ofOthers = alone.epoch(new TenantId("other"));
    assertThat(ofOthers.shows(before, concerned)).isTrue();
  }

  /** As earlier versions wrote the log. */
  @Test
  void invalidatesAllAnswersIfTheJourneysAreUnknown() {
    Tombstones alone = tombstones(Duration.ofHours(1), true, 1_000);
    long before = alone.epoch(TENANT).number();
    List<Tombstones.Wanted> users = List.of(erasureOf("ann"));
    alone.add(users, BEFORE);
    alone.effective(TENANT, positions(alone, users), BEFORE);
    Epoch epoch = alone.epoch(TENANT);
    assertThat(epoch.shows(before, new UUID(0, 1))).isFalse();
    assertThat(epoch.shows(epoch.number(), new UUID(0, 1))).isTrue();
  }
}
