package io.journeystats.stats;

import java.util.List;

/**
 * A page of the users who stand behind a number.
 *
 * @param users in the order of their ids
 * @param hasMore whether others follow
 */
public record UsersBehindPage(List<UserBehind> users, boolean hasMore) {
  /** Copies the list. */
  public UsersBehindPage {
    users = List.copyOf(users);
  }
}
