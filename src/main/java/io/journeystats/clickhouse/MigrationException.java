package io.journeystats.clickhouse;

/**
 * Thrown if the service cannot run with the database's schema; the message is a sentence with the
 * reason.
 */
public final class MigrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public MigrationException(String message) {
    super(message);
  }

  /** Creates the exception with a cause. */
  public MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
