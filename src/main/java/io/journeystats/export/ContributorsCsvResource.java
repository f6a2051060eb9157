package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.NumberParameters;
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

/** Who stands behind a number of a dashboard, as a file. */
@Path("/api/v1/journeys/{journey}/stats/users.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class ContributorsCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public ContributorsCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** All users who did what a number is made of. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getUsersBehindFile",
      summary = "The users who stand behind a number, as a file",
      description = "All of them, as of one moment, in the order of their ids.")
  public Response users(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam CsvParameters parameters,
      @BeanParam NumberParameters number) {
    return desk.answer(caller, journey, parameters, tables -> tables.usersBehind(number.number()));
  }
}
