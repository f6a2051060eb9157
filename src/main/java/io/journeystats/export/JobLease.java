package io.journeystats.export;

import java.util.function.UnaryOperator;

/**
 * This instance's hold on a job whose file it writes; lost as soon as anybody else changes the job.
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
   * @return whether that was done; where not, somebody else did something with it
   * @throws io.journeystats.clickhouse.StoreUnavailableException where nobody knows
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
