package io.journeystats.erasure;

import io.journeystats.clickhouse.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The state of a tenant's user erasures, as far as cached answers are concerned. An answer about a
 * journey may be returned if its computation started in an epoch in which all erased users of that
 * journey were already removed.
 *
 * @param number the number of the epoch, which grows with each erasure
 * @param first answers of earlier epochs must not be returned
 * @param firstOf the same for single journeys, if later
 * @param failure why erasures by other instances are unknown; empty if they are known
 */
public record Epoch(
    long number, long first, Map<UUID, Long> firstOf, Optional<StoreUnavailableException> failure) {
  /** The epoch of a tenant without erasures. */
  public static final Epoch ONLY = new Epoch(0, 0, Map.of(), Optional.empty());

  /** Copies the map. */
  public Epoch {
    firstOf = Map.copyOf(firstOf);
  }

  /**
   * Returns whether an answer may be returned.
   *
   * @param made the number of the epoch in which its computation started
   * @param journey the journey that it concerns
   */
  public boolean shows(long made, UUID journey) {
    return made >= Math.max(first, firstOf.getOrDefault(journey, 0L));
  }
}
