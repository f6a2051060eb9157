package io.journeystats.dashboard;

import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.stats.CachedStatistics;
import io.journeystats.tenant.Tenant;
import java.time.InstantSource;

/**
 * Where every dashboard finds the statistics it was asked for.
 *
 * @param journeys the definitions
 * @param statistics what answers
 * @param clock tells the moment of a request
 */
public record JourneyDesk(Journeys journeys, CachedStatistics statistics, InstantSource clock) {

  /**
   * The statistics of a tenant's journey.
   *
   * @param tenant whose
   * @param journeyId the journey's id as it was written
   * @param parameters which time
   * @throws NotFoundException where the tenant has no such journey
   * @throws io.journeystats.http.InvalidInputException where a parameter is wrong
   */
  JourneyStatistics open(Tenant tenant, String journeyId, StatisticsParameters parameters) {
    Journey journey = journey(tenant, journeyId);
    return new JourneyStatistics(
        tenant.id(),
        journey,
        parameters.resolve(tenant.timeZone(), clock.instant()),
        statistics.answering(parameters.visitor()));
  }

  private Journey journey(Tenant tenant, String journeyId) {
    return JourneyId.find(journeyId)
        .flatMap(id -> new RequestJourneys(journeys).find(tenant.id(), id))
        .orElseThrow(() -> new NotFoundException("There is no journey with this id."));
  }
}
