package io.journeystats.clickhouse;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a {@link ChangeLog}.
 *
 * @param position its place in the log, from 1, without gaps
 * @param id tells apart writers that wanted the same position
 * @param at when it was made, by the writer's clock; for people, never for order
 * @param author who made it
 * @param tenant the tenant it belongs to
 * @param subject the id of what was changed
 * @param payload what was changed, as JSON
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
   * A change that has no position yet.
   *
   * @param at when it is made
   * @param author who makes it
   * @param tenant the tenant it belongs to
   * @param subject the id of what is changed
   * @param payload what is changed, as JSON
   */
  public record Draft(Instant at, String author, String tenant, String subject, String payload) {

    /** The change at that position, with a new id. */
    Change at(long position) {
      return new Change(position, UUID.randomUUID(), at, author, tenant, subject, payload);
    }
  }
}
