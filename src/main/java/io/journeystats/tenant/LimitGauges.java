package io.journeystats.tenant;

import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How close tenants are to their limits, for the operator: as far as this instance knows without
 * asking the store.
 *
 * @param tenants whose limits
 * @param known tells how much a tenant uses, for each limit; 0 where that is not known
 */
public record LimitGauges(Tenants tenants, Map<Limit, ToLongFunction<TenantId>> known) {
  /** Copies the map. */
  public LimitGauges {
    known = Map.copyOf(known);
  }

  /** The largest part of a limit that any tenant uses; 0 where no tenant has such a limit. */
  public double highestShare(Limit limit) {
    return tenants.all().stream().mapToDouble(tenant -> share(tenant.id(), limit)).max().orElse(0);
  }

  private double share(TenantId tenant, Limit limit) {
    long most = tenants.limits(tenant).of(limit);
    if (most == Limit.NONE) {
      return 0;
    }
    long used = known.getOrDefault(limit, _ -> 0).applyAsLong(tenant);
    // One that has more than nothing of what it may have nothing of is beyond its limit.
    return (double) used / Math.max(1, most);
  }
}
