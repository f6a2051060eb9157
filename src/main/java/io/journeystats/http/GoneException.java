package io.journeystats.http;

/** A thing that was there and is not any more, for a reason that the caller should know: 410. */
public final class GoneException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
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
