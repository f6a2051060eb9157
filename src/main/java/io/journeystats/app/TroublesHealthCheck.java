package io.journeystats.app;

import com.codahale.metrics.health.HealthCheck;
import java.util.List;
import java.util.function.Supplier;

/** The health check of a component that reports its own problems. */
final class TroublesHealthCheck extends HealthCheck {
  private final Supplier<List<String>> troubles;

  /**
   * Creates the check.
   *
   * @param troubles returns the problems as sentences; empty if there are none
   */
  TroublesHealthCheck(Supplier<List<String>> troubles) {
    this.troubles = troubles;
  }

  @Override
  protected Result check() {
    List<String> found = troubles.get();
    return found.isEmpty()
        ? Result.healthy()
        : Result.builder().unhealthy().withMessage(String.join(" ", found)).build();
  }
}
