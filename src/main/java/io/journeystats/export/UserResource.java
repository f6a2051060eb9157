package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.csv.FileName;
import io.journeystats.dashboard.HttpQueryCaller;
import io.journeystats.dashboard.UserIdParameter;
import io.journeystats.erasure.ErasureStatus;
import io.journeystats.erasure.ErasureView;
import io.journeystats.rollup.UserEraser;
import io.journeystats.sql.UserEventsExport;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is stored about one person: erased, or handed out. */
@Path("/api/v1/users")
@RolesAllowed(Permission.Names.MANAGE)
@Tag(name = "Privacy")
public final class UserResource {
  private static final String NDJSON = "application/x-ndjson";

  private final UserEraser eraser;
  private final UserEventsExport events;
  private final CsvDownloads downloads;

  /**
   * A resource on the users of all tenants.
   *
   * @param eraser erases them
   * @param events reads what is stored about them
   * @param downloads sends that
   */
  public UserResource(UserEraser eraser, UserEventsExport events, CsvDownloads downloads) {
    this.eraser = eraser;
    this.events = events;
    this.downloads = downloads;
  }

  /**
   * An erasure that was asked for.
   *
   * @param id its id
   * @param status how far it is
   */
  @Schema(name = "ErasureAccepted")
  public record Accepted(UUID id, ErasureStatus status) {}

  /** Erases a user. */
  @DELETE
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "eraseUser",
      summary = "Erases a user",
      description =
          "From the answer on no number, list, search or file contains the user's events with a"
              + " time before the request, in any journey. The user's rejected events and the"
              + " tenant's exported files are removed, too. Such events that arrive later are"
              + " accepted, counted in `ignored_erased`, and not stored. Events with a later time"
              + " count again. Asking again does no harm, and the user need not be known. Where the"
              + " answer is 503, the user may have been erased or not: ask again.")
  @ApiResponse(
      responseCode = "202",
      description = "The user is erased; the bytes are off the disk within a day.",
      headers = @Header(name = HttpHeaders.LOCATION, description = "Where the erasure is."),
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @ApiResponse(
      responseCode = "409",
      description = "The service knows as many erased users as it may.")
  public Response erase(
      @Auth Caller caller,
      @QueryParam(UserIdParameter.NAME)
          @Parameter(description = "The id of the user.", required = true, example = "ann")
          @Nullable String userId,
      @Context UriInfo uri) {
    TenantId tenant = caller.tenant().id();
    ErasureView erasure = eraser.erase(tenant, UserIdParameter.checked(userId), caller.getName());
    return Response.accepted(new Accepted(erasure.id(), erasure.status()))
        .location(
            uri.getBaseUriBuilder().path("api/v1/erasures").path(erasure.id().toString()).build())
        .build();
  }

  /** Hands out what is stored about a user. */
  @GET
  @Path("export")
  @Produces(NDJSON)
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "exportUser",
      summary = "Hands out all that is stored about a user",
      description =
          "The user's events in all journeys and the custom ones, in the form in which events are"
              + " sent, ordered by time. The ids of events and messages are stored as hashes and"
              + " shown as such. A user of whom nothing is stored has no lines.")
  @ApiResponse(
      responseCode = "200",
      description =
          "An event per line. What breaks off in the middle ends with a broken connection, never as"
              + " if it were complete.",
      content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
  public Response export(
      @Auth Caller caller,
      @QueryParam(UserIdParameter.NAME)
          @Parameter(description = "The id of the user.", required = true, example = "ann")
          @Nullable String userId,
      @BeanParam HttpQueryCaller visitor,
      @Context Request request,
      @Context HttpHeaders headers) {
    TenantId tenant = caller.tenant().id();
    String user = UserIdParameter.checked(userId);
    return downloads.answer(
        tenant,
        visitor,
        request,
        headers,
        new CsvDownloads.Content(
            NDJSON, new FileName("user.ndjson"), true, () -> events.open(tenant, user)));
  }
}
