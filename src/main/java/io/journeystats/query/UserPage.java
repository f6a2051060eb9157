package io.journeystats.query;

import java.util.List;

/**
 * A page of the user list.
 *
 * @param users in the order of their ids
 * @param hasMore whether others follow
 */
public record UserPage(List<JourneyUser> users, boolean hasMore) {
  /** Copies the list. */
  public UserPage {
    users = List.copyOf(users);
  }
}
