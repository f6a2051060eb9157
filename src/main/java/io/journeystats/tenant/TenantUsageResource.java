package io.journeystats.tenant;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The limits of a tenant and how much of each is used, for the operator and its own admins. */
@Path("/api/v1/tenants/{tenant}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@RolesAllowed({Permission.Names.OPERATE, Permission.Names.ADMINISTER})
public final class TenantUsageResource {
  private final Tenants tenants;
  private final Map<Limit, ToLongFunction<TenantId>> used;

  /**
   * A resource on those tenants.
   *
   * @param used tells how much a tenant uses, for each limit
   */
  public TenantUsageResource(Tenants tenants, Map<Limit, ToLongFunction<TenantId>> used) {
    this.tenants = tenants;
    this.used = Map.copyOf(used);
  }

  /** Shows each limit. */
  @GET
  @Operation(
      operationId = "getTenantUsage",
      summary = "Shows the limits of a tenant and how much of each is used")
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
            .toList());
  }

  /**
   * How much a tenant may have, and has.
   *
   * @param limits each limit
   */
  public record TenantUsage(List<Entry> limits) {
    /**
     * One limit.
     *
     * @param limit of what
     * @param maximum how much is allowed; null where there is no limit
     * @param used how much there is; of revisions, those of the journey that has most
     */
    @Schema(name = "LimitUsage")
    public record Entry(
        Limit limit,
        @Nullable Long maximum,
        @Schema(description = "Of `revisions`, those of the journey that has most.") long used) {}
  }
}
