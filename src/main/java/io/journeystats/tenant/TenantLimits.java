package io.journeystats.tenant;

import io.journeystats.http.ConflictException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The limits of a tenant.
 *
 * @param maxima the maximum per limit; missing limits have their default
 */
public record TenantLimits(Map<Limit, Long> maxima) {
  /** The default limits. */
  public static final TenantLimits DEFAULTS = new TenantLimits(Map.of());

  /** Adds the defaults. */
  public TenantLimits {
    Map<Limit, Long> all =
        Arrays.stream(Limit.values())
            .collect(
                Collectors.toMap(
                    limit -> limit,
                    Limit::defaultMaximum,
                    Long::sum,
                    () -> new EnumMap<>(Limit.class)));
    all.putAll(maxima);
    maxima = Collections.unmodifiableMap(all);
  }

  /** Returns the maximum of a limit. */
  public long of(Limit limit) {
    return maxima.getOrDefault(limit, limit.defaultMaximum());
  }

  /** Returns a copy with some limits replaced. */
  TenantLimits with(Map<Limit, Long> others) {
    Map<Limit, Long> next = new EnumMap<>(maxima);
    next.putAll(others);
    return new TenantLimits(next);
  }

  /**
   * Checks that growth stays within a limit.
   *
   * @param limit the limit
   * @param used the amount in use
   * @param more the additional amount
   * @param remedy what the tenant can do, as the start of a sentence
   * @throws ConflictException if the limit would be exceeded
   */
  public void check(Limit limit, long used, long more, String remedy) {
    if (more > 0 && used + more > of(limit)) {
      throw new ConflictException(
          "The limit `%s` of this tenant is %d, of which %d are used; this requires %d more. %s, or ask the operator for a higher limit."
              .formatted(limit.key(), of(limit), used, more, remedy));
    }
  }
}
