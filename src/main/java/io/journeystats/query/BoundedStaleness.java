package io.journeystats.query;

/**
 * How late answers may be, and how late they became: what came in after a time may be missing from
 * them. Several threads may note it.
 */
public final class BoundedStaleness {
  private final long earliest;
  private long complete;

  /**
   * A lateness that was not used yet.
   *
   * @param earliest what came in before this time must not be missing, by the cache's ticker
   * @param now the present time
   */
  public BoundedStaleness(long earliest, long now) {
    this.earliest = earliest;
    this.complete = now;
  }

  /** What came in before this time must not be missing. */
  public long earliest() {
    return earliest;
  }

  /** Notes that what came in after that time may be missing. */
  public synchronized void note(long time) {
    if (time - complete < 0) {
      complete = time;
    }
  }

  /** What came in before this time is not missing. */
  public synchronized long complete() {
    return complete;
  }
}
