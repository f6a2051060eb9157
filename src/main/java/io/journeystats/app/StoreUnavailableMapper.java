package io.journeystats.app;

import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.http.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mapper of the exception for an unavailable store to 503 with {@code Retry-After}. It is here
 * because the package {@code http} does not depend on ClickHouse.
 */
final class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {
  private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableMapper.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  @Override
  public Response toResponse(StoreUnavailableException failure) {
    // The cause repeats with every request during an outage; DEBUG has the stack trace.
    LOG.warn("The store is unavailable: {}", failure.getMessage());
    LOG.debug("The store is unavailable", failure);
    return Problem.of(503, failure.getMessage() + "; try again, which is safe.")
        .answer()
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
