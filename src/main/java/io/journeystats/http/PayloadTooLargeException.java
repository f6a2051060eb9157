package io.journeystats.http;

/** A request body beyond its bound: answered as 413. */
public final class PayloadTooLargeException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail a sentence naming the bound
   */
  public PayloadTooLargeException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(413, String.valueOf(getMessage()));
  }
}
