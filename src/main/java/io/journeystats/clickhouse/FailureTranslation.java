package io.journeystats.clickhouse;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Turns what jOOQ throws when ClickHouse is unavailable into {@link StoreUnavailableException}. */
final class FailureTranslation implements ExecuteListener {
  private static final long serialVersionUID = 1L;

  @Override
  public void exception(ExecuteContext context) {
    var thrown = context.exception();
    if (thrown != null) {
      context.exception(StoreFailure.translate(thrown));
    }
  }
}
