package io.journeystats.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.journeystats.http.Problem;
import io.journeystats.http.ProblemDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * The problem document of a request whose events were all rejected.
 *
 * @param type the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail an explanation in one sentence
 * @param requestId the id of the request
 * @param accepted the number of accepted events, which is 0
 * @param rejected the rejected events
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

  /** The problem of the request as a whole. */
  static Problem problem() {
    return Problem.of(UNPROCESSABLE, "No event was accepted.");
  }

  @Override
  public NoneAccepted ofRequest(String id) {
    return new NoneAccepted(type, title, status, detail, Optional.of(id), accepted, rejected);
  }

  Response toResponse() {
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(this).build();
  }
}
