package io.journeystats.clickhouse;

/**
 * ClickHouse could not be reached or could not finish: answered as 503 with {@code Retry-After};
 * retrying is safe.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception from what the driver threw. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
