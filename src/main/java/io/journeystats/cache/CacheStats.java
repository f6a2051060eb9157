package io.journeystats.cache;

import com.codahale.metrics.Timer;
import java.util.concurrent.atomic.LongAdder;

/** How well the cache of answers does. */
public final class CacheStats {
  private final AnswerCache memory;
  private final Timer runs;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder stale = new LongAdder();

  CacheStats(AnswerCache memory, Timer runs) {
    this.memory = memory;
    this.runs = runs;
  }

  void countHit() {
    hits.increment();
  }

  void countMiss() {
    misses.increment();
  }

  void countStale() {
    stale.increment();
  }

  /** How often an answer was remembered. */
  public long hits() {
    return hits.sum();
  }

  /** How often somebody had to wait for an answer, be it one that others waited for already. */
  public long misses() {
    return misses.sum();
  }

  /** The share of hits. */
  public double hitRate() {
    return (double) hits() / Math.max(1, hits() + misses());
  }

  /** How often an old answer was shown as the store was away. */
  public long stale() {
    return stale.sum();
  }

  /** How many answers were dropped for want of room or of interest. */
  public long evictions() {
    return memory.evictions();
  }

  /** How many answers are remembered. */
  public long size() {
    return memory.size();
  }

  /** How long it took to make answers, the wait for their turn not included. */
  public Timer runs() {
    return runs;
  }
}
