package io.journeystats.engine;

/** Thrown if the embedded ClickHouse cannot be started; the message says what to do. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public EngineException(String message) {
    super(message);
  }

  /** Creates the exception with a cause. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
