package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobSchedulerTest {
  private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(16);

  private final Map<UUID, Duration> unchanged = new HashMap<>();
  private final JobScheduler schedule =
      new JobScheduler(2, LEASE, job -> unchanged.getOrDefault(job.id(), Duration.ZERO));
  private final List<ExportJob> jobs = new ArrayList<>();

  private ExportJob waits(String tenant) {
    ExportRequest question =
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
            Optional.empty());
    ExportJob job =
        ExportJob.asked(
            UUID.randomUUID(), new TenantId(tenant), question, "key", NOW.plusSeconds(jobs.size()));
    jobs.add(job);
    return job;
  }

  private ExportJob runs(String tenant) {
    ExportJob job = waits(tenant).begun("somebody", NOW);
    jobs.set(jobs.size() - 1, job);
    return job;
  }

  @Test
  void theOneThatWaitedLongestIsFirst() {
    ExportJob first = waits("a");
    waits("a");
    assertThat(schedule.next(jobs, 1)).containsExactly(first);
  }

  @Test
  void nobodyWaitsBehindAllThatOneTenantWants() {
    ExportJob first = waits("a");
    ExportJob second = waits("a");
    waits("a");
    ExportJob others = waits("b");
    assertThat(schedule.next(jobs, 4)).containsExactly(first, others, second);
  }

  @Test
  void whoHasNothingRunningGoesFirst() {
    runs("a");
    waits("a");
    ExportJob others = waits("b");
    assertThat(schedule.next(jobs, 1)).containsExactly(others);
  }

  @Test
  void aTenantHasOnlySoManyAtOnce() {
    runs("a");
    runs("a");
    waits("a");
    assertThat(schedule.next(jobs, 4)).isEmpty();
  }

  @Test
  void nothingIsBegunWithoutAFreePlace() {
    waits("a");
    assertThat(schedule.next(jobs, 0)).isEmpty();
  }

  @Test
  void whatWasSilentForLongerThanTheLeaseIsTakenOn() {
    ExportJob silent = runs("a");
    ExportJob alive = runs("a");
    unchanged.put(silent.id(), LEASE.plusMillis(1));
    unchanged.put(alive.id(), LEASE);
    assertThat(schedule.next(jobs, 4)).containsExactly(silent);
  }

  @Test
  void afterAFailureItWaitsLongerEachTime() {
    ExportJob once = again(1);
    ExportJob twice = again(2);
    unchanged.put(once.id(), Duration.ofSeconds(2));
    unchanged.put(twice.id(), Duration.ofSeconds(2));
    assertThat(schedule.next(jobs, 4)).containsExactly(once);
    unchanged.put(twice.id(), Duration.ofSeconds(4));
    assertThat(schedule.next(jobs, 4)).containsExactly(once, twice);
  }

  private ExportJob again(int times) {
    ExportJob job = waits("a");
    for (int i = 0; i < times; i++) {
      job = job.begun("somebody", NOW).again("The store was away.");
    }
    jobs.set(jobs.size() - 1, job);
    return job;
  }
}
