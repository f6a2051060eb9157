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

/** The ways that users take through a journey. */
@Path("/api/v1/journeys/{journey}/stats/flow")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class FlowResource {
  private final JourneyStatisticsFactory desk;

  /** Serves from the desk. */
  public FlowResource(JourneyStatisticsFactory desk) {
    this.desk = desk;
  }

  /** The trips that start in the period. */
  @GET
  @Operation(
      operationId = "getFlow",
      summary = "The ways that users take through a journey",
      description =
          "A trip is a user's time in the journey from one entrance to the next. Of the trips that"
              + " start in the period: the steps that they visit, and what follows what. Of each"
              + " step, as many passages lead to it as from it, which is its visits.")
  public FlowView flow(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters) {
    return desk.open(caller.tenant(), journey, parameters).flow();
  }
}
