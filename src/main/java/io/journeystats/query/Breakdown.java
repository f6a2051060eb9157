package io.journeystats.query;

/** By what an answer is split into groups. */
public sealed interface Breakdown {

  /** Not at all: one group, the whole. */
  record None() implements Breakdown {}

  /**
   * By the bucket that an event's time lies in.
   *
   * @param buckets the buckets; they cover the range asked for
   */
  record ByBucket(TimeBuckets buckets) implements Breakdown {}

  /** By step; users in a state by their last one, which may be none. */
  record ByStep() implements Breakdown {}

  /** By reason. */
  record ByReason() implements Breakdown {}
}
