package io.journeystats.http;

/** Thrown if the current state of a resource does not allow a change; reported as 409. */
public final class ConflictException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence with the reason
   */
  public ConflictException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(409, String.valueOf(getMessage()));
  }
}
