package io.journeystats.webhook;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A provider's request without its body.
 *
 * @param target its path and query as they were on the wire
 * @param parameters what the query says about the message, by name
 * @param headers its headers, by name in lower case
 * @param receivedAt when it came
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

  /** A header's text, empty where there is none. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }
}
