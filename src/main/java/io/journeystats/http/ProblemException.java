package io.journeystats.http;

import jakarta.ws.rs.core.Response;

/** An exception that is reported to the client as a problem document. */
public abstract sealed class ProblemException extends RuntimeException
    permits InvalidInputException,
        NotFoundException,
        ConflictException,
        GoneException,
        PreconditionFailedException,
        PayloadTooLargeException,
        RequestTimeoutException,
        TryAgainException,
        UnsupportedMediaTypeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception without a stack trace, since it is a response rather than a failure. */
  ProblemException(String detail) {
    super(detail, null, false, false);
  }

  /** Returns the problem document for the client. */
  public abstract Problem problem();

  /** Returns the response with the problem document. */
  Response toResponse() {
    return problem().toResponse();
  }
}
