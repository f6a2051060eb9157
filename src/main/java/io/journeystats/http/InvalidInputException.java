package io.journeystats.http;

import java.util.List;

/** Input that cannot be accepted: answered as 422 with every {@link FieldError} at once. */
public final class InvalidInputException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final transient List<FieldError> errors;

  /**
   * Makes the exception.
   *
   * @param errors what is wrong, at least one
   */
  public InvalidInputException(List<FieldError> errors) {
    super(errors.toString());
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("invalid input without an error");
    }
    this.errors = List.copyOf(errors);
  }

  /** Makes the exception for a single fault. */
  public InvalidInputException(String field, String message) {
    this(List.of(new FieldError(field, message)));
  }

  /** What is wrong, in the order of the input; never empty. */
  public List<FieldError> errors() {
    return errors;
  }

  @Override
  public Problem problem() {
    return Problem.invalid(errors);
  }
}
