package io.journeystats.http;

/** A request whose client takes too long to send it: 408. */
public final class RequestTimeoutException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail a sentence naming the bound
   */
  public RequestTimeoutException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(408, String.valueOf(getMessage()));
  }
}
