package io.journeystats.exactness;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Journeys whose definitions are about as large as a request body may be: 790 kB of conditions. */
final class LargeJourney {
  private static final int GOALS = 100;
  private static final int FILTERS = 50;
  private static final int VALUE = 110;

  private LargeJourney() {}

  /** One with a title of its own. */
  static ObjectNode titled(String title) {
    ObjectNode journey = Json.object().put("title", title).put("type", "trigger_based");
    journey.putArray("steps");
    ArrayNode goals = journey.putArray("goals");
    for (int goal = 0; goal < GOALS; goal++) {
      ArrayNode filters =
          goals
              .addObject()
              .put("id", "g" + goal)
              .put("name", "Goal " + goal)
              .put("event_name", "purchase")
              .putArray("filters");
      for (int filter = 0; filter < FILTERS; filter++) {
        filters
            .addObject()
            .put("property", "p" + filter)
            .put("op", "neq")
            .put(
                "value",
                "%d-%d-%s".formatted(goal, filter, title).repeat(VALUE).substring(0, VALUE));
      }
    }
    return journey;
  }
}
