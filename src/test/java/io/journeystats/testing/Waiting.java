package io.journeystats.testing;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.pollinterval.IterativePollInterval;

/**
 * A helper that waits for conditions. Its pauses grow, so that a short wait ends quickly and a long
 * one takes little processor time.
 */
public final class Waiting {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

  /** The store deletes the files of replaced parts after eight minutes; a longer wait is a hang. */
  private static final Duration LIMIT = Duration.ofMinutes(12);

  private Waiting() {}

  /**
   * Waits until a condition holds.
   *
   * @throws org.awaitility.core.ConditionTimeoutException if it does not hold within minutes
   */
  public static void until(Callable<Boolean> condition) {
    awaiting().until(condition);
  }

  /**
   * Polls a value until a condition holds for it.
   *
   * @return the value
   * @throws org.awaitility.core.ConditionTimeoutException if it does not hold within minutes
   */
  public static <T> T until(Callable<T> value, Predicate<T> condition) {
    return awaiting().until(value, condition);
  }

  private static ConditionFactory awaiting() {
    return Awaitility.with()
        .pollInSameThread()
        .dontCatchUncaughtExceptions()
        .pollDelay(Duration.ZERO)
        .pollInterval(IterativePollInterval.iterative(Waiting::next, FIRST_PAUSE))
        .await()
        .atMost(LIMIT);
  }

  private static Duration next(Duration pause) {
    return Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
  }
}
