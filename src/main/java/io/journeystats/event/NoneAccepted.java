package io.journeystats.event;

import io.journeystats.http.Problem;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * The problem document of a request of which every event was refused.
 *
 * @param type the kind of problem
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence
 * @param accepted how many were accepted, which is none
 * @param rejected all of them
 */
record NoneAccepted(
    String type, String title, int status, String detail, int accepted, List<Rejection> rejected) {
  private static final int UNPROCESSABLE = 422;

  static NoneAccepted of(List<Rejection> rejected) {
    Problem problem = problem();
    return new NoneAccepted(
        problem.type(), problem.title(), problem.status(), problem.detail(), 0, rejected);
  }

  /** The problem that all of them have. */
  static Problem problem() {
    return Problem.of(UNPROCESSABLE, "None of the events could be accepted.");
  }

  Response toResponse() {
    return Response.status(status).type(Problem.MEDIA_TYPE).entity(this).build();
  }
}
