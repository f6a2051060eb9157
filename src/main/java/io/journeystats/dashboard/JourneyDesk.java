package io.journeystats.dashboard;

import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.Journeys;
import io.journeystats.journey.RequestJourneys;
import io.journeystats.stats.CachedStatistics;
import io.journeystats.stats.Statistics;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantId;
import java.time.InstantSource;

/** Where every dashboard finds the statistics it was asked for. */
public final class JourneyDesk {
  /** The bytes of a definition's JSON whose objects take as much memory as a number. */
  private static final int BYTES_OF_DEFINITION = 32;

  private final Journeys journeys;
  private final CachedStatistics statistics;
  private final InstantSource clock;
  private final NumberBudget budget = new NumberBudget();

  /**
   * A desk.
   *
   * @param journeys the definitions
   * @param statistics what answers
   * @param clock tells the moment of a request
   */
  public JourneyDesk(Journeys journeys, CachedStatistics statistics, InstantSource clock) {
    this.journeys = journeys;
    this.statistics = statistics;
    this.clock = clock;
  }

  /** The definitions. */
  Journeys journeys() {
    return journeys;
  }

  /** What answers a visitor. */
  Statistics statistics(Visitor visitor) {
    return statistics.answering(visitor);
  }

  /** Where the numbers of what a visitor is answered have to find room. */
  JourneyStatistics.Room room(TenantId tenant, Visitor visitor) {
    return numbers -> budget.take(tenant, numbers, visitor::onEnd);
  }

  /**
   * The statistics of a tenant's journey.
   *
   * @param tenant whose
   * @param journeyId the journey's id as it was written
   * @param parameters which time
   * @throws NotFoundException where the tenant has no such journey
   * @throws io.journeystats.http.InvalidInputException where a parameter is wrong
   */
  public JourneyStatistics open(Tenant tenant, String journeyId, StatisticsParameters parameters) {
    JourneyStatistics.Room room = room(tenant.id(), parameters.visitor());
    Journey journey = journey(tenant, journeyId, room);
    return new JourneyStatistics(
        tenant.id(),
        journey,
        parameters.resolve(tenant.timeZone(), clock.instant()),
        statistics(parameters.visitor()),
        room);
  }

  private Journey journey(Tenant tenant, String journeyId, JourneyStatistics.Room room) {
    RequestJourneys found = new RequestJourneys(journeys);
    return JourneyId.find(journeyId)
        .flatMap(id -> found.head(tenant.id(), id))
        .flatMap(head -> {
          room.take(numbers(head.definitionBytes()));
          return found.find(tenant.id(), head.id());
        })
        .orElseThrow(() -> new NotFoundException("There is no journey with this id."));
  }

  /** What a definition takes while it is worked on, in numbers. */
  static long numbers(long definitionBytes) {
    return definitionBytes / BYTES_OF_DEFINITION;
  }
}
