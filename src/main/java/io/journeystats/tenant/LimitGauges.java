package io.journeystats.tenant;

import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Gauges of how close tenants are to their limits, computed from memory.
 *
 * @param tenants the tenants and their limits
 * @param known returns a tenant's use per limit; 0 if unknown
 */
public record LimitGauges(Tenants tenants, Map<Limit, ToLongFunction<TenantId>> known) {
  /** Copies the map. */
  public LimitGauges {
    known = Map.copyOf(known);
  }

  /** Returns the largest used share of a limit among all tenants; 0 if no tenant has the limit. */
  public double highestShare(Limit limit) {
    return tenants.all().stream().mapToDouble(tenant -> share(tenant.id(), limit)).max().orElse(0);
  }

  private double share(TenantId tenant, Limit limit) {
    long most = tenants.limits(tenant).of(limit);
    if (most == Limit.NONE) {
      return 0;
    }
    long used = known.getOrDefault(limit, _ -> 0).applyAsLong(tenant);
    // Any use of a limit of 0 exceeds it.
    return (double) used / Math.max(1, most);
  }
}
