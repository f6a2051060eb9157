package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A way in for journeys that began before they came here: every change is kept with the time at
 * which it happened. What was written before is not written again.
 */
public final class PastJourneys {
  private final JourneyCatalogue catalogue;
  private final JourneyCatalogue.Author author;
  private Instant time = Instant.EPOCH;

  /**
   * A tenant's past.
   *
   * @param catalogues makes the catalogue to write to, which takes its time from the given clock
   * @param tenant whose journeys
   * @param author who is said to have made the changes
   */
  public PastJourneys(
      Function<InstantSource, JourneyCatalogue> catalogues, TenantId tenant, String author) {
    this.catalogue = catalogues.apply(() -> time);
    this.author = new JourneyCatalogue.Author(tenant, author);
  }

  /**
   * A step in a journey's life cycle.
   *
   * @param status what the journey became
   * @param at when
   */
  public record Move(JourneyStatus status, Instant at) {}

  /**
   * Writes a journey as it was when it was created, and its life since.
   *
   * @param journey its definition and creation; its status and later times are those of the moves
   * @param moves its life since, oldest first
   */
  public void write(Journey journey, List<Move> moves) {
    TenantId tenant = author.tenant();
    if (catalogue.find(tenant, journey.id()).isEmpty()) {
      time = journey.createdAt();
      catalogue.create(
          author,
          Optional.of(journey.id()),
          journey.type(),
          Definition.of(journey),
          Optional.empty());
    }
    int known = catalogue.versioned(tenant, journey.id()).version() - 1;
    for (Move move : moves.subList(Math.min(known, moves.size()), moves.size())) {
      time = move.at();
      catalogue.move(author, journey.id(), move.status());
    }
  }
}
