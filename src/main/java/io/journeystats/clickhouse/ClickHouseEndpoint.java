package io.journeystats.clickhouse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * Where a ClickHouse answers over HTTP, and as whom.
 *
 * @param url scheme, host and port
 * @param user the user's name
 * @param password the user's password, may be empty
 * @param database the database that holds all tables
 */
public record ClickHouseEndpoint(URI url, String user, String password, String database) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** The same place with another database. */
  public ClickHouseEndpoint withDatabase(String name) {
    return new ClickHouseEndpoint(url, user, password, name);
  }

  /**
   * The header {@code Authorization} of every request. The embedded engine answers no request
   * without it.
   */
  public String authorization() {
    var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Tells whether the server runs on this machine, where compression only costs. */
  boolean isLocal() {
    return LOOPBACK.contains(url.getHost());
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s as %s, database %s".formatted(url, user, database);
  }
}
