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

/** The resource that reports the progress of a user's erasure. */
@Path("/api/v1/erasures/{erasure}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.MANAGE)
@Tag(name = "Privacy", description = "Erasure and export of the data stored about a user.")
public final class ErasureResource {
  private final Tombstones tombstones;

  /** Creates the resource. */
  public ErasureResource(Tombstones tombstones) {
    this.tombstones = tombstones;
  }

  /** Returns the progress of an erasure. */
  @GET
  @Operation(
      operationId = "getErasure",
      summary = "Returns the progress of a user's erasure",
      description = "`removed_at` is the time at which the data was removed from the disk.")
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
