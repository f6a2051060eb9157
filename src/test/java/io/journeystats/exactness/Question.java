package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/**
 * One question to both implementations.
 *
 * @param path what the service is asked
 * @param naive what the naive implementation answers
 */
record Question(String path, Function<NaiveStatistics, JsonNode> naive) {

  /** The service's answer, the pages of a user list put together. */
  JsonNode ask(Client client) {
    Answer first = client.get(path);
    // Not by the path, as the id of a goal or a message may end like the name of a file.
    if (first.contentType().startsWith("text/csv")) {
      JsonNode rows = CsvRows.read(first.body());
      if (path.contains("/goals.csv?")) {
        // The conditions in words.
        for (int row = 1; row < rows.size(); row++) {
          ((ArrayNode) rows.get(row)).set(4, "");
        }
      }
      return rows;
    }
    if (path.contains("/timeline?") && first.status() == 404) {
      return NaiveTimeline.UNKNOWN;
    }
    JsonNode answer = first.json(200);
    if (!answer.hasNonNull("next_cursor")) {
      return NaiveTimeline.normalised(answer);
    }
    String rows = answer.has("events") ? "events" : "users";
    ObjectNode together = answer.deepCopy();
    ArrayNode users = together.withArray(rows);
    JsonNode page = answer;
    while (page.hasNonNull("next_cursor")) {
      String cursor = page.get("next_cursor").textValue();
      JsonNode next = client.get(path + "&cursor=" + Client.encode(cursor)).json(200);
      int full = answer.get(rows).size();
      int size = next.path(rows).size();
      if (size == 0 || size > full || (next.hasNonNull("next_cursor") && size < full)) {
        throw new AssertionError("a page of %d users after one of %d".formatted(size, full));
      }
      next.get(rows).forEach(users::add);
      page = next;
    }
    return NaiveTimeline.normalised(together.putNull("next_cursor"));
  }
}
