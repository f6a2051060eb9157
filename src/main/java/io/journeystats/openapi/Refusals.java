package io.journeystats.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.http.FieldError;
import io.journeystats.http.Json;
import io.journeystats.http.Problem;
import io.journeystats.http.RateLimit;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The answers that refuse a request: problem documents, each described once. */
final class Refusals {
  private final Schemas schemas;
  private final ObjectMapper json = Json.mapper();

  Refusals(Schemas schemas) {
    this.schemas = schemas;
  }

  /** All of them, by name. */
  ObjectNode components() {
    ObjectNode components = Shapes.empty();
    for (Refusal refusal : Refusal.values()) {
      components.set(refusal.title(), answer(refusal, problem()));
    }
    return components;
  }

  /** One that means something particular at one route. */
  ObjectNode answer(int status, String meaning) {
    return answer(status, meaning, problem());
  }

  /** One of all, whose document is of that schema. */
  ObjectNode answer(Refusal refusal, ObjectNode schema) {
    ObjectNode answer = answer(refusal.status(), refusal.meaning(), schema);
    if (refusal.isPassing()) {
      AnswerHeaders.addHeader(
          answer, HttpHeaders.RETRY_AFTER, "After how many seconds to try again.");
    }
    if (refusal == Refusal.TOO_MANY_REQUESTS) {
      AnswerHeaders.addHeader(
          answer,
          RateLimit.POLICY,
          "The limit that was reached: its name, the quota `q` of the unit `qu`, the seconds `w`.");
      AnswerHeaders.addHeader(
          answer,
          RateLimit.STATE,
          "What remains of it (`r`), and the seconds until more does (`t`).");
    }
    if (refusal == Refusal.UNAUTHORIZED) {
      AnswerHeaders.addHeader(answer, HttpHeaders.WWW_AUTHENTICATE, "How to send a key.");
    }
    return answer;
  }

  private ObjectNode answer(int status, String meaning, ObjectNode schema) {
    ObjectNode answer = Shapes.empty().put("description", meaning);
    ObjectNode media = answer.putObject("content").putObject(Problem.MEDIA_TYPE);
    media.set("schema", schema);
    media.set("example", json.valueToTree(example(status, meaning)));
    return answer;
  }

  private ObjectNode problem() {
    return schemas.of(Problem.class, Use.ANSWER);
  }

  private static Problem example(int status, String meaning) {
    return status == Refusal.UNPROCESSABLE_CONTENT.status()
        ? Problem.invalid(List.of(new FieldError("colour", "is not a known query parameter")))
        : Problem.of(status, meaning);
  }
}
