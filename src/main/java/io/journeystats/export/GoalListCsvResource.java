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

/** The goals as a file. */
@Path("/api/v1/journeys/{journey}/goals.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class GoalListCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public GoalListCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** The goals with their numbers. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(operationId = "getGoalsFile", summary = "How each goal converts, as a file")
  public Response goals(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam CsvParameters parameters) {
    return desk.answer(caller, journey, parameters, JourneyTables::goals);
  }
}
