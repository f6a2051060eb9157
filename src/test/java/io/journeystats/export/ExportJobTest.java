package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.csv.CsvStyle;
import io.journeystats.http.Json;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of an export, from being asked for to its end. */
class ExportJobTest {
  private static final Instant ASKED = Instant.parse("2026-05-12T10:00:00Z");
  private static final Instant BEGUN = Instant.parse("2026-05-12T10:00:05Z");
  private static final Instant LATER = Instant.parse("2026-05-12T10:01:00Z");
  private static final UUID ID = UUID.fromString("6b1f5a52-7a11-4a3e-9c1a-0d0f6a6f2b11");

  private static final ExportRequest QUESTION =
      new ExportRequest(
          ExportKind.USERS,
          "custom",
          Optional.of(Instant.parse("2026-03-08T05:00:00Z")),
          Optional.of(Instant.parse("2026-03-09T04:00:00Z")),
          "America/New_York",
          Optional.of(new JourneyId(new UUID(0, 1))),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new ExportFilters("exited", null, null, null, "us"),
          Optional.of(new CsvStyle(true, false)));

  private static final ExportFile FILE =
      new ExportFile("stored.csv", "users.csv", 1234, "ab12", Optional.empty());

  private static final ExportJob QUEUED =
      ExportJob.asked(ID, new TenantId("shop"), QUESTION, "key-1", ASKED);
  private static final ExportJob RUNNING = QUEUED.begun("instance-1", BEGUN);
  private static final RowCount HALF = new RowCount(50, OptionalLong.of(100));
  private static final ExportJob READY =
      RUNNING.at(HALF).ready(FILE, new RowCount(100, OptionalLong.of(100)), LATER);

  @Test
  void waitsForItsTurn() {
    assertThat(QUEUED.status().key()).isEqualTo("queued");
    assertThat(QUEUED.revision()).isEqualTo(1);
    assertThat(QUEUED.attempt()).isZero();
    assertThat(QUEUED.owner()).isEmpty();
    assertThat(QUEUED.startedAt()).isEmpty();
    assertThat(QUEUED.finishedAt()).isEmpty();
    assertThat(QUEUED.file()).isEmpty();
  }

  @Test
  void isBegunByAnInstance() {
    assertThat(RUNNING.status().key()).isEqualTo("running");
    assertThat(RUNNING.owner()).contains("instance-1");
    assertThat(RUNNING.startedAt()).contains(BEGUN);
    assertThat(RUNNING.attempt()).isEqualTo(1);
    assertThat(RUNNING.failures()).isZero();
  }

  @Test
  void grows() {
    ExportJob grown = RUNNING.at(HALF);
    assertThat(grown.status().key()).isEqualTo("running");
    assertThat(grown.rowsWritten()).isEqualTo(50);
    assertThat(grown.rowsTotal()).hasValue(100);
    assertThat(grown.owner()).contains("instance-1");
  }

  @Test
  void isReadyWithItsFile() {
    assertThat(READY.status().key()).isEqualTo("ready");
    assertThat(READY.file()).contains(FILE);
    assertThat(READY.finishedAt()).contains(LATER);
    assertThat(READY.startedAt()).contains(BEGUN);
    assertThat(READY.rowsWritten()).isEqualTo(100);
    assertThat(READY.owner()).isEmpty();
    assertThat(READY.error()).isEmpty();
  }

