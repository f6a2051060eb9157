package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an answer to bad input has to look like. */
final class Problems {
  private Problems() {}

  /** "RFC 9457 application/problem+json with type, title, status". */
  static JsonNode problem(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.contentType()).as("%s", answer).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("type").textValue()).as("type of %s", answer).isNotBlank();
    assertThat(problem.path("title").textValue()).as("title of %s", answer).isNotBlank();
    assertThat(problem.path("status").intValue()).as("status of %s", answer).isEqualTo(status);
    assertThat(problem.path("request_id").textValue()).as("request_id of %s", answer).isNotBlank();
    return problem;
  }

  /** "For bad input, errors: [{field, message}]", at least one of them naming one of the fields. */
  static void invalid(Answer answer, String... fields) {
    assertThat(fieldsOf(problem(answer, 422).path("errors")))
        .as("%s", answer)
        .containsAnyOf(fields);
  }

  /** "ClickHouse gone: 503 with Retry-After"; answers how long to wait. */
  static Duration unavailable(Answer answer) {
    problem(answer, 503);
    assertThat(answer.retryAfter()).as("Retry-After of %s", answer).matches("[1-9][0-9]?");
    return Duration.ofSeconds(Long.parseLong(answer.retryAfter()));
  }

  /** Of the events sent none was accepted, and one of the fields is named as a reason. */
  static void rejected(Answer answer, String... fields) {
    JsonNode problem = problem(answer, 422);
    assertThat(problem.path("accepted").intValue()).as("%s", answer).isZero();
    assertThat(rejectedFields(problem)).as("%s", answer).containsAnyOf(fields);
  }

  /** The fields that the first rejected event's errors name. */
  static List<String> rejectedFields(JsonNode answer) {
    return fieldsOf(answer.path("rejected").path(0).path("errors"));
  }

  private static List<String> fieldsOf(JsonNode errors) {
    List<String> fields = new ArrayList<>();
    for (JsonNode error : errors) {
      assertThat(error.path("message").textValue()).as("%s", errors).isNotBlank();
      fields.add(error.path("field").textValue());
    }
    return fields;
  }
}
