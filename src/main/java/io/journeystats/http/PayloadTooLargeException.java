package io.journeystats.http;

/** Thrown if a request body exceeds its limit; reported as 413. */
public final class PayloadTooLargeException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence that names the limit
   */
  public PayloadTooLargeException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(413, String.valueOf(getMessage()));
  }
}
