package io.journeystats.app;

import com.codahale.metrics.health.HealthCheck;
import java.util.List;
import java.util.function.Supplier;

/** Tells what a part of the service says of its own troubles. */
final class TroublesHealthCheck extends HealthCheck {
  private final Supplier<List<String>> troubles;

  /**
   * A check of a part of the service.
   *
   * @param troubles what is wrong with it, in sentences; empty where nothing is
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
