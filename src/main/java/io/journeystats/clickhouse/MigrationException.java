package io.journeystats.clickhouse;

/**
 * The schema's history does not allow the service to run; the message is one sentence that says
 * why.
 */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public MigrationException(String message) {
    super(message);
  }

  /** Makes the exception from what went wrong underneath. */
  public MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
