package io.journeystats.http;

/**
 * Thrown if a resource does not support the media type or encoding of a request body; reported as
 * 415.
 */
public final class UnsupportedMediaTypeException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence that names the supported types
   */
  public UnsupportedMediaTypeException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(415, String.valueOf(getMessage()));
  }
}
