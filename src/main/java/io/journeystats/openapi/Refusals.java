package io.journeystats.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.http.FieldError;
import io.journeystats.http.Json;
import io.journeystats.http.Problem;
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
      components.set(refusal.title(), answer(refusal));
    }
    return components;
  }

  /** One that means something particular at one route. */
  ObjectNode answer(int status, String meaning) {
    ObjectNode answer = Shapes.empty().put("description", meaning);
    ObjectNode media = answer.putObject("content").putObject(Problem.MEDIA_TYPE);
    media.set("schema", schemas.of(Problem.class, Use.ANSWER));
    media.set("example", json.valueToTree(example(status, meaning)));
    return answer;
  }

  private ObjectNode answer(Refusal refusal) {
    ObjectNode answer = answer(refusal.status(), refusal.meaning());
    if (refusal.isPassing()) {
      AnswerHeaders.addHeader(
          answer, HttpHeaders.RETRY_AFTER, "After how many seconds to try again.");
    }
    if (refusal == Refusal.UNAUTHORIZED) {
      AnswerHeaders.addHeader(answer, HttpHeaders.WWW_AUTHENTICATE, "How to send a key.");
    }
    return answer;
  }

  private static Problem example(int status, String meaning) {
    return status == Refusal.UNPROCESSABLE_CONTENT.status()
        ? Problem.invalid(List.of(new FieldError("colour", "is not a known query parameter")))
        : Problem.of(status, meaning);
  }
}
