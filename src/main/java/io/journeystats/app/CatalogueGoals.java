package io.journeystats.app;

import com.google.common.collect.Iterables;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.sql.ConversionMaterializer;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.Tenants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The goals of all tenants, read from the journey catalogue.
 *
 * @param directory the tenants
 * @param journeys the journeys
 * @param settings limit the total size of the definitions that are read
 */
record CatalogueGoals(Tenants directory, JourneyCatalogue journeys, RollupSettings settings)
    implements ConversionMaterializer.DefinedGoals {

  @Override
  public List<TenantId> tenants() {
    return directory.all().stream().map(Tenant::id).toList();
  }

  @Override
  public Object revision(TenantId tenant) {
    return journeys.revision(tenant);
  }

  @Override
  public Iterable<Map<JourneyId, List<Goal>>> of(TenantId tenant) {
    List<JourneyHead> kept =
        JourneyHead.newest(journeys.all(tenant), settings.mostDefinitionBytes());
    return Iterables.transform(
        JourneyHead.portions(kept, kept.size()), portion -> goals(tenant, portion));
  }

  private Map<JourneyId, List<Goal>> goals(TenantId tenant, List<JourneyHead> some) {
    Map<JourneyId, List<Goal>> goals = new HashMap<>();
    for (JourneyHead journey : some) {
      journeys
          .find(tenant, journey.id())
          .map(Journey::goals)
          .ifPresent(found -> goals.put(journey.id(), found));
    }
    return goals;
  }
}
