package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.UserListResource;
import io.journeystats.metric.UserState;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The user list as a file. */
@Path("/api/v1/journeys/{journey}/users.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files", description = "Statistics as CSV.")
public final class UserCsvResource {
  private final CsvDesk desk;

  /** Serves from the desk. */
  public UserCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** All users who entered in the period. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getUsersFile",
      summary = "The users who entered in the period, as a file",
      description = "All of them, as of one moment, in the order of their ids.")
  public Response users(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam CsvParameters parameters,
      @QueryParam("search")
          @DefaultValue("")
          @Parameter(description = "The beginning of a user's id, or of a device's.")
          String search,
      @QueryParam("status")
          @Parameter(
              description = "Only users who are in this state now.",
              schema = @Schema(implementation = UserState.class))
          @Nullable String status) {
    return desk.answer(
        caller,
        journey,
        parameters,
        tables -> tables.users(search, UserListResource.state(status)));
  }
}