  /** Its instance is no more: that counts as a failure, and the rows of before as nothing. */
  @Test
  void isTakenOverFromAnInstanceThatDied() {
    ExportJob again = RUNNING.at(HALF).begun("instance-2", LATER);
    assertThat(again.status().key()).isEqualTo("running");
    assertThat(again.owner()).contains("instance-2");
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.failures()).isEqualTo(1);
    assertThat(again.startedAt()).contains(LATER);
    assertThat(again.rowsWritten()).isZero();
    assertThat(again.rowsTotal()).isEmpty();
  }

  @Test
  void waitsAgainAfterAFailureAndSaysWhy() {
    ExportJob again = RUNNING.at(HALF).again("The store was away.");
    assertThat(again.status().key()).isEqualTo("queued");
    assertThat(again.failures()).isEqualTo(1);
    assertThat(again.error()).contains("The store was away.");
    assertThat(again.owner()).isEmpty();
    assertThat(again.rowsWritten()).isZero();
    ExportJob second = again.begun("instance-2", LATER);
    assertThat(second.error()).isEmpty();
    assertThat(second.failures()).isEqualTo(1);
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  void isGivenBackWithoutAFailure() {
    ExportJob given = RUNNING.at(HALF).givenBack();
    assertThat(given.status().key()).isEqualTo("queued");
    assertThat(given.failures()).isZero();
    assertThat(given.error()).isEmpty();
    assertThat(given.owner()).isEmpty();
    assertThat(given.rowsWritten()).isZero();
    assertThat(given.begun("instance-2", LATER).failures()).isZero();
  }

  @Test
  void failsWithAReason() {
    ExportJob failed = RUNNING.ended(ExportStatus.FAILED, Optional.of("No room."), LATER);
    assertThat(failed.status().key()).isEqualTo("failed");
    assertThat(failed.error()).contains("No room.");
    assertThat(failed.finishedAt()).contains(LATER);
    assertThat(failed.owner()).isEmpty();
    assertThat(failed.file()).isEmpty();
  }

  /** Its end was when the file was there, not when the file went. */
  @Test
  void expiresButEndedBefore() {
    Instant week = Instant.parse("2026-05-19T10:01:00Z");
    ExportJob expired = READY.ended(ExportStatus.EXPIRED, Optional.of("It was old."), week);
    assertThat(expired.status().key()).isEqualTo("expired");
    assertThat(expired.finishedAt()).contains(LATER);
    assertThat(expired.error()).contains("It was old.");
    assertThat(expired.rowsWritten()).isEqualTo(100);
    // What is to be removed has to be known.
    assertThat(expired.file()).contains(FILE);
  }

  @Test
  void everyChangeIsANewRevisionOfTheSameQuestion() {
    assertThat(
            Stream.of(
                RUNNING,
                QUEUED.again("why"),
                QUEUED.givenBack(),
                QUEUED.at(HALF),
                QUEUED.ready(FILE, HALF, LATER),
                QUEUED.ended(ExportStatus.CANCELLED, Optional.empty(), LATER)))
        .allSatisfy(next -> {
          assertThat(next.revision()).isEqualTo(2);
          assertThat(next.id()).isEqualTo(ID);
          assertThat(next.tenant()).isEqualTo(new TenantId("shop"));
          assertThat(next.question()).isEqualTo(QUESTION);
          assertThat(next.createdBy()).isEqualTo("key-1");
          assertThat(next.createdAt()).isEqualTo(ASKED);
        });
  }

  @Test
  void eachAttemptHasAFileOfItsOwn() {
    assertThat(RUNNING.storedAs()).isEqualTo(ID + "-1.csv");
    assertThat(RUNNING.begun("instance-2", LATER).storedAs()).isEqualTo(ID + "-2.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED, true",
    "RUNNING, true",
    "READY, false",
    "FAILED, false",
    "CANCELLED, false",
    "EXPIRED, false"
  })
  void isUnderWayUntilItEnds(ExportStatus status, boolean isUnderWay) {
    assertThat(status.isUnderWay()).isEqualTo(isUnderWay);
  }

  @Test
  void comesBackFromTheLogAsItWas() throws JsonProcessingException {
    ObjectMapper json = Json.mapper();
    for (ExportJob job :
        List.of(QUEUED, RUNNING.at(HALF), READY, RUNNING.again("why, \"ünïcode\" 😀\n"))) {
      assertThat(json.readValue(json.writeValueAsString(job), ExportJob.class)).isEqualTo(job);
    }
  }
}
