package io.journeystats.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The service's reply to a chunk that it processed completely.
 *
 * @param accepted the number of valid events
 * @param rejectedCount the number of rejected events
 * @param rejected the first of the rejected events
 */
record ChunkReply(long accepted, long rejectedCount, List<Rejected> rejected) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAXIMUM_SHOWN = 300;

  ChunkReply {
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads a response.
   *
   * @throws UploadException if the service did not process the whole chunk
   */
  static ChunkReply read(HttpResponse<String> response) throws UploadException {
    JsonNode answer = json(response);
    boolean isProcessed =
        switch (response.statusCode()) {
          case 200, 207 -> answer.path("accepted").isIntegralNumber();
          // All events were rejected, as opposed to an unreadable file.
          case 422 -> answer.path("rejected_count").longValue() > 0 && !answer.has("next_index");
          default -> false;
        };
    if (!isProcessed) {
      throw new UploadException(
          "The service answered %d: %s %s"
              .formatted(
                  response.statusCode(),
                  answer.path("detail").asText(text(response)),
                  errorsOf(answer)));
    }
    return new ChunkReply(
        answer.path("accepted").longValue(),
        answer.path("rejected_count").longValue(),
        answer.path("rejected").valueStream().map(Rejected::of).toList());
  }

  /** The number of events in the chunk. */
  long events() {
    return accepted + rejectedCount;
  }

  private static String errorsOf(JsonNode invalid) {
    return invalid
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asText() + " " + error.path("message").asText())
        .collect(Collectors.joining("; "));
  }

  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JsonProcessingException _) {
      return JSON.missingNode();
    }
  }

  private static String text(HttpResponse<String> response) {
    String body = response.body();
    return body.length() <= MAXIMUM_SHOWN ? body : body.substring(0, MAXIMUM_SHOWN) + "…";
  }

  /**
   * A rejected event.
   *
   * @param index the position in the chunk, from 0
   * @param eventId the id; empty if the event has none
   * @param errors the errors, as text
   */
  record Rejected(long index, String eventId, String errors) {
    static Rejected of(JsonNode rejected) {
      return new Rejected(
          rejected.path("index").longValue(),
          rejected.path("event_id").asText(""),
          errorsOf(rejected));
    }
  }
}
