package io.journeystats.app;

import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.stats.ConversionFiller;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.Tenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The goals of all tenants, from the catalogues. */
record CatalogueGoals(Tenants directory, JourneyCatalogue journeys)
    implements ConversionFiller.DefinedGoals {

  @Override
  public List<TenantId> tenants() {
    return directory.all().stream().map(Tenant::id).toList();
  }

  @Override
  public Object revision(TenantId tenant) {
    return journeys.revision(tenant);
  }

  @Override
  public Map<JourneyId, List<Goal>> of(TenantId tenant) {
    Map<JourneyId, List<Goal>> goals = new HashMap<>();
    for (JourneyHead journey : journeys.all(tenant)) {
      journeys
          .find(tenant, journey.id())
          .map(Journey::goals)
          .ifPresent(some -> goals.put(journey.id(), some));
    }
    return goals;
  }
}
