package io.journeystats.query;

/**
 * The bound on the staleness of answers, and the staleness that they have: events that arrived
 * after a time may be missing. Thread-safe.
 */
public final class BoundedStaleness {
  private final long earliest;
  private long complete;

  /**
   * Creates a bound of which nothing is used.
   *
   * @param earliest events that arrived before this time must not be missing, by the cache's ticker
   * @param now the present time
   */
  public BoundedStaleness(long earliest, long now) {
    this.earliest = earliest;
    this.complete = now;
  }

  /** Events that arrived before this time must not be missing. */
  public long earliest() {
    return earliest;
  }

  /** Notes that events that arrived after a time may be missing. */
  public synchronized void note(long time) {
    if (time - complete < 0) {
      complete = time;
    }
  }

  /** Events that arrived before this time are not missing. */
  public synchronized long complete() {
    return complete;
  }
}
