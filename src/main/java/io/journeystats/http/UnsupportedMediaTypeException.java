package io.journeystats.http;

/** A request body of a type or encoding that the resource does not read: answered as 415. */
public final class UnsupportedMediaTypeException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param detail a sentence naming what would be read
   */
  public UnsupportedMediaTypeException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(415, String.valueOf(getMessage()));
  }
}
