package io.journeystats.query;

import java.time.Instant;

/** What one group of an answer stands for. */
public sealed interface GroupKey {

  /** The whole. */
  record Whole() implements GroupKey {}

  /**
   * A bucket of a series.
   *
   * @param start its start
   */
  record Bucket(Instant start) implements GroupKey {}

  /**
   * A step or a reason.
   *
   * @param text the step's id, or the reason's code
   */
  record Text(String text) implements GroupKey {}
}
