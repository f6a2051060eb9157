package io.journeystats.http;

/** A thing that is unknown, or another tenant's, which is deliberately the same answer: 404. */
public final class NotFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail a sentence naming what was not found
   */
  public NotFoundException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(404, String.valueOf(getMessage()));
  }
}
