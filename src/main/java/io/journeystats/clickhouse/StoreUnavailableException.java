package io.journeystats.clickhouse;

/**
 * ClickHouse could not be reached or could not finish: answered as 503 with {@code Retry-After};
 * retrying is safe.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final StoreFailure failure;

  /** Makes the exception from what the driver threw. */
  public StoreUnavailableException(StoreFailure failure, Throwable cause) {
    super(failure.sentence(), cause);
    this.failure = failure;
  }

  /** What is the matter. */
  public StoreFailure failure() {
    return failure;
  }
}
