package io.journeystats.demo;

import io.journeystats.event.EventFormat;
import io.journeystats.event.EventIntake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The way of a story into the service: through the intake, like every other event. What was taken
 * in before changes nothing.
 *
 * @param intake takes the events
 * @param console shows how far it has come
 * @param isOver tells that it is to stop early
 */
record StoryLoader(EventIntake intake, DemoConsole console, BooleanSupplier isOver) {
  private static final int BATCH = 20_000;

  /** Tells a story; answers how many events it has, or fewer where it was stopped early. */
  long tell(Story story) {
    List<Story.Chapter> chapters = story.chapters();
    List<DemoEvent> batch = new ArrayList<>();
    long events = 0;
    console.progress(0, chapters.size(), events);
    for (int index = 0; index < chapters.size() && !isOver.getAsBoolean(); index++) {
      batch.addAll(chapters.get(index).events());
      if (batch.size() >= BATCH || index == chapters.size() - 1) {
        events += take(batch);
        batch.clear();
        console.progress(index + 1, chapters.size(), events);
      }
    }
    return events;
  }

  private int take(List<DemoEvent> batch) {
    EventIntake.Receipt receipt =
        intake.take(DemoShop.TENANT, EventLines.of(batch), EventFormat.LINES);
    if (!receipt.rejected().isEmpty()) {
      throw new IllegalStateException(
          "The demo made an event that is none: " + receipt.rejected().getFirst());
    }
    return receipt.accepted();
  }
}
