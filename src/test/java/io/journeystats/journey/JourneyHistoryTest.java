package io.journeystats.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  void leadsThroughTheLifeCycle() {
    JourneyHistory history =
        fold(
            created(),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.PAUSED),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.FINISHED));
    assertThat(history.journey().status()).isEqualTo(JourneyStatus.FINISHED);
    assertThat(history.journey().createdAt()).isEqualTo(at(1));
    assertThat(history.journey().launchedAt()).contains(at(2));
    assertThat(history.journey().endedAt()).contains(at(5));
    assertThat(history.version()).isEqualTo(5);
  }

  @Test
  void stoppedAbsorbsWhateverComesAfter() {
    JourneyHistory history =
        fold(
            created(),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.STOPPED),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.FINISHED),
            new JourneyChange.Replaced(
                new Definition("Other", Optional.of("c"), List.of(), List.of())));
    assertThat(history.journey().status()).isEqualTo(JourneyStatus.STOPPED);
    assertThat(history.journey().title()).isEqualTo("First");
    assertThat(history.entries()).hasSize(3);
  }

  @Test
  void isRenamedInEveryStatus() {
    JourneyHistory history =
        fold(
            created(),
            moved(JourneyStatus.ACTIVE),
            moved(JourneyStatus.STOPPED),
            new JourneyChange.Renamed("Late"));
    assertThat(history.journey().title()).isEqualTo("Late");
  }

  @Test
  void isNotEditedWhileActive() {
    JourneyHistory history =
        fold(created(), moved(JourneyStatus.ACTIVE), new JourneyChange.Replaced(DEFINITION.copy()));
    assertThat(history.journey().title()).isEqualTo("First");
  }

  @Test
  void isNothingBeforeItIsCreated() {
    assertThat(
            JourneyDirectory.EMPTY
                .after(log(List.of(moved(JourneyStatus.ACTIVE))))
                .find(TENANT, ID))
        .isEmpty();
  }

  /**
   * Whoever reads the log in whatever pieces comes to the same state, and no final status is ever
   * left.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void isTheSameHoweverTheLogIsCut(long seed) {
    Random random = new Random(seed);
    List<Change> log = log(randomChanges(random));
    JourneyDirectory whole = JourneyDirectory.EMPTY.after(log);
    JourneyDirectory pieces = JourneyDirectory.EMPTY;
    Optional<JourneyStatus> last = Optional.empty();
    for (int start = 0; start < log.size(); ) {
      int end = Math.min(log.size(), start + 1 + random.nextInt(4));
      pieces = pieces.after(log.subList(start, end));
      Optional<JourneyStatus> next = pieces.find(TENANT, ID).map(found -> found.journey().status());
      if (last.filter(status -> !status.isEditable() && status != JourneyStatus.ACTIVE)
          .isPresent()) {
        assertThat(next).isEqualTo(last);
      }
      last = next;
      start = end;
    }
    assertThat(pieces).isEqualTo(whole);
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

  private static JourneyHistory fold(JourneyChange... changes) {
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
