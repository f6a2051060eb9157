package io.journeystats.http;

import java.util.List;

/** Thrown if input is invalid; reported as 422 with all {@linkplain FieldError errors}. */
public final class InvalidInputException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * Creates the exception.
   *
   * @param errors the errors; at least one
   */
  public InvalidInputException(List<FieldError> errors) {
    super(errors.toString());
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("invalid input without errors");
    }
    this.errors = List.copyOf(errors);
  }

  /** Creates the exception for a single error. */
  public InvalidInputException(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** Returns the errors in the order of the input; never empty. */
  public List<FieldError> errors() {
    return errors;
  }

  @Override
  public Problem problem() {
    return Problem.invalid(errors);
  }
}
