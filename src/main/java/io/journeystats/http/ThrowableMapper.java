package io.journeystats.http;

import static org.glassfish.jersey.message.internal.HeaderValueException.Context.INBOUND;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.server.ParamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mapper of all exceptions that requests throw to problem documents. */
final class ThrowableMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ThrowableMapper.class);

  /** Jersey names the header only in its message. */
  private static final Pattern HEADER = Pattern.compile("\"([A-Za-z-]{1,40})\" header");

  @Override
  public Response toResponse(Throwable thrown) {
    return switch (thrown) {
      case ProblemException problem -> problem.toResponse();
      // Thrown by the stream that Jackson reads, and wrapped by Jackson.
      case JsonProcessingException fault when fault.getCause() instanceof ProblemException inner ->
          inner.toResponse();
      case JsonProcessingException fault -> invalidJson(fault);
      case WebApplicationException answer -> fromJersey(answer);
      // Jersey parses headers lazily.
      case HeaderValueException header when header.getContext() == INBOUND -> unreadable(header);
      // The client disconnected while sending the body: no failure of the service.
      case EOFException gone -> Problem.of(400, "The request body is truncated.").toResponse();
      default -> fault(thrown);
    };
  }

  private static Response unreadable(HeaderValueException fault) {
    Matcher header = HEADER.matcher(String.valueOf(fault.getMessage()));
    return Problem.of(
            400,
            header.find()
                ? "The header %s cannot be read.".formatted(header.group(1))
                : "A header of the request cannot be read.")
        .toResponse();
  }

  private static Response invalidJson(JsonProcessingException fault) {
    return Problem.invalid(List.of(JsonFaults.of(fault))).toResponse();
  }

  private static Response fromJersey(WebApplicationException answer) {
    Response response = answer.getResponse();
    int status = response.getStatus();
    if (status < 400 || response.hasEntity()) {
      return response;
    }
    if (answer.getCause() instanceof JsonProcessingException fault) {
      return invalidJson(fault);
    }
    if (answer instanceof ParamException.QueryParamException parameter) {
      return Problem.invalid(
              List.of(new FieldError(parameter.getParameterName(), "cannot be read")))
          .toResponse();
    }
    Response.ResponseBuilder builder =
        Problem.of(status, detail(status, answer.getMessage())).answer();
    // Allow, WWW-Authenticate and Retry-After belong to the status.
    response
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.type(Problem.MEDIA_TYPE).build();
  }

  /** Messages of the service's own code are kept; Jersey's only repeat the status. */
  private static String detail(int status, @Nullable String message) {
    if (message != null && !message.startsWith("HTTP ")) {
      return message;
    }
    return switch (status) {
      case 400 -> "The request cannot be read.";
      case 403 -> "The API key's role does not allow this.";
      case 404 -> "There is no resource at this path.";
      case 405 -> "The resource does not support this method; see the `Allow` header.";
      case 406 -> "The resource is not available in the requested media type.";
      case 413 -> "The request body is too large.";
      case 415 -> "The media type of the request body is not supported.";
      default -> "The request was refused.";
    };
  }

  private static Response fault(Throwable thrown) {
    LOG.error("Request {} failed", RequestTrace.current().orElse("without id"), thrown);
    return Problem.of(
            500, "Internal error; the service's log has the cause under the request's id.")
        .toResponse();
  }
}
