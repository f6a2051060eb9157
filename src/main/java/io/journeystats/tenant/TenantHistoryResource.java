package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who changed a tenant and its keys, for the operator and for the tenant's own admins. */
@Path("/api/v1/tenants/{tenant}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
public final class TenantHistoryResource {
  private final Tenants tenants;

  /** A resource on those tenants' histories. */
  public TenantHistoryResource(Tenants tenants) {
    this.tenants = tenants;
  }

  /** Who changed what, when. */
  @GET
  @Operation(
      operationId = "getTenantHistory",
      summary = "Lists who changed a tenant and its keys, deleted journeys and erased users")
  public TenantHistory history(
      @Auth Caller caller, @PathParam("tenant") String tenant, @BeanParam PageParameters paging) {
    return tenants.history(caller.visible(tenant), TenantHistory.after(paging), paging.rows());
  }
}
