package io.journeystats.dashboard;

import io.journeystats.cache.CachingStatistics;
import io.journeystats.http.NotFoundException;
import io.journeystats.http.RequestMemory;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.query.EventSource;
import io.journeystats.query.Statistics;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantData;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Creates the statistics of the journey and period that a request names. */
public final class JourneyStatisticsFactory {
  /** What a number takes of the heap, with all that is made of it on its way to JSON. */
  private static final int NUMBER = 200;

  private final Journeys journeys;
  private final CachingStatistics statistics;
  private final InstantSource clock;

  /**
   * Creates the factory.
   *
   * @param journeys the definitions
   * @param statistics answers the queries
   * @param clock the time of a request
   */
  public JourneyStatisticsFactory(
      Journeys journeys, CachingStatistics statistics, InstantSource clock) {
    this.journeys = journeys;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** The definitions. */
  Journeys journeys() {
    return journeys;
  }

  /** The statistics for a caller. */
  Statistics statistics(HttpQueryCaller queryCaller) {
    return statistics.answering(queryCaller);
  }

  /** The memory that the numbers of an answer are taken from. */
  JourneyStatistics.Room room(HttpQueryCaller queryCaller) {
    return numbers -> queryCaller.memory().take(NUMBER * numbers);
  }

  /**
   * The statistics of a tenant's journey.
   *
   * @param tenant the tenant
   * @param journeyId the journey's id as it was written
   * @param parameters which time
   * @throws NotFoundException where the tenant has no such journey
   * @throws io.journeystats.http.InvalidInputException where a parameter is wrong
   */
  public JourneyStatistics open(Tenant tenant, String journeyId, StatisticsParameters parameters) {
    Journey journey = journey(tenant, journeyId, parameters.queryCaller().memory());
    Instant now = clock.instant();
    return new JourneyStatistics(
        data(tenant, now, parameters.queryCaller()),
        journey,
        parameters
            .resolve(
                tenant.timeZone(),
                now,
                () ->
                    statistics.elapsedMoment(
                        new EventSource(tenant.id(), Optional.of(journey.id())),
                        now,
                        parameters.queryCaller()))
            .keptBy(tenant),
        statistics(parameters.queryCaller()),
        room(parameters.queryCaller()));
  }

  /** A tenant's events that count for an answer. */
  TenantData data(Tenant tenant, HttpQueryCaller queryCaller) {
    return data(tenant, clock.instant(), queryCaller);
  }

  /** The answer may be shown by others only as long as the same events count. */
  private static TenantData data(Tenant tenant, Instant now, HttpQueryCaller queryCaller) {
    tenant
        .nextChangeOfData(now)
        .ifPresent(next -> queryCaller.limitMaxAge(Duration.between(now, next)));
    return tenant.data(now);
  }

  /**
   * The definition of a tenant's journey.
   *
   * @throws NotFoundException where the tenant has no such journey
   */
  Journey journey(Tenant tenant, String journeyId, HttpQueryCaller queryCaller) {
    return journey(tenant, journeyId, queryCaller.memory());
  }

  private Journey journey(Tenant tenant, String journeyId, RequestMemory memory) {
    RequestJourneys found = new RequestJourneys(journeys);
    return JourneyId.find(journeyId)
        .flatMap(id -> found.head(tenant.id(), id))
        .flatMap(head -> {
          memory.take(head.memory());
          return found.find(tenant.id(), head.id());
        })
        .orElseThrow(() -> new NotFoundException("There is no journey with this id."));
  }
}
