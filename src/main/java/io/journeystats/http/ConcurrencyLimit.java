package io.journeystats.http;

import java.util.HashMap;
import java.util.Map;

/**
 * A semaphore with a limit per holder. It never blocks: a permit is granted or refused at once.
 *
 * @param <K> identifies a holder
 */
public final class ConcurrencyLimit<K> {
  private final int total;
  private final int perHolder;
  private final Map<K, Integer> held = new HashMap<>();
  private int taken;

  /**
   * Creates a limit.
   *
   * @param total the total number of permits
   * @param perHolder the maximum number of permits per holder
   */
  public ConcurrencyLimit(int total, int perHolder) {
    this.total = total;
    this.perHolder = perHolder;
  }

  /** The result of an attempt to acquire a permit. */
  public enum Outcome {
    /** The holder has the permit until they release it. */
    GRANTED,
    /** The holder has the maximum number of permits. */
    HOLDER_HAS_TOO_MANY,
    /** No permit is available. */
    ALL_TAKEN
  }

  /** Tries to acquire a permit. */
  public synchronized Outcome tryAcquire(K holder) {
    if (held.getOrDefault(holder, 0) >= perHolder) {
      return Outcome.HOLDER_HAS_TOO_MANY;
    }
    if (taken >= total) {
      return Outcome.ALL_TAKEN;
    }
    add(holder);
    return Outcome.GRANTED;
  }

  /**
   * Takes a permit even if none is available, for work that can no longer be refused and is bounded
   * elsewhere.
   */
  public synchronized void add(K holder) {
    var _ = held.merge(holder, 1, Integer::sum);
    taken++;
  }

  /** Releases a permit. */
  public synchronized void release(K holder) {
    var _ = held.computeIfPresent(holder, (_, before) -> before == 1 ? null : before - 1);
    taken--;
  }

  /** Returns the number of permits in use. */
  public synchronized int taken() {
    return taken;
  }

  /** Returns the total number of permits. */
  public int total() {
    return total;
  }

  /** Returns the maximum number of permits per holder. */
  public int perHolder() {
    return perHolder;
  }
}
