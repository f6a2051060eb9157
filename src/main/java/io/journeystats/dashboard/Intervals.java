package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.journeystats.stats.Interval;

/** The interval of a series as a parameter. */
final class Intervals {
  private Intervals() {}

  /**
   * The interval of that name.
   *
   * @throws InvalidInputException where there is none
   */
  static Interval parse(String interval) {
    return Interval.find(interval)
        .orElseThrow(
            () -> new InvalidInputException("interval", "must be hour, day, week or month"));
  }
}
