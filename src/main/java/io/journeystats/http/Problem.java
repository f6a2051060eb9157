package io.journeystats.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * The shape of error answers: a problem document after RFC 9457.
 *
 * @param type the kind of problem as a URI; {@code about:blank} where the status says all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence about this occurrence, without internals
 * @param requestId the id of the request, by which the service's log names it, too
 * @param errors what is wrong with which field; left out where empty
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "request_id", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Schema(description = REQUEST_ID) @JsonInclude(JsonInclude.Include.NON_ABSENT)
        Optional<String> requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors)
    implements ProblemDocument {

  /** What the id of the request is, for the API's description. */
  public static final String REQUEST_ID = "The id of the request, as in the header `X-Request-Id`.";

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final MediaType PROBLEM_JSON = MediaType.valueOf(MEDIA_TYPE);

  /** Copies the list. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem of that status, with a sentence about this occurrence. */
  public static Problem of(int status, String detail) {
    return new Problem("about:blank", titleOf(status), status, detail, Optional.empty(), List.of());
  }

  /** Input that cannot be accepted: 422 with what is wrong. */
  public static Problem invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? "The input has an error: "
                + errors.getFirst().field()
                + ": "
                + errors.getFirst().message()
            : "The input has " + errors.size() + " errors.";
    return new Problem("about:blank", titleOf(422), 422, detail, Optional.empty(), errors);
  }

  @Override
  public Problem ofRequest(String id) {
    return new Problem(type, title, status, detail, Optional.of(id), errors);
  }

  /** The answer that carries this document. */
  public Response toResponse() {
    return answer().build();
  }

  /** The same, for headers to be added. */
  public Response.ResponseBuilder answer() {
    return Response.status(status).type(PROBLEM_JSON).entity(this);
  }

  private static String titleOf(int status) {
    return switch (status) {
      // The two whose names RFC 9110 changed.
      case 413 -> "Content Too Large";
      case 422 -> "Unprocessable Content";
      default ->
          Optional.ofNullable(Response.Status.fromStatusCode(status))
              .map(Response.Status::getReasonPhrase)
              .orElse(status < 500 ? "Request Refused" : "Server Error");
    };
  }
}
