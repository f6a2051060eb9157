package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobHeartbeatsTest {
  private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
  private static final ExportJob JOB =
      ExportJob.asked(
              UUID.randomUUID(),
              new TenantId("shop"),
              new ExportRequest(
                  ExportKind.JOURNEYS,
                  "all",
                  Optional.empty(),
                  Optional.empty(),
                  "UTC",
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  ExportFilters.NONE,
                  Optional.empty()),
              "key",
              NOW)
          .begun("instance", NOW);

  private final AtomicLong nanos = new AtomicLong(17);
  private final JobHeartbeats sightings = new JobHeartbeats(nanos::get);

  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  @Test
  void silenceIsCountedFromTheFirstSight() {
    assertThat(sightings.unchanged(JOB)).isZero();
    sightings.note(List.of(JOB));
    pass(3);
    sightings.note(List.of(JOB));
    pass(4);
    assertThat(sightings.unchanged(JOB)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aNewRevisionIsASignOfLife() {
    sightings.note(List.of(JOB));
    pass(3);
    ExportJob grown = JOB.at(new RowCount(5, OptionalLong.empty()));
    sightings.note(List.of(grown));
    pass(1);
    assertThat(sightings.unchanged(grown)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatIsNotSeenIsForgotten() {
    sightings.note(List.of(JOB));
    pass(3);
    sightings.note(List.of());
    sightings.note(List.of(JOB));
    assertThat(sightings.unchanged(JOB)).isZero();
  }

  @Test
  void aJobThatCannotBeChangedIsLeftAloneForTwiceAsLongEachTime() {
    sightings.note(List.of(JOB));
    assertThat(sightings.isLeftAlone(JOB)).isFalse();
    for (int pause : new int[] {2, 4, 8}) {
      sightings.failed(JOB, Duration.ofSeconds(2), "no room at all");
      pass(pause - 1);
      assertThat(sightings.isLeftAlone(JOB)).isTrue();
      pass(1);
      assertThat(sightings.isLeftAlone(JOB)).isFalse();
      sightings.note(List.of(JOB));
    }
    assertThat(sightings.whyNotChanged(JOB.id())).contains("no room at all");
    assertThat(sightings.allWhyNotChanged()).containsExactly("no room at all");
  }

  @Test
  void whatWasChangedAfterAllIsNoLongerLeftAlone() {
    sightings.note(List.of(JOB));
    sightings.failed(JOB, Duration.ofSeconds(2), "no room at all");
    ExportJob changed = JOB.givenBack();
    sightings.note(List.of(changed));
    assertThat(sightings.isLeftAlone(changed)).isFalse();
    assertThat(sightings.allWhyNotChanged()).isEmpty();
  }
}
