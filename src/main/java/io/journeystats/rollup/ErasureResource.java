package io.journeystats.rollup;

import io.dropwizard.auth.Auth;
import io.journeystats.erasure.ErasureView;
import io.journeystats.erasure.Tombstones;
import io.journeystats.http.NotFoundException;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** How far the erasures of users are. */
@Path("/api/v1/erasures/{erasure}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.MANAGE)
@Tag(name = "Privacy", description = "What is stored about a person: erased, or handed out.")
public final class ErasureResource {
  private final Tombstones tombstones;

  /** A resource on those erasures. */
  public ErasureResource(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /** Tells how far an erasure is. */
  @GET
  @Operation(
      operationId = "getErasure",
      summary = "Tells how far the erasure of a user is",
      description = "`removed_at` is when the bytes were off the disk.")
  public ErasureView erasure(
      @Auth Caller caller,
      @PathParam("erasure") @Parameter(description = "The id of the erasure.") String erasure) {
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
