package io.journeystats.http;

/**
 * Thrown if a resource is unknown or belongs to another tenant; both are deliberately reported
 * alike, as 404.
 */
public final class NotFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence that names what was not found
   */
  public NotFoundException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(404, String.valueOf(getMessage()));
  }
}
