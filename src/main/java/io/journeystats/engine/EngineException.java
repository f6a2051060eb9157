package io.journeystats.engine;

/** The embedded ClickHouse cannot be started; the message is one sentence that says what to do. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception. */
  public EngineException(String message) {
    super(message);
  }

  /** Makes the exception from what went wrong underneath. */
  public EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
