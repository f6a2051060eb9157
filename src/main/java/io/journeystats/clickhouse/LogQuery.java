package io.journeystats.clickhouse;

/**
 * A query for entries of logs.
 *
 * @param tenant the tenant's id
 * @param change the kind of changes; empty for all
 * @param author the author; empty for all
 * @param after the entry after which the page starts
 * @param latestFirst whether the latest entries come first
 * @param limit the maximum number of entries
 */
public record LogQuery(
    String tenant,
    String change,
    String author,
    ChangeLog.Key after,
    boolean latestFirst,
    int limit) {

  /** Returns the SQL operator between an entry and the start of the page. */
  public String comparison() {
    return latestFirst ? "<" : ">";
  }

  /** Returns the SQL sort direction, with a leading space. */
  public String direction() {
    return latestFirst ? " DESC" : "";
  }

  /** Returns this query for another kind of change. */
  public LogQuery of(String other) {
    return new LogQuery(tenant, other, author, after, latestFirst, limit);
  }
}
