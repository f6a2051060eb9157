package io.journeystats.query;

import io.journeystats.metric.FlowPart.Passage;
import java.util.Map;

/**
 * Users' trips through a journey, those of the same way together.
 *
 * @param trips how many trips there are
 * @param passages how often each passage is on them; those that there are
 * @param steps the steps that they visit
 */
public record FlowAnswer(long trips, Map<Passage, Long> passages, Map<String, Visited> steps) {
  /** Copies the maps. */
  public FlowAnswer {
    passages = Map.copyOf(passages);
    steps = Map.copyOf(steps);
  }

  /** About how many numbers it holds. */
  public int size() {
    return 3 * (passages.size() + steps.size());
  }

  /**
   * What is known of a step beside its passages.
   *
   * @param trips the trips that visit it
   * @param completed those of them in which it was completed
   */
  public record Visited(long trips, long completed) {
    /** Of a step that no trip visits. */
    public static final Visited NEVER = new Visited(0, 0);

    public static Visited sum(Visited one, Visited other) {
      return new Visited(one.trips + other.trips, one.completed + other.completed);
    }
  }
}
