package io.journeystats.export;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who is next: of the tenants that have the fewest jobs running the one that has waited longest, so
 * nobody waits behind all that one tenant wants.
 *
 * @param ofTenant how many jobs of a tenant may run at once
 * @param lease for how long a running job may be silent before its instance counts as dead
 * @param unchanged for how long a job has been seen as it is
 */
record JobScheduler(int ofTenant, Duration lease, Function<ExportJob, Duration> unchanged) {
  /** The first pause after a failure is this part of the lease, doubled. */
  private static final int SHORTEST_PAUSES = 16;

  private static final int MOST_DOUBLINGS = 6;

  /**
   * The jobs to begin now.
   *
   * @param underWay all that wait or run, the oldest first
   * @param free how many may be begun
   */
  List<ExportJob> next(List<ExportJob> underWay, int free) {
    Map<TenantId, Long> running =
        new HashMap<>(
            underWay.stream()
                .filter(this::isAlive)
                .collect(groupingBy(ExportJob::tenant, counting())));
    List<ExportJob> waiting = new ArrayList<>(underWay.stream().filter(this::isDue).toList());
    List<ExportJob> next = new ArrayList<>();
    while (next.size() < free) {
      Optional<ExportJob> one =
          waiting.stream()
              .filter(job -> running.getOrDefault(job.tenant(), 0L) < ofTenant)
              // The first of those that are equal.
              .min(Comparator.comparing(job -> running.getOrDefault(job.tenant(), 0L)));
      if (one.isEmpty()) {
        break;
      }
      next.add(one.get());
      waiting.remove(one.get());
      running.merge(one.get().tenant(), 1L, Long::sum);
    }
    return next;
  }

  private boolean isAlive(ExportJob job) {
    return job.status() == ExportStatus.RUNNING && !isAbandoned(job);
  }

  private boolean isAbandoned(ExportJob job) {
    return job.status() == ExportStatus.RUNNING && unchanged.apply(job).compareTo(lease) > 0;
  }

  private boolean isDue(ExportJob job) {
    return isAbandoned(job)
        || (job.status() == ExportStatus.QUEUED && unchanged.apply(job).compareTo(pause(job)) >= 0);
  }

  /** After each failure it waits twice as long before it is tried again. */
  private Duration pause(ExportJob job) {
    return job.failures() == 0
        ? Duration.ZERO
        : lease
            .dividedBy(SHORTEST_PAUSES)
            .multipliedBy(1L << Math.min(job.failures(), MOST_DOUBLINGS));
  }
}
