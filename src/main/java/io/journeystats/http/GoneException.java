package io.journeystats.http;

/**
 * Thrown if a resource no longer exists, for a reason that the client should know; reported as 410.
 */
public final class GoneException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence with the reason
   */
  public GoneException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(410, String.valueOf(getMessage()));
  }
}
