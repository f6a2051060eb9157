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

/** The limits of a tenant and what it uses, for the operator and its own admins. */
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
   * A resource on those tenants.
   *
   * @param used tells how much a tenant uses, for each limit
   * @param acceptedByDay tells how many events of a tenant were accepted lately
   * @param storedBytes tells how many bytes the events of a tenant take
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

  /** Shows each limit, and what came in lately. */
  @GET
  @Operation(
      operationId = "getTenantUsage",
      summary = "Shows the limits of a tenant, how much of each is used, and what is stored")
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
