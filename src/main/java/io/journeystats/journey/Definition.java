package io.journeystats.journey;

import java.util.List;
import java.util.Optional;

/**
 * What an author writes down of a journey and may edit.
 *
 * @param title its title for people
 * @param category the marketer's own category; empty where none was given
 * @param steps the points of its canvas, in the author's order
 * @param goals its conversion goals, in the author's order
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

  /** What the history shows of it. */
  Definition titleOnly() {
    return new Definition(title, Optional.empty(), List.of(), List.of());
  }

  /** The same under the title of a copy, cut where it would become too long. */
  Definition copy() {
    int room = MAXIMUM_TITLE - COPY.length();
    String kept =
        title.codePointCount(0, title.length()) > room
            ? title.substring(0, title.offsetByCodePoints(0, room))
            : title;
    return new Definition(kept + COPY, category, steps, goals);
  }
}
