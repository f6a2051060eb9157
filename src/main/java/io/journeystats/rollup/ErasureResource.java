package io.journeystats.rollup;

import io.dropwizard.auth.Auth;
import io.journeystats.erasure.ErasureStatus;
import io.journeystats.erasure.ErasureView;
import io.journeystats.erasure.Tombstones;
import io.journeystats.http.InputErrors;
import io.journeystats.http.NotFoundException;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The erasure of users. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.MANAGE)
@Tag(name = "Privacy", description = "What is stored about a person: erased, or handed out.")
public final class ErasureResource {
  /** As long as an event's may be. */
  private static final int LONGEST_ID = 256;

  private final UserEraser eraser;
  private final Tombstones tombstones;

  /** A resource on those erasures. */
  public ErasureResource(UserEraser eraser, Tombstones tombstones) {
    this.eraser = eraser;
    this.tombstones = tombstones;
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
  @Path("/users")
  @Operation(
      operationId = "eraseUser",
      summary = "Erases a user",
      description =
          "From the answer on no number, list, search or file contains the user's events with a time"
              + " before the request, in any journey; rejected events of the user and exported files"
              + " of the tenant are removed, too. Such events that arrive later are accepted, counted"
              + " in `ignored_erased`, and not stored. Events with a later time count again. Asking"
              + " again does no harm. The user need not be known.")
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
      @QueryParam("user_id") @Parameter(description = "The id of the user.", required = true)
          @Nullable String userId,
      @Context UriInfo uri) {
    String user = checked(userId);
    ErasureView erasure = eraser.erase(caller.tenant().id(), user, caller.getName());
    return Response.accepted(new Accepted(erasure.id(), erasure.status()))
        .location(
            uri.getBaseUriBuilder()
                .path("api/v1/erasures")
                .path(erasure.id().toString())
                .build())
        .build();
  }

  /** The id of a user, checked. */
  static String checked(@Nullable String userId) {
    InputErrors errors = new InputErrors();
    String checked = errors.text("user_id", userId, LONGEST_ID);
    errors.throwIfAny();
    return checked;
  }

  /** Tells how far an erasure is. */
  @GET
  @Path("/erasures/{erasure}")
  @Operation(
      operationId = "getErasure",
      summary = "Tells how far the erasure of a user is",
      description = "`removed_at` is when the bytes were off the disk.")
  public ErasureView erasure(@Auth Caller caller, @PathParam("erasure") String erasure) {
    return tombstones.find(caller.tenant().id(), parse(erasure));
  }

  private static UUID parse(String erasure) {
    try {
      return UUID.fromString(erasure);
    } catch (IllegalArgumentException _) {
      throw new NotFoundException("There is no erasure with this id.");
    }
  }
}
