package io.journeystats.dashboard;

import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The titles and definitions of the numbers in all answers, so that clients need not know them. */
@Path("/api/v1/metrics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class MetricListResource {
  private static final MetricList ALL = MetricList.all();

  /** All metrics, which are the same for everybody. */
  @GET
  @Operation(
      operationId = "listMetrics",
      summary = "What every number is called and means",
      description = "By the place of numbers in answers, in the order to show them in.")
  public MetricList list() {
    return ALL;
  }
}
