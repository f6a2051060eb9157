package io.journeystats.query;

import java.util.List;

/**
 * The links of a message that were clicked, with their numbers.
 *
 * @param links as many as were asked for
 * @param clicks all clicks of the message, also those on links that were not asked for
 */
public record MessageLinks(List<Link> links, long clicks) {
  /** Copies the list. */
  public MessageLinks {
    links = List.copyOf(links);
  }

  /** About how much memory it takes, in numbers of about 60 bytes. */
  public int weight() {
    return links.stream().mapToInt(link -> 4 + link.url().length() / 30).sum();
  }

  /**
   * One link.
   *
   * @param url its address; empty for the clicks that name none
   * @param clicks how often it was clicked, each event once
   * @param users by how many users
   */
  public record Link(String url, long clicks, long users) {}
}
