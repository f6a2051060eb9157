package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
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

/** The conversions of a goal as a file. */
@Path("/api/v1/journeys/{journey}/goals/{goal}.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class GoalCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public GoalCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** A row a user who reached the goal in the period. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getConversionsFile",
      summary = "Who reached a goal, as a file",
      description =
          "With the first conversion in the period, the number of entrances up to then, and the"
              + " step of the latest interaction with a message that was not longer ago than the"
              + " conversion period.")
  public Response conversions(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("goal") String goal,
      @BeanParam CsvParameters parameters) {
    return desk.answer(caller, journey, parameters, tables -> tables.conversions(goal));
  }
}
