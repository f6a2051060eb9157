package io.journeystats.http;

/** A change that the present state of the thing does not allow: answered as 409. */
public final class ConflictException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
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
