package io.journeystats.clickhouse;

/**
 * Which entries of logs are wanted, and in which order.
 *
 * @param tenant whose
 * @param change what they say was done; empty for anything
 * @param author who did it; empty for anybody
 * @param after the entry behind which they begin
 * @param latestFirst whether the latest come first
 * @param limit how many at most
 */
public record LogQuery(
    String tenant,
    String change,
    String author,
    ChangeLog.Key after,
    boolean latestFirst,
    int limit) {

  /** The operator that what is wanted has to the entry before it. */
  public String comparison() {
    return latestFirst ? "<" : ">";
  }

  /** What follows each column in the order, with a space before it. */
  public String direction() {
    return latestFirst ? " DESC" : "";
  }

  /** The same of another change. */
  public LogQuery of(String other) {
    return new LogQuery(tenant, other, author, after, latestFirst, limit);
  }
}
