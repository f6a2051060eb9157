package io.journeystats.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A provider's request without the body.
 *
 * @param target the path and query as they were on the wire
 * @param parameters the query parameters about the message, by name
 * @param headers the headers, by name in lower case
 * @param receivedAt the time of receipt
 */
record Delivery(
    String target,
    Map<String, String> parameters,
    Map<String, String> headers,
    Instant receivedAt) {

  /** Copies the maps. */
  Delivery {
    parameters = Map.copyOf(parameters);
    headers = Map.copyOf(headers);
  }

  /** The value of a header; empty if it is absent. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }
}
