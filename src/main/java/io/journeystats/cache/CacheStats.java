package io.journeystats.cache;

import com.codahale.metrics.Timer;
import java.util.concurrent.atomic.LongAdder;

/** The hits, misses and evictions of the cache of answers since the start. */
public final class CacheStats {
  private final AnswerCache cache;
  private final Timer executions;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder stale = new LongAdder();

  CacheStats(AnswerCache cache, Timer executions) {
    this.cache = cache;
    this.executions = executions;
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

  /** The number of answers from the cache. */
  public long hits() {
    return hits.sum();
  }

  /** The number of answers that a caller had to wait for, also in an execution that was joined. */
  public long misses() {
    return misses.sum();
  }

  /** The share of hits. */
  public double hitRate() {
    return (double) hits() / Math.max(1, hits() + misses());
  }

  /** The number of expired answers served during an outage of the store. */
  public long stale() {
    return stale.sum();
  }

  /** The number of answers evicted because of size or age. */
  public long evictions() {
    return cache.evictions();
  }

  /** The number of cached answers. */
  public long size() {
    return cache.size();
  }

  /** The duration of executions, without the wait for a permit. */
  public Timer executions() {
    return executions;
  }
}
