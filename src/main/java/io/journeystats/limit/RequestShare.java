package io.journeystats.limit;

import io.journeystats.http.RequestMemory;
import java.io.Closeable;

/**
 * The resources that a request holds until it ends: memory, and a processor turn once it needs much
 * memory. A request that has its turn takes memory before others of its tenant, so that two
 * requests never wait for each other.
 */
public final class RequestShare implements RequestMemory, Closeable {
  private final TenantLimiter.Permit memory;
  private final ProcessorTurns turns;
  private final String holder;
  private final long largeBytes;
  private long taken;
  private ProcessorTurns.Turn turn = ProcessorTurns.Turn.NONE;
  private boolean closed;

  /**
   * Creates an empty share.
   *
   * @param memory the memory permit
   * @param turns schedules the turn
   * @param holder the tenant's id, or a client network
   * @param largeBytes the number of bytes above which a request needs a turn
   */
  public RequestShare(
      TenantLimiter.Permit memory, ProcessorTurns turns, String holder, long largeBytes) {
    this.memory = memory;
    this.turns = turns;
    this.holder = holder;
    this.largeBytes = largeBytes;
  }

  @Override
  public void take(long bytes) {
    if (becomesLarge(bytes)) {
      hold(turns.take(holder));
    }
    memory.take(bytes);
  }

  private synchronized boolean becomesLarge(long bytes) {
    long before = taken;
    taken += bytes;
    return before <= largeBytes && taken > largeBytes;
  }

  private synchronized void hold(ProcessorTurns.Turn taken) {
    if (closed) {
      // The request ended while it waited.
      taken.close();
    } else {
      turn = taken;
      memory.prioritize();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      turn.close();
    }
    memory.close();
  }
}
