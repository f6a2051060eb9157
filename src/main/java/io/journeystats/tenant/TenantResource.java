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

/**
 * The tenants: created, listed, changed and deleted by the operator, and visible to their own
 * admins.
 */
@Path("/api/v1/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.OPERATE)
@Tag(name = "Tenants", description = "The customers of the service and their API keys.")
public final class TenantResource {
  private final Tenants tenants;

  /** Creates the resource. */
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
      description = "The id is in use, or was used by a deleted tenant.")
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

  /** Returns a tenant. */
  @GET
  @Path("/{tenant}")
  @RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
  @Operation(
      operationId = "getTenant",
      summary = "Returns a tenant with its retention and the first day kept")
  public TenantView get(@Auth Caller caller, @PathParam("tenant") String id) {
    return view(tenants.required(caller.visible(id)));
  }

  /** Changes a tenant's name, time zone, limits or retention. */
  @PATCH
  @Path("/{tenant}")
  @RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
  @Operation(
      operationId = "editTenant",
      summary = "Changes a tenant's name, time zone, limits or retention",
      description =
          "A tenant's own admins may change only `retention_days`. Older events stop counting at"
              + " once; from then on, one more day expires at each midnight in the tenant's time"
              + " zone. Expired events are removed from the disk within a day. Extending the"
              + " retention does not restore them.")
  public TenantView edit(@Auth Caller caller, @PathParam("tenant") String id, TenantEdit form) {
    TenantId tenant = caller.visible(id);
    if (form.requiresOperator() && !caller.role().allows(Permission.OPERATE)) {
      throw new ForbiddenException(
          "Only the operator may change `name`, `time_zone` and `limits`; this API key may change"
              + " `retention_days`.");
    }
    TenantEdit.Checked edit = form.checked();
    return view(tenants.edit(tenant, edit, caller.getName()));
  }

  /** Deletes a tenant with all of its data. */
  @DELETE
  @Path("/{tenant}")
  @Operation(
      operationId = "deleteTenant",
      summary = "Permanently deletes a tenant with all of its data",
      description =
          "Its API keys and sessions stop working immediately, on other instances within a second."
              + " Its journeys, events, files and rejected events are removed from the disk within"
              + " a day. The id cannot be reused. The history remains available to the operator.")
  @ApiResponse(
      responseCode = "202",
      description = "The tenant is deleted; its data is being removed from the disk.",
      content = @Content(schema = @Schema(implementation = TenantDeletion.class)))
  public Response delete(
      @Auth Caller caller,
      @PathParam("tenant") String id,
      @QueryParam("confirm")
          @Parameter(
              required = true,
              description = "The tenant's id, repeated as a confirmation.",
              example = "shop")
          @Nullable String confirm) {
    TenantId tenant = caller.visible(id);
    tenants.requireEverExisted(tenant);
    if (!tenant.value().equals(confirm)) {
      throw new InvalidInputException("confirm", "must be the id of the tenant to delete");
    }
    return Response.accepted(tenants.delete(tenant, caller.getName())).build();
  }

  private TenantView view(Tenant tenant) {
    return TenantView.of(tenant, tenants.now());
  }

  /**
   * The list of tenants.
   *
   * @param tenants all tenants by id
   */
  public record TenantList(List<TenantView> tenants) {}
}
