package io.journeystats.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The order of the links of a message: by a column, links that are the same there by their address.
 *
 * @param by the column
 * @param descending whether the largest is first
 */
public record LinkOrder(Column by, boolean descending) {
  /** Most clicks first. */
  public static final LinkOrder USUAL = new LinkOrder(Column.CLICKS, true);

  /** All orders that there are. */
  public static final List<LinkOrder> ALL =
      Arrays.stream(Column.values())
          .flatMap(by -> Stream.of(new LinkOrder(by, false), new LinkOrder(by, true)))
          .toList();

  /** The order of that name; empty where there is none. */
  public static Optional<LinkOrder> find(String key) {
    return ALL.stream().filter(order -> order.key().equals(key)).findFirst();
  }

  /** Its name on the wire. */
  public String key() {
    return (descending ? "-" : "") + by.name().toLowerCase(Locale.ROOT);
  }

  /** A column that links can be ordered by. */
  public enum Column {
    CLICKS,
    CLICKED_USERS,
    LINK_URL
  }
}
