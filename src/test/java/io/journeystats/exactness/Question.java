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
    if (path.contains(".csv?")) {
      Answer file = client.get(path);
      if (file.status() != 200) {
        throw new AssertionError(file.toString());
      }
      return CsvRows.read(file.body());
    }
    JsonNode answer = client.get(path).json(200);
    if (!answer.hasNonNull("next_cursor")) {
      return answer;
    }
    ObjectNode together = answer.deepCopy();
    ArrayNode users = together.withArray("users");
    JsonNode page = answer;
    while (page.hasNonNull("next_cursor")) {
      String cursor = page.get("next_cursor").textValue();
      JsonNode next = client.get(path + "&cursor=" + Client.encode(cursor)).json(200);
      int full = answer.get("users").size();
      int size = next.path("users").size();
      if (size == 0 || size > full || (next.hasNonNull("next_cursor") && size < full)) {
        throw new AssertionError("a page of %d users after one of %d".formatted(size, full));
      }
      next.get("users").forEach(users::add);
      page = next;
    }
    return together.putNull("next_cursor");
  }
}
