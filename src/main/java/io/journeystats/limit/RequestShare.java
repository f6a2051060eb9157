package io.journeystats.limit;

import io.journeystats.http.RequestMemory;
import java.io.Closeable;

/**
 * What a request holds until it ends: memory, and a turn of the processors as soon as it works on
 * much. It takes the turn first, and then its memory before others of its tenant, so that two
 * requests never wait for each other.
 */
public final class RequestShare implements RequestMemory, Closeable {
  private final TenantLimiter.Permit memory;
  private final ProcessorTurns turns;
  private final String holder;
  private final long much;
  private long taken;
  private ProcessorTurns.Turn turn = ProcessorTurns.Turn.NONE;
  private boolean closed;

  /**
   * A share that holds nothing yet.
   *
   * @param memory what the heap is taken from
   * @param turns what the turn is taken from
   * @param holder the tenant's id, or an address
   * @param much beyond how many bytes a request needs a turn
   */
  public RequestShare(TenantLimiter.Permit memory, ProcessorTurns turns, String holder, long much) {
    this.memory = memory;
    this.turns = turns;
    this.holder = holder;
    this.much = much;
  }

  @Override
  public void take(long bytes) {
    if (isMuchFromNowOn(bytes)) {
      keep(turns.take(holder));
    }
    memory.take(bytes);
  }

  private synchronized boolean isMuchFromNowOn(long bytes) {
    long before = taken;
    taken += bytes;
    return before <= much && taken > much;
  }

  private synchronized void keep(ProcessorTurns.Turn taken) {
    if (closed) {
      // The request has ended while it waited.
      taken.close();
    } else {
      turn = taken;
      memory.goFirst();
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
