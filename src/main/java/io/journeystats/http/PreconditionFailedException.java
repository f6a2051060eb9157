package io.journeystats.http;

/** A change made on a version that is no longer the present one: answered as 412. */
public final class PreconditionFailedException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail a sentence naming the thing and what to do
   */
  public PreconditionFailedException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(412, String.valueOf(getMessage()));
  }
}
