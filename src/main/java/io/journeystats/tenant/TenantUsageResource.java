package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The limits of a tenant and their use, for the operator and the tenant's admins. */
@Path("/api/v1/tenants/{tenant}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
public final class TenantUsageResource {
  private final Tenants tenants;
  private final Map<Limit, ToLongFunction<TenantId>> used;
  private final Function<TenantId, List<TenantUsage.Day>> acceptedByDay;
  private final ToLongFunction<TenantId> storedBytes;

  /**
   * Creates the resource.
   *
   * @param used returns a tenant's use per limit
   * @param acceptedByDay returns the number of recently accepted events of a tenant
   * @param storedBytes returns the size of a tenant's events in bytes
   */
  public TenantUsageResource(
      Tenants tenants,
      Map<Limit, ToLongFunction<TenantId>> used,
      Function<TenantId, List<TenantUsage.Day>> acceptedByDay,
      ToLongFunction<TenantId> storedBytes) {
    this.tenants = tenants;
    this.used = Map.copyOf(used);
    this.acceptedByDay = acceptedByDay;
    this.storedBytes = storedBytes;
  }

  /** Returns the use of each limit and the recently accepted events. */
  @GET
  @Operation(
      operationId = "getTenantUsage",
      summary = "Returns a tenant's limits, their use, and the stored events")
  public TenantUsage usage(@Auth Caller caller, @PathParam("tenant") String tenant) {
    TenantId id = caller.visible(tenant);
    tenants.requireKnown(id);
    TenantLimits limits = tenants.limits(id);
    return new TenantUsage(
        limits.maxima().entrySet().stream()
            .map(limit ->
                new TenantUsage.Entry(
                    limit.getKey(),
                    limit.getValue() == Limit.NONE ? null : limit.getValue(),
                    used.getOrDefault(limit.getKey(), _ -> 0).applyAsLong(id)))
            .toList(),
        acceptedByDay.apply(id),
        storedBytes.applyAsLong(id));
  }
}
