package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.JourneyTables;
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
import jakarta.ws.rs.core.Response;

/** The ways that users take through a journey, as a file. */
@Path("/api/v1/journeys/{journey}/stats/flow.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class FlowCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public FlowCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** How often what follows what on the trips that start in the period. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getFlowFile",
      summary = "The ways that users take through a journey, as a file",
      description = "How often one thing follows another on the trips that start in the period.")
  public Response flow(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam CsvParameters parameters) {
    return desk.answer(caller, journey, parameters, JourneyTables::flow);
  }
}
