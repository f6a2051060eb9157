package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.journeystats.http.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The operator's view of the tenants: create, list, change. */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.OPERATE)
@Tag(name = "Tenants", description = "The customers of the service and their keys.")
public final class TenantResource {
  private final Tenants tenants;

  /** A resource on those tenants. */
  public TenantResource(Tenants tenants) {
    this.tenants = tenants;
  }

  /** Creates a tenant. */
  @POST
  @Operation(operationId = "createTenant", summary = "Creates a tenant")
  @ApiResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = Tenant.class)))
  @ApiResponse(responseCode = "409", description = "The id is taken.")
  public Response create(@Auth Caller caller, TenantForm form, @Context UriInfo uri) {
    Tenant created = tenants.create(form.toTenant(), caller.getName());
    return Response.created(uri.getAbsolutePathBuilder().path(created.id().value()).build())
        .entity(created)
        .build();
  }

  /** Lists all tenants. */
  @GET
  @Operation(operationId = "listTenants", summary = "Lists all tenants")
  public TenantList list() {
    return new TenantList(tenants.all());
  }

  /** Changes a tenant's name, time zone or limits. */
  @PATCH
  @Path("/{id}")
  @Operation(operationId = "editTenant", summary = "Changes a tenant's name, time zone or limits")
  public Tenant edit(@Auth Caller caller, @PathParam("id") String id, TenantEdit form) {
    TenantId tenant =
        TenantId.find(id).orElseThrow(() -> new NotFoundException("There is no such tenant."));
    TenantEdit.Checked edit = form.checked();
    return tenants.edit(tenant, edit, caller.getName());
  }

  /**
   * The answer of the list.
   *
   * @param tenants all of them, by id
   */
  public record TenantList(List<Tenant> tenants) {}
}
