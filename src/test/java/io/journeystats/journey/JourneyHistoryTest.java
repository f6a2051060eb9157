package io.journeystats.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JourneyHistoryTest {
  private static final TenantId TENANT = new TenantId("a");
  private static final JourneyId ID = new JourneyId(new UUID(0, 1));
  private static final Definition DEFINITION =
      new Definition("First", Optional.empty(), List.of(), List.of());

  @Test
  void followsTheLifeCycle() {
    StoredJourney journey =
        fold(
            created(),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.PAUSED),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.FINISHED));
    assertThat(journey.head().status()).isEqualTo(JourneyStatus.FINISHED);
    assertThat(journey.head().createdAt()).isEqualTo(at(1));
    assertThat(journey.head().launchedAt()).contains(at(2));
    assertThat(journey.head().endedAt()).contains(at(5));
    assertThat(journey.version()).isEqualTo(5);
  }

  @Test
  void stoppedIsFinal() {
    StoredJourney journey =
        fold(
            created(),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.STOPPED),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.FINISHED),
            new JourneyChange.Replaced(
                new Definition("Other", Optional.of("c"), List.of(), List.of())));
    assertThat(journey.head().status()).isEqualTo(JourneyStatus.STOPPED);
    assertThat(journey.head().title()).isEqualTo("First");
    assertThat(journey.version()).isEqualTo(3);
  }

  @Test
  void canBeRenamedInEveryStatus() {
    StoredJourney journey =
        fold(
            created(),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.STOPPED),
            new JourneyChange.Renamed("Late"));
    assertThat(journey.head().title()).isEqualTo("Late");
  }

  @Test
  void cannotBeEditedWhileActive() {
    StoredJourney journey =
        fold(created(), moved(JourneyStatus.ACTIVE), new JourneyChange.Replaced(DEFINITION.copy()));
    assertThat(journey.head().title()).isEqualTo("First");
  }

  @Test
  void doesNotExistBeforeItIsCreated() {
    assertThat(
            JourneyDirectory.EMPTY
                .after(log(List.of(moved(JourneyStatus.ACTIVE))))
                .find(TENANT, ID))
        .isEmpty();
  }

  /**
   * However the log is split into batches, the state is the same, and no final status is ever left.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isTheSameHoweverTheLogIsSplit(long seed) {
    Random random = new Random(seed);
    List<Change> log = log(randomChanges(random));
    JourneyDirectory whole = JourneyDirectory.EMPTY.after(log);
    JourneyDirectory pieces = JourneyDirectory.EMPTY;
    Optional<JourneyStatus> last = Optional.empty();
    for (int start = 0; start < log.size(); ) {
      int end = Math.min(log.size(), start + 1 + random.nextInt(4));
      pieces = pieces.after(log.subList(start, end));
      Optional<JourneyStatus> next = pieces.find(TENANT, ID).map(found -> found.head().status());
      if (last.filter(JourneyStatus::isFinal).isPresent()) {
        assertThat(next).isEqualTo(last);
      }
      last = next;
      start = end;
    }
    assertThat(pieces).isEqualTo(whole);
    JourneyHistory history = new JourneyHistory(ID);
    log.forEach(history::add);
    assertThat(history.entries())
        .hasSize(whole.find(TENANT, ID).map(StoredJourney::version).orElse(0));
  }

  @Test
  void canBeDeletedOnlyInSomeStatuses() {
    assertThat(fold(created(), moved(JourneyStatus.ACTIVE), new JourneyChange.Deleted()).version())
        .isEqualTo(2);
    JourneyDirectory gone =
        JourneyDirectory.EMPTY.after(log(List.of(created(), new JourneyChange.Deleted())));
    assertThat(gone.find(TENANT, ID)).isEmpty();
    assertThat(gone.of(TENANT).deleted()).containsExactly(Map.entry(ID, at(2)));
    JourneyDirectory erased =
        JourneyDirectory.EMPTY.after(
            log(List.of(created(), new JourneyChange.Deleted(), new JourneyChange.Erased())));
    assertThat(erased.of(TENANT).deleted()).isEmpty();
  }

  private static List<JourneyChange> randomChanges(Random random) {
    JourneyStatus[] statuses = JourneyStatus.values();
    return IntStream.range(0, 40)
        .<JourneyChange>mapToObj(index ->
            switch (random.nextInt(6)) {
              case 0 -> created();
              case 1 -> new JourneyChange.Renamed("Title " + index);
              case 2 -> new JourneyChange.Replaced(DEFINITION.copy());
              default -> moved(statuses[random.nextInt(index < 20 ? 3 : statuses.length)]);
            })
        .toList();
  }

  private static StoredJourney fold(JourneyChange... changes) {
    return JourneyDirectory.EMPTY.after(log(List.of(changes))).find(TENANT, ID).orElseThrow();
  }

  private static List<Change> log(List<JourneyChange> changes) {
    List<Change> log = new ArrayList<>();
    for (JourneyChange change : changes) {
      int position = log.size() + 1;
      log.add(
          new Change(
              position,
              new UUID(1, position),
              at(position),
              "key",
              "a",
              ID.toString(),
              json(change)));
    }
    return log;
  }

  private static String json(JourneyChange change) {
    try {
      return Json.mapper().writerFor(JourneyChange.class).writeValueAsString(change);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Instant at(int position) {
    return Instant.ofEpochSecond(position);
  }

  private static JourneyChange created() {
    return new JourneyChange.Created(JourneyType.TRIGGER_BASED, DEFINITION, Optional.empty());
  }

  private static JourneyChange moved(JourneyStatus status) {
    return new JourneyChange.Moved(status);
  }
}
