package io.journeystats.clickhouse;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.time.Duration;

/**
 * A cheap liveness check of ClickHouse over HTTP, without a statement.
 *
 * @param endpoint the endpoint
 */
record Ping(ClickHouseEndpoint endpoint) {
  /** A busy ClickHouse may take longer; then a statement decides. */
  private static final int TIMEOUT_MILLIS = (int) Duration.ofMillis(200).toMillis();

  /** Returns whether ClickHouse responds immediately. */
  boolean isAnswered() {
    try {
      var url = endpoint.url().resolve("/ping").toURL();
      var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
      connection.setRequestProperty("Authorization", endpoint.authorization());
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        connection.disconnect();
        return false;
      }
      // The connection is reused if the body is read to its end.
      try (var body = connection.getInputStream()) {
        body.readAllBytes();
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
