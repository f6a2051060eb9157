package io.journeystats.clickhouse;

import java.util.Optional;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Turns what jOOQ throws when ClickHouse is unavailable into {@link StoreUnavailableException}, and
 * notes whether ClickHouse is there.
 */
final class FailureTranslation implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  private static final String BEGUN = "journey-stats-begun";

  private final transient Optional<StoreCircuitBreaker> outage;

  FailureTranslation(Optional<StoreCircuitBreaker> outage) {
    this.outage = outage;
  }

  @Override
  public void start(ExecuteContext context) {
    outage.ifPresent(found -> context.data(BEGUN, found.begin()));
  }

  @Override
  public void executeEnd(ExecuteContext context) {
    outage.ifPresent(StoreCircuitBreaker::end);
  }

  @Override
  public void exception(ExecuteContext context) {
    var thrown = context.exception();
    if (thrown != null) {
      var translated = StoreFailure.translate(thrown);
      if (translated instanceof StoreUnavailableException unavailable
          && StoreFailure.isOfConnecting(thrown)) {
        outage.ifPresent(found -> found.note(unavailable, begun(context, found)));
      }
      context.exception(translated);
    }
  }

  private static long begun(ExecuteContext context, StoreCircuitBreaker outage) {
    return context.data(BEGUN) instanceof Long begun ? begun : outage.begin();
  }
}
