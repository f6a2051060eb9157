package io.journeystats.query;

import java.util.List;

/**
 * A page of the users who stand behind a number.
 *
 * @param users in the order of their ids
 * @param hasMore whether others follow
 */
public record ContributorPage(List<Contributor> users, boolean hasMore) {
  /** Copies the list. */
  public ContributorPage {
    users = List.copyOf(users);
  }
}
