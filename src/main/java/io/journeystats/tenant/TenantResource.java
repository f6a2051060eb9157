package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.journeystats.http.InvalidInputException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tenants: created, listed, changed and deleted by the operator, seen by their own admins. */
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
      content = @Content(schema = @Schema(implementation = TenantView.class)))
  @ApiResponse(
      responseCode = "409",
      description = "The id is taken, or was that of a tenant that was deleted.")
  public Response create(@Auth Caller caller, TenantForm form, @Context UriInfo uri) {
    Tenant created = tenants.create(form.toTenant(), caller.getName());
    return Response.created(uri.getAbsolutePathBuilder().path(created.id().value()).build())
        .entity(view(created))
        .build();
  }

  /** Lists all tenants. */
  @GET
  @Operation(operationId = "listTenants", summary = "Lists all tenants")
  public TenantList list() {
    return new TenantList(tenants.all().stream().map(this::view).toList());
  }

  /** Shows a tenant. */
  @GET
  @Path("/{tenant}")
  @RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
  @Operation(
      operationId = "getTenant",
      summary = "Shows a tenant, how long its events are kept, and the first day kept")
  public TenantView get(@Auth Caller caller, @PathParam("tenant") String id) {
    return view(tenants.required(caller.visible(id)));
  }

  /** Changes a tenant's name, time zone, limits or retention. */
  @PATCH
  @Path("/{tenant}")
  @RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
  @Operation(
      operationId = "editTenant",
      summary = "Changes a tenant's name, time zone or limits, or how long its events are kept",
      description =
          "The tenant's own admins change `retention_days` only. Events older than that are no"
              + " longer counted at once, then day by day from the first midnight in the tenant's"
              + " zone after they are too old; their bytes are off the disk within a day. They do"
              + " not come back when the time is made longer again.")
  public TenantView edit(@Auth Caller caller, @PathParam("tenant") String id, TenantEdit form) {
    TenantId tenant = caller.visible(id);
    if (form.isOfOperator() && !caller.role().allows(Permission.OPERATE)) {
      throw new ForbiddenException(
          "Only the operator changes name, time_zone and limits; this key can change"
              + " retention_days.");
    }
    TenantEdit.Checked edit = form.checked();
    return view(tenants.edit(tenant, edit, caller.getName()));
  }

  /** Deletes a tenant with all that it has. */
  @DELETE
  @Path("/{tenant}")
  @Operation(
      operationId = "deleteTenant",
      summary = "Deletes a tenant with all that it has, for ever",
      description =
          "From the answer on its keys and sessions are refused, on other instances within a"
              + " second. Its journeys, events, files and refused events are off the disk within a"
              + " day. Its id cannot be used again; its history stays for the operator.")
  @ApiResponse(
      responseCode = "202",
      description = "It is gone; its bytes are being removed.",
      content = @Content(schema = @Schema(implementation = TenantDeletion.class)))
  public Response delete(
      @Auth Caller caller,
      @PathParam("tenant") String id,
      @QueryParam("confirm")
          @Parameter(required = true, description = "The tenant's id once more.", example = "shop")
          @Nullable String confirm) {
    TenantId tenant = caller.visible(id);
    tenants.requireKnownOnce(tenant);
    if (!tenant.value().equals(confirm)) {
      throw new InvalidInputException("confirm", "must be the id of the tenant to delete");
    }
    return Response.accepted(tenants.delete(tenant, caller.getName())).build();
  }

  private TenantView view(Tenant tenant) {
    return TenantView.of(tenant, tenants.now());
  }

  /**
   * The answer of the list.
   *
   * @param tenants all of them, by id
   */
  public record TenantList(List<TenantView> tenants) {}
}
