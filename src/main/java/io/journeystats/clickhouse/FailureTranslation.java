package io.journeystats.clickhouse;

import java.util.Optional;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * A jOOQ listener that translates failures of ClickHouse to {@link StoreUnavailableException} and
 * reports outages to the circuit breaker.
 */
final class FailureTranslation implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  private static final String BEGUN = "journey-stats-begun";

  private final transient Optional<StoreCircuitBreaker> circuitBreaker;

  FailureTranslation(Optional<StoreCircuitBreaker> circuitBreaker) {
    this.circuitBreaker = circuitBreaker;
  }

  @Override
  public void start(ExecuteContext context) {
    circuitBreaker.ifPresent(found -> context.data(BEGUN, found.begin()));
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    circuitBreaker.ifPresent(StoreCircuitBreaker::end);
  }

  @Override
  public void exception(ExecuteContext context) {
    var thrown = context.exception();
    if (thrown != null) {
      var translated = StoreFailure.translate(thrown);
      if (translated instanceof StoreUnavailableException unavailable
          && StoreFailure.isOfConnecting(thrown)) {
        circuitBreaker.ifPresent(found -> found.note(unavailable, begun(context, found)));
      }
      context.exception(translated);
    }
  }

  private static long begun(ExecuteContext context, StoreCircuitBreaker circuitBreaker) {
    return context.data(BEGUN) instanceof Long begun ? begun : circuitBreaker.begin();
  }
}
