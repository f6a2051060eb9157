package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.AUDIENCE;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.dropwizard.auth.Auth;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.OfMetrics;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Audience dashboard: how many came, are in the journey, and left. */
@Path("/api/v1/journeys/{journey}/stats/audience")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class AudienceResource {
  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public AudienceResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** The key figures of the period. */
  @GET
  @Operation(operationId = "getAudience", summary = "How many came, are in the journey, and left")
  public Audience audience(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    return statistics.answer(query(statistics));
  }

  /** What the answer is made of. */
  static JointQuery<Audience> query(JourneyStatistics statistics) {
    return statistics
        .total(AudienceMetrics.ALL)
        .map(values ->
            new Audience(statistics.period(), MetricValues.of(values, AudienceMetrics.ALL)));
  }

  /** The key figures of a period. */
  public record Audience(
      ResolvedPeriod period,
      @JsonAnyGetter @OfMetrics(AUDIENCE) Map<String, @Nullable Number> figures) {}
}
