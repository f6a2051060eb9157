package io.journeystats.journey;

import java.util.List;
import java.util.Optional;

/**
 * The editable part of a journey.
 *
 * @param title the title
 * @param category the marketer's own category, if any
 * @param steps the steps of the canvas, in the author's order
 * @param goals the conversion goals, in the author's order
 */
record Definition(String title, Optional<String> category, List<Step> steps, List<Goal> goals) {
  static final int MAXIMUM_TITLE = 200;
  private static final String COPY = " (copy)";

  /** Copies the lists. */
  Definition {
    steps = List.copyOf(steps);
    goals = List.copyOf(goals);
  }

  static Definition of(Journey journey) {
    return new Definition(journey.title(), journey.category(), journey.steps(), journey.goals());
  }

  /** Returns a copy with the title only, as shown in the history. */
  Definition titleOnly() {
    return new Definition(title, Optional.empty(), List.of(), List.of());
  }

  /** Returns a copy with "(copy)" added to the title, which is truncated if necessary. */
  Definition copy() {
    int room = MAXIMUM_TITLE - COPY.length();
    String kept =
        title.codePointCount(0, title.length()) > room
            ? title.substring(0, title.offsetByCodePoints(0, room))
            : title;
    return new Definition(kept + COPY, category, steps, goals);
  }
}
