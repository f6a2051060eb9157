package io.journeystats.event;

import io.journeystats.tenant.TenantId;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log tells of an import: now and then how far it has come, and how it ended. */
final class ImportLog {
  private static final Logger LOG = LoggerFactory.getLogger(ImportLog.class);
  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final TenantId tenant;
  private final LongSupplier nanoTime;
  private long told;

  /**
   * Begins.
   *
   * @param tenant whose import it is
   * @param nanoTime tells how time passes
   */
  ImportLog(TenantId tenant, LongSupplier nanoTime) {
    this.tenant = tenant;
    this.nanoTime = nanoTime;
    this.told = nanoTime.getAsLong();
  }

  void hasCome(ImportTally.Receipt soFar, long bytes) {
    long now = nanoTime.getAsLong();
    if (now - told >= INTERVAL_NANOS) {
      told = now;
      tell("goes on", soFar, bytes);
    }
  }

  void ended(ImportTally.Receipt receipt, long bytes) {
    tell("is complete", receipt, bytes);
  }

  /** Without the words of the reason, which may be the sender's. */
  void stopped(ImportTally.Receipt soFar, RuntimeException reason) {
    LOG.info(
        "Import of tenant {} stopped: {} events accepted, {} rejected; {}",
        tenant.value(),
        soFar.accepted(),
        soFar.rejectedCount(),
        reason.getClass().getSimpleName());
  }

  private void tell(String state, ImportTally.Receipt soFar, long bytes) {
    LOG.info(
        "Import of tenant {} {}: {} events accepted, {} rejected, {} bytes read",
        tenant.value(),
        state,
        soFar.accepted(),
        soFar.rejectedCount(),
        bytes);
  }
}
