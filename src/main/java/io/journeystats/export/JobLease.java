package io.journeystats.export;

import java.util.function.UnaryOperator;

/**
 * This instance's lease of a job whose file it writes; lost as soon as another writer changes the
 * job.
 */
final class JobLease {
  private final ExportJobStore log;
  private ExportJob job;
  private boolean lost;

  /** The hold on a job that this instance has just begun. */
  JobLease(ExportJobStore log, ExportJob job) {
    this.log = log;
    this.job = job;
  }

  /** The job as it was last changed here. */
  synchronized ExportJob job() {
    return job;
  }

  /**
   * Changes the job.
   *
   * @return whether that was done; if not, another writer has changed the job
   * @throws io.journeystats.clickhouse.StoreUnavailableException if that is unknown
   */
  synchronized boolean change(UnaryOperator<ExportJob> change) {
    ExportJob next = change.apply(job);
    if (!lost && log.append(next)) {
      job = next;
    } else {
      lost = true;
    }
    return !lost;
  }
}
