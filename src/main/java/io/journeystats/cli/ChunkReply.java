package io.journeystats.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the service answered to a piece that it dealt with as a whole.
 *
 * @param accepted how many events were valid
 * @param rejectedCount how many were not
 * @param rejected the first of those
 */
record ChunkReply(long accepted, long rejectedCount, List<Rejected> rejected) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 300;

  ChunkReply {
    rejected = List.copyOf(rejected);
  }

  /**
   * Reads an answer.
   *
   * @throws UploadException where it says that the piece, or what is left of it, was not taken
   */
  static ChunkReply read(HttpResponse<String> response) throws UploadException {
    JsonNode answer = json(response);
    boolean settled =
        switch (response.statusCode()) {
          case 200, 207 -> answer.path("accepted").isIntegralNumber();
          // Of events that were all refused, and not of a file that is none.
          case 422 -> answer.path("rejected_count").longValue() > 0 && !answer.has("next_index");
          default -> false;
        };
    if (!settled) {
      throw new UploadException(
          "The service answered %d: %s %s"
              .formatted(
                  response.statusCode(),
                  answer.path("detail").asText(text(response)),
                  faultsOf(answer)));
    }
    return new ChunkReply(
        answer.path("accepted").longValue(),
        answer.path("rejected_count").longValue(),
        answer.path("rejected").valueStream().map(Rejected::of).toList());
  }

  /** How many events the piece had. */
  long events() {
    return accepted + rejectedCount;
  }

  private static String faultsOf(JsonNode invalid) {
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
    return body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
  }

  /**
   * An event that was refused.
   *
   * @param index its position in the piece, from 0
   * @param eventId its id, empty where it has none
   * @param faults what is wrong with it
   */
  record Rejected(long index, String eventId, String faults) {
    static Rejected of(JsonNode rejected) {
      return new Rejected(
          rejected.path("index").longValue(),
          rejected.path("event_id").asText(""),
          faultsOf(rejected));
    }
  }
}
