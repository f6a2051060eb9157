package io.journeystats.erasure;

import io.journeystats.clickhouse.StoreUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which users of a tenant have been erased, as far as answers are concerned: an answer about a
 * journey may be shown if its making began in an epoch in which all were gone who had events in
 * that journey.
 *
 * @param number a greater one after each erasure
 * @param first answers of epochs before this one may not be shown
 * @param firstOf the same for single journeys, where it is a later one
 * @param failure why it is not known whether another instance has erased a user since; empty where
 *     that is known
 */
public record Epoch(
    long number, long first, Map<UUID, Long> firstOf, Optional<StoreUnavailableException> failure) {
  /** That of a tenant of whose users none is ever erased. */
  public static final Epoch ONLY = new Epoch(0, 0, Map.of(), Optional.empty());

  /** Copies the map. */
  public Epoch {
    firstOf = Map.copyOf(firstOf);
  }

  /**
   * Tells whether an answer may be shown.
   *
   * @param made the number of the epoch in which its making began
   * @param journey the journey that it is about
   */
  public boolean shows(long made, UUID journey) {
    return made >= Math.max(first, firstOf.getOrDefault(journey, 0L));
  }
}
