package io.journeystats.http;

import java.util.HashMap;
import java.util.Map;

/**
 * A number of permits, of which one holder can have only a part. Nothing waits: a permit is there,
 * or it is refused.
 *
 * @param <K> what tells holders apart
 */
public final class ConcurrencyLimit<K> {
  private final int all;
  private final int ofOne;
  private final Map<K, Integer> held = new HashMap<>();
  private int taken;

  /**
   * Makes a limit.
   *
   * @param all how many permits there are
   * @param ofOne how many of them one holder can have
   */
  public ConcurrencyLimit(int all, int ofOne) {
    this.all = all;
    this.ofOne = ofOne;
  }

  /** What became of the wish for a permit. */
  public enum Outcome {
    /** The permit is the holder's, until they give it back. */
    GRANTED,
    /** The holder has as many as one can have. */
    HOLDER_HAS_TOO_MANY,
    /** All permits are taken. */
    ALL_TAKEN
  }

  /** Asks for a permit. */
  public synchronized Outcome tryAcquire(K holder) {
    if (held.getOrDefault(holder, 0) >= ofOne) {
      return Outcome.HOLDER_HAS_TOO_MANY;
    }
    if (taken >= all) {
      return Outcome.ALL_TAKEN;
    }
    add(holder);
    return Outcome.GRANTED;
  }

  /**
   * Takes a permit, there or not: for what cannot be refused any more, and is bounded elsewhere.
   */
  public synchronized void add(K holder) {
    var _ = held.merge(holder, 1, Integer::sum);
    taken++;
  }

  /** Gives a permit back. */
  public synchronized void release(K holder) {
    var _ = held.computeIfPresent(holder, (_, before) -> before == 1 ? null : before - 1);
    taken--;
  }

  /** How many permits are taken. */
  public synchronized int taken() {
    return taken;
  }

  /** How many permits there are. */
  public int all() {
    return all;
  }

  /** How many of them one holder can have. */
  public int ofOne() {
    return ofOne;
  }
}
