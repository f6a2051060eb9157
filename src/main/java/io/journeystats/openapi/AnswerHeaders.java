package io.journeystats.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.dashboard.AnswerFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** The headers of answers. */
final class AnswerHeaders {
  private AnswerHeaders() {}

  /** Adds what answers with statistics have in common. */
  static void addOfStatistics(ObjectNode answers) {
    ObjectNode answer = answers.withObjectProperty("200");
    addHeader(answer, HttpHeaders.ETAG, "A tag of what the answer says.");
    addHeader(answer, HttpHeaders.CACHE_CONTROL, "How long the answer may be shown again.");
    addHeader(answer, "Age", "Of a stale answer: how many seconds ago it was made.");
    addHeader(
        answer,
        AnswerFilter.STALE,
        "`true` where an old answer is shown, as ClickHouse cannot be reached.");
    answers
        .putObject("304")
        .put("description", "The answer is still the one that `If-None-Match` names.");
  }

  /** Adds a header to an answer. */
  static void addHeader(ObjectNode answer, String name, String meaning) {
    answer
        .withObjectProperty("headers")
        .putObject(name)
        .put("description", meaning)
        .set("schema", Shapes.type("string"));
  }
}
