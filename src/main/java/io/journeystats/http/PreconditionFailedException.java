package io.journeystats.http;

/** Thrown if a change is based on an outdated version; reported as 412. */
public final class PreconditionFailedException extends ProblemException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param detail a sentence that names the resource and what to do
   */
  public PreconditionFailedException(String detail) {
    super(detail);
  }

  @Override
  public Problem problem() {
    return Problem.of(412, String.valueOf(getMessage()));
  }
}
