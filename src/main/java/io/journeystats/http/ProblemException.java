package io.journeystats.http;

import jakarta.ws.rs.core.Response;

/** A request that is answered with a problem document, whose text the caller may read. */
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

  /** Makes the exception; it is an answer, not a fault, so it keeps no stack trace. */
  ProblemException(String detail) {
    super(detail, null, false, false);
  }

  /** What the caller is told. */
  public abstract Problem problem();

  /** The answer that tells it. */
  Response toResponse() {
    return problem().toResponse();
  }
}
