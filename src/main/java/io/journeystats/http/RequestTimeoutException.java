package io.journeystats.http;

/** Thrown if a client takes too long to send a request; reported as 408. */
public final class RequestTimeoutException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence that names the limit
   */
  public RequestTimeoutException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(408, String.valueOf(getMessage()));
  }
}
