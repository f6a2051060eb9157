package io.journeystats.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/**
 * A problem document (RFC 9457), the body of every error response.
 *
 * @param type a URI that identifies the kind of problem; {@code about:blank} if the status says all
 * @param title the status in words
 * @param status the HTTP status
 * @param detail a sentence about this occurrence, without internals
 * @param requestId the request's id, which also appears in the service's log
 * @param errors the invalid fields; omitted if empty
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

  /** The API description of {@code request_id}. */
  public static final String REQUEST_ID = "The request's id, as in the `X-Request-Id` header.";

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final MediaType PROBLEM_JSON = MediaType.valueOf(MEDIA_TYPE);

  /** Copies the list. */
  public Problem {
    errors = List.copyOf(errors);
  }

  /** Creates a problem with a status and a sentence about this occurrence. */
  public static Problem of(int status, String detail) {
    return new Problem("about:blank", titleOf(status), status, detail, Optional.empty(), List.of());
  }

  /** Creates the problem for invalid input: 422. */
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

  /** Creates a response with this document. */
  public Response toResponse() {
    return answer().build();
  }

  /** Creates a response builder with this document, to which headers can be added. */
  public Response.ResponseBuilder answer() {
    return Response.status(status).type(PROBLEM_JSON).entity(this);
  }

  private static String titleOf(int status) {
    return switch (status) {
      // RFC 9110 renamed these two.
      case 413 -> "Content Too Large";
      case 422 -> "Unprocessable Content";
      default ->
          Optional.ofNullable(Response.Status.fromStatusCode(status))
              .map(Response.Status::getReasonPhrase)
              .orElse(status < 500 ? "Request Refused" : "Server Error");
    };
  }
}
