package io.journeystats.cli;

import java.io.PrintStream;
import java.net.URI;

/**
 * The service that receives an upload.
 *
 * @param service the service's URL, with or without the path of the API
 * @param key the API key
 * @param backoff the attempts and the pauses between them
 */
public record Destination(URI service, String key, Backoff backoff) {
  ChunkSender sender(PrintStream messages) {
    String root = service.toString().replaceFirst("(/api/v1)?/*$", "");
    return new ChunkSender(URI.create(root + "/api/v1/events/import"), key, backoff, messages);
  }

  /** Omits the key. */
  @Override
  public String toString() {
    return "Destination[" + service + "]";
  }
}
