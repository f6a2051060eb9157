package io.journeystats.clickhouse;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.time.Duration;

/**
 * A sign of life of ClickHouse over HTTP: no statement, so that it costs next to nothing.
 *
 * @param endpoint where it answers
 */
record Ping(ClickHouseEndpoint endpoint) {
  /** A busy ClickHouse may take longer; then a statement finds out. */
  private static final int LIMIT_MILLIS = (int) Duration.ofMillis(200).toMillis();

  /** Tells whether ClickHouse answers at once. */
  boolean isAnswered() {
    try {
      var url = endpoint.url().resolve("/ping").toURL();
      var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
      connection.setRequestProperty("Authorization", endpoint.authorization());
      connection.setConnectTimeout(LIMIT_MILLIS);
      connection.setReadTimeout(LIMIT_MILLIS);
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        connection.disconnect();
        return false;
      }
      // Read to its end, the connection is used again.
      try (var body = connection.getInputStream()) {
        body.readAllBytes();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
