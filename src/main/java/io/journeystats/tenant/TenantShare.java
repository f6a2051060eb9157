package io.journeystats.tenant;

import io.journeystats.http.ClientLine;
import io.journeystats.http.TryAgainException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The bound on how many requests of one tenant are served at once, of whatever kind, so that some
 * places are always left to others.
 */
@Priority(Priorities.AUTHORIZATION)
public final class TenantShare implements ContainerRequestFilter {
  private final int limit;
  private final Map<TenantId, Integer> served = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();

  /** Leaves each tenant so many places. */
  public TenantShare(int limit) {
    this.limit = limit;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getSecurityContext().getUserPrincipal() instanceof Caller.OfTenant caller
        && request.getProperty(ClientLine.PROPERTY) instanceof ClientLine line) {
      TenantId tenant = caller.tenant().id();
      enter(tenant);
      line.onEnd(() -> leave(tenant));
    }
  }

  /** How often a request was refused. */
  public long refused() {
    return refused.sum();
  }

  private void enter(TenantId tenant) {
    var _ =
        served.merge(
            tenant,
            1,
            (before, one) -> {
              if (before == limit) {
                refused.increment();
                throw TryAgainException.tenantAsksTooMuch(
                    "Too many requests are made with this tenant's keys at the same time.");
              }
              return before + one;
            });
  }

  private void leave(TenantId tenant) {
    var _ = served.computeIfPresent(tenant, (_, before) -> before == 1 ? null : before - 1);
  }
}
