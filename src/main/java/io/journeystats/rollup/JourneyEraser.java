package io.journeystats.rollup;

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

/** The removal of the events of deleted journeys, and of derived rows, from the disk. */
public final class JourneyEraser {
  private static final Logger LOG = LoggerFactory.getLogger(JourneyEraser.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The maximum number of journeys per run. Rewriting a table costs the same for one and many. */
  private static final int MAXIMUM_PER_RUN = 1_000;

  private final EventEraser events;
  private final JourneyCatalogue journeys;
  private final Duration delay;
  private final InstantSource clock;

  /**
   * Creates an eraser.
   *
   * @param journeys the deleted journeys
   * @param delay the wait after a deletion, during which events may still arrive
   */
  public JourneyEraser(
      ClickHouse clickHouse, JourneyCatalogue journeys, Duration delay, InstantSource clock) {
    this.events = new EventEraser(clickHouse.dsl("journey-eraser"));
    this.journeys = journeys;
    this.delay = delay;
    this.clock = clock;
  }

  /** Returns the task that removes the events every minute. */
  public PeriodicTask task() {
    return new PeriodicTask(
        "journey-eraser",
        INTERVAL,
        this::erase,
        failure ->
            LOG.warn(
                "Removing the events of deleted journeys failed and will be retried", failure));
  }

  /** Removes the rows of deleted journeys, and records the journeys that have none left. */
  public void erase() {
    Map<TenantId, List<JourneyId>> deleted =
        journeys.deletedBefore(clock.instant().minus(delay)).entrySet().stream()
            .flatMap(tenant ->
                tenant.getValue().stream().map(journey -> Map.entry(tenant.getKey(), journey)))
            .limit(MAXIMUM_PER_RUN)
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    if (!deleted.isEmpty() && events.eraseJourneys(deleted)) {
      deleted.forEach((tenant, gone) -> gone.forEach(journey -> journeys.erased(tenant, journey)));
    }
  }
}
