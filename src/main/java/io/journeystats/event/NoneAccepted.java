package io.journeystats.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.http.Problem;
import io.journeystats.http.ProblemDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * The problem document of a request of which every event was refused.
 *
 * @param type the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence
 * @param requestId the id of the request
 * @param accepted how many were accepted, which is none
 * @param rejected all of them
 */
record NoneAccepted(
    String type,
    String title,
    int status,
    String detail,
    @Schema(description = Problem.REQUEST_ID) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> requestId,
    int accepted,
    List<Rejection> rejected)
    implements ProblemDocument {
  private static final int UNPROCESSABLE = 422;

  static NoneAccepted of(List<Rejection> rejected) {
    Problem problem = problem();
    return new NoneAccepted(
        problem.type(),
        problem.title(),
        problem.status(),
        problem.detail(),
        problem.requestId(),
        0,
        rejected);
  }

  /** The problem that all of them have. */
  static Problem problem() {
    return Problem.of(UNPROCESSABLE, "None of the events could be accepted.");
  }

  @Override
  public NoneAccepted ofRequest(String id) {
    return new NoneAccepted(type, title, status, detail, Optional.of(id), accepted, rejected);
  }

  Response toResponse() {
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(this).build();
  }
}
