package io.journeystats.clickhouse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/**
 * The HTTP address of a ClickHouse, and the credentials for it.
 *
 * @param url the scheme, host and port
 * @param user the user's name
 * @param password the user's password; may be empty
 * @param database the database with all tables
 */
public record ClickHouseEndpoint(URI url, String user, String password, String database) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Returns this endpoint with another database. */
  public ClickHouseEndpoint withDatabase(String name) {
    return new ClickHouseEndpoint(url, user, password, name);
  }

  /** Returns the {@code Authorization} header of requests. The embedded engine requires it. */
  public String authorization() {
    var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  /** Returns whether the server runs on this machine, where compression does not pay. */
  boolean isLocal() {
    return LOOPBACK.contains(url.getHost());
  }

  /** Omits the password. */
  @Override
  public String toString() {
    return "%s as %s, database %s".formatted(url, user, database);
  }
}
