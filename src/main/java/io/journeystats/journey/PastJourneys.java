package io.journeystats.journey;

import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An importer of journeys with the original times of their changes. Changes that were already
 * imported are skipped.
 */
public final class PastJourneys {
  private final JourneyCatalogue catalogue;
  private final JourneyCatalogue.Author author;
  private Instant time = Instant.EPOCH;

  /**
   * Creates an importer.
   *
   * @param catalogues creates the target catalogue with the given clock
   * @param tenant the tenant
   * @param author the recorded author of the changes
   */
  public PastJourneys(
      Function<InstantSource, JourneyCatalogue> catalogues, TenantId tenant, String author) {
    this.catalogue = catalogues.apply(() -> time);
    this.author = new JourneyCatalogue.Author(tenant, author);
  }

  /**
   * A change of a journey's status.
   *
   * @param status the new status
   * @param at when it changed
   */
  public record Move(JourneyStatus status, Instant at) {}

  /**
   * Imports a journey.
   *
   * @param journey the definition and creation time; the status and later times come from the moves
   * @param moves the changes of its status, oldest first
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
    int imported = catalogue.versioned(tenant, journey.id()).version() - 1;
    for (Move move : moves.subList(Math.min(imported, moves.size()), moves.size())) {
      time = move.at();
      catalogue.move(author, journey.id(), move.status());
    }
  }
}
