package io.journeystats.demo;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.event.EventIntake;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.Journeys;
import io.journeystats.tenant.Tenants;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo: fills the running service with a story, once, and tells the newcomer where to look. It
 * works beside the service and stops with it; an interrupted filling goes on at the next start,
 * with the same events.
 */
public final class Demo implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LOOK_AGAIN_MILLIS = 100;

  private final DemoShop shop;
  private final EventIntake intake;
  private final DemoConsole console;
  private final double scale;
  private final CountDownLatch over = new CountDownLatch(1);
  private Optional<Thread> worker = Optional.empty();

  /**
   * A demo that has not begun.
   *
   * @param tenants where its tenant lives
   * @param journeys where the service sees its journeys
   * @param catalogues makes a catalogue of journeys that takes its time from the given clock
   * @param intake takes its events
   * @param clock tells when its story ends
   * @param file where it keeps its keys
   * @param console where it speaks
   * @param scale how large it is, 1 being the whole of it
   */
  public Demo(
      Tenants tenants,
      Journeys journeys,
      Function<InstantSource, JourneyCatalogue> catalogues,
      EventIntake intake,
      InstantSource clock,
      Path file,
      DemoConsole console,
      double scale) {
    this.shop = new DemoShop(tenants, journeys, catalogues, clock, file);
    this.intake = intake;
    this.console = console;
    this.scale = scale;
  }

  /** Begins in the background, once the service answers at that address. */
  public synchronized void begin(URI service) {
    worker = Optional.of(Thread.ofPlatform().name("demo").daemon().start(() -> run(service)));
  }

  @Override
  public synchronized void stop() throws InterruptedException {
    over.countDown();
    if (worker.isPresent() && !worker.get().join(PATIENCE)) {
      LOG.warn("The demo is still busy and is left behind.");
    }
  }

  /** Fills the service unless it is filled already; answers what is to be remembered. */
  DemoNote fill() throws InterruptedException {
    DemoNote note = shop.open();
    if (note.isFilled()) {
      return note;
    }
    Story story = story(note);
    shop.furnish(story);
    while (!shop.isFurnished(story) && !isOver()) {
      var _ = over.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
    long events = new StoryLoader(intake, console, this::isOver).tell(story);
    if (isOver()) {
      return note;
    }
    DemoNote filled = note.filledWith(events);
    filled.write(shop.file());
    return filled;
  }

  private void run(URI service) {
    try {
      DemoNote note = fill();
      if (!isOver()) {
        console.say(WelcomeText.of(service, story(note), note, console.whereabouts(shop.file())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("The demo could not be filled; the next start goes on with it.", failure);
    }
  }

  private Story story(DemoNote note) {
    return new Story(Story.SEED, note.now(), scale);
  }

  private boolean isOver() {
    return over.getCount() == 0;
  }
}
