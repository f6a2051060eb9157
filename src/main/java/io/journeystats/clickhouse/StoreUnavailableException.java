package io.journeystats.clickhouse;

/**
 * Thrown if ClickHouse cannot be reached or cannot execute a statement; reported as 503 with {@code
 * Retry-After}. Retrying is safe.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StoreFailure failure;

  /** Creates the exception from one of the driver's. */
  public StoreUnavailableException(StoreFailure failure, Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  /** Returns the reason. */
  public StoreFailure failure() {
    return failure;
  }
}
