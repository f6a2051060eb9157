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
 * Waits until something holds. Pauses grow, so that a short wait ends at once and a long one leaves
 * the processors to what it waits for.
 */
public final class Waiting {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);

  /** The store deletes the files of replaced parts after eight minutes; what takes longer hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(12);

  private Waiting() {}

  /**
   * Waits until the condition holds.
   *
   * @throws org.awaitility.core.ConditionTimeoutException where it does not within minutes
   */
  public static void until(Callable<Boolean> condition) {
    patience().until(condition);
  }

  /**
   * Waits until the condition holds for what is asked for again and again.
   *
   * @return that for which it holds
   * @throws org.awaitility.core.ConditionTimeoutException where it does not within minutes
   */
  public static <T> T until(Callable<T> question, Predicate<T> condition) {
    return patience().until(question, condition);
  }

  private static ConditionFactory patience() {
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
