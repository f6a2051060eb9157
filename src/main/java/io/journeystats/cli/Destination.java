package io.journeystats.cli;

import java.io.PrintStream;
import java.net.URI;

/**
 * Where events are sent to.
 *
 * @param service the service's address, with the path of its API or without
 * @param key the API key
 * @param patience how often they are sent
 */
public record Destination(URI service, String key, Backoff patience) {
  ChunkSender sender(PrintStream messages) {
    String root = service.toString().replaceFirst("(/api/v1)?/*$", "");
    return new ChunkSender(URI.create(root + "/api/v1/events/import"), key, patience, messages);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Destination[" + service + "]";
  }
}
