package io.journeystats.app;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import io.journeystats.erasure.ErasureSettings;
import jakarta.validation.constraints.Positive;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration section {@code erasure}: how users are erased.
 *
 * @param lease how long an instance may insert and answer without reading the erasure log
 * @param mostUsers the maximum number of erased users; by default as many as fit into an eighth of
 *     the heap
 * @param patience how long a request waits for its erasure
 * @param removal how long after an erasure its bytes are removed from the disk
 */
record ErasureConfiguration(
    @Nullable @MinDuration(value = 1, unit = TimeUnit.MILLISECONDS) Duration lease,
    @Nullable @Positive Long mostUsers,
    @Nullable Duration patience,
    @Nullable Duration removal) {
  /** The inverse of the share of the heap that erased users may take. */
  private static final int HEAP_PART = 8;

  static ErasureConfiguration defaults() {
    return new ErasureConfiguration(null, null, null, null);
  }

  /**
   * Returns the settings of erasures.
   *
   * @param isAlone whether no other instance uses the store
   */
  ErasureSettings settings(boolean isAlone) {
    long heap = Runtime.getRuntime().maxMemory();
    return new ErasureSettings(
        requireNonNullElseGet(lease, () -> Duration.seconds(1)).toJavaDuration(),
        isAlone,
        requireNonNullElse(mostUsers, heap / HEAP_PART / ErasureSettings.USER_BYTES),
        requireNonNullElseGet(patience, () -> Duration.seconds(30)).toJavaDuration(),
        requireNonNullElseGet(removal, () -> Duration.hours(6)).toJavaDuration());
  }
}
