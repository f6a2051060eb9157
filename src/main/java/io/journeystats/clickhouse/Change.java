package io.journeystats.clickhouse;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of a {@link ChangeLog}.
 *
 * @param position the position in the log, from 1, without gaps
 * @param id distinguishes concurrent writers of the same position
 * @param at when it was made, by the writer's clock; for display, not for ordering
 * @param author who made it
 * @param tenant the tenant it belongs to
 * @param subject the id of the changed object
 * @param payload the change as JSON
 */
public record Change(
    long position,
    UUID id,
    Instant at,
    String author,
    String tenant,
    String subject,
    String payload) {

  /**
   * A change without a position.
   *
   * @param at when it is made
   * @param author who makes it
   * @param tenant the tenant it belongs to
   * @param subject the id of the changed object
   * @param payload the change as JSON
   */
  public record Draft(Instant at, String author, String tenant, String subject, String payload) {

    /** Returns the change at the given position, with a new id. */
    Change at(long position) {
      return new Change(position, UUID.randomUUID(), at, author, tenant, subject, payload);
    }
  }
}
