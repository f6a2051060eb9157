package io.journeystats.rollup;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.PeriodicTask;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes the events of deleted journeys, and what was derived from them, from the disk. */
public final class JourneyEraser implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(JourneyEraser.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The rewriting of a table costs the same for one journey and for many. */
  private static final int MOST_AT_ONCE = 1_000;

  private final EventEraser events;
  private final JourneyCatalogue journeys;
  private final Duration delay;
  private final InstantSource clock;
  private final PeriodicTask repetition =
      new PeriodicTask(
          "journey-eraser",
          INTERVAL,
          this::erase,
          failure -> LOG.warn("The events of deleted journeys are left for later", failure));

  /**
   * An eraser that still has to be started.
   *
   * @param journeys tells which were deleted
   * @param delay how long after that, as some of their events may still be on their way
   */
  public JourneyEraser(
      ClickHouse clickHouse, JourneyCatalogue journeys, Duration delay, InstantSource clock) {
    this.events = new EventEraser(clickHouse.dsl("journey-eraser"));
    this.journeys = journeys;
    this.delay = delay;
    this.clock = clock;
  }

  @Override
  public void start() {
    repetition.start(INTERVAL);
  }

  @Override
  public void stop() {
    repetition.stop();
  }

  /** Removes what is there; what is not there any more is noted as gone. */
  public void erase() {
    Map<TenantId, List<JourneyId>> deleted =
        journeys.deletedBefore(clock.instant().minus(delay)).entrySet().stream()
            .flatMap(tenant ->
                tenant.getValue().stream().map(journey -> Map.entry(tenant.getKey(), journey)))
            .limit(MOST_AT_ONCE)
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    if (!deleted.isEmpty() && events.eraseJourneys(deleted)) {
      deleted.forEach((tenant, gone) -> gone.forEach(journey -> journeys.erased(tenant, journey)));
    }
  }
}
