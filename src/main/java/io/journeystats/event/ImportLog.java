package io.journeystats.event;

import io.journeystats.tenant.TenantId;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of an import, which reports its progress at intervals and its end. */
final class ImportLog {
  private static final Logger LOG = LoggerFactory.getLogger(ImportLog.class);
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final TenantId tenant;
  private final LongSupplier nanoTime;
  private long lastLogged;

  /**
   * Starts the log of an import.
   *
   * @param tenant the tenant that imports
   * @param nanoTime the clock of the intervals
   */
  ImportLog(TenantId tenant, LongSupplier nanoTime) {
    this.tenant = tenant;
    this.nanoTime = nanoTime;
    this.lastLogged = nanoTime.getAsLong();
  }

  void advanced(ImportTally.Receipt soFar, long bytes) {
    long now = nanoTime.getAsLong();
    if (now - lastLogged >= INTERVAL_NANOS) {
      lastLogged = now;
      log("continues", soFar, bytes);
    }
  }

  void completed(ImportTally.Receipt receipt, long bytes) {
    log("is complete", receipt, bytes);
  }

  /** Logs the type of the failure only, since its message may quote the sender's data. */
  void stopped(ImportTally.Receipt soFar, RuntimeException reason) {
    LOG.info(
        "Import of tenant {} stopped: {} events accepted, {} rejected; {}",
        tenant.value(),
        soFar.accepted(),
        soFar.rejectedCount(),
        reason.getClass().getSimpleName());
  }

  private void log(String state, ImportTally.Receipt soFar, long bytes) {
    LOG.info(
        "Import of tenant {} {}: {} events accepted, {} rejected, {} bytes read",
        tenant.value(),
        state,
        soFar.accepted(),
        soFar.rejectedCount(),
        bytes);
  }
}
