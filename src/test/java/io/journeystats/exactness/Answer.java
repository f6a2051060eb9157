package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;

/** What the service answered; a header that it lacks is empty. */
record Answer(String request, int status, String contentType, String retryAfter, String body) {

  JsonNode json() {
    return Json.read(body);
  }

  /** The answer's JSON, if the status is the one expected. */
  JsonNode json(int expectedStatus) {
    if (status != expectedStatus) {
      throw new AssertionError("%d instead of %d: %s".formatted(status, expectedStatus, this));
    }
    return json();
  }

  @Override
  public String toString() {
    return "%s → %d %s %s"
        .formatted(request, status, contentType, body.substring(0, Math.min(body.length(), 2000)));
  }
}
