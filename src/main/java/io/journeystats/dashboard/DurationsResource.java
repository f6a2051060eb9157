package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
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

/** How long things take: conversions, deliveries, opens, clicks and steps. */
@Path("/api/v1/journeys/{journey}/stats/durations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class DurationsResource {
  private final JourneyStatisticsFactory desk;

  /** Serves from the desk. */
  public DurationsResource(JourneyStatisticsFactory desk) {
    this.desk = desk;
  }

  /** How long something takes. */
  @GET
  @Operation(
      operationId = "getDurations",
      summary = "How long something takes",
      description =
          "`time_to_convert`: a value for each user with a conversion in the period and a start"
              + " before it. The measures of messages: a value for each message that was first sent"
              + " in the period. `time_in_step`: a value for each completion in the period.")
  public DurationsView durations(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam DurationParameters duration,
      @BeanParam StatisticsParameters parameters,
      @BeanParam SeriesInterval interval) {
    JourneyStatistics statistics = desk.open(caller.tenant(), journey, parameters);
    return statistics.durations(duration.resolve(statistics.journey()), interval);
  }
}
