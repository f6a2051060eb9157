package io.journeystats.tenant;

import io.journeystats.http.ConflictException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much a tenant may have of each thing that is limited.
 *
 * @param maxima the greatest number allowed; a limit that is not there is the usual one
 */
public record TenantLimits(Map<Limit, Long> maxima) {
  /** The usual limits. */
  public static final TenantLimits USUAL = new TenantLimits(Map.of());

  /** Adds the usual limits. */
  public TenantLimits {
    Map<Limit, Long> all =
        Arrays.stream(Limit.values())
            .collect(
                Collectors.toMap(
                    limit -> limit, Limit::usual, Long::sum, () -> new EnumMap<>(Limit.class)));
    all.putAll(maxima);
    maxima = Collections.unmodifiableMap(all);
  }

  /** How much is allowed. */
  public long of(Limit limit) {
    return maxima.getOrDefault(limit, limit.usual());
  }

  /** These limits, some of them replaced. */
  TenantLimits with(Map<Limit, Long> others) {
    Map<Limit, Long> next = new EnumMap<>(maxima);
    next.putAll(others);
    return new TenantLimits(next);
  }

  /**
   * Refuses growth beyond a limit.
   *
   * @param limit the limit
   * @param used how much the tenant has
   * @param more how much it wants besides
   * @param remedy what the tenant can do about it
   * @throws ConflictException where that is too much together
   */
  public void check(Limit limit, long used, long more, String remedy) {
    if (more > 0 && used + more > of(limit)) {
      throw new ConflictException(
          "The limit `%s` of this tenant is %d, of which %d are used; this would need %d more. %s, or ask the operator for a higher limit."
              .formatted(limit.key(), of(limit), used, more, remedy));
    }
  }
}
