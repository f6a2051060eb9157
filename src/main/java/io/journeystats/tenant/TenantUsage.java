package io.journeystats.tenant;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a tenant and their use.
 *
 * @param limits the limits
 * @param eventsByDay the number of recently accepted events per day
 * @param storedBytes the approximate size of the tenant's events in bytes
 */
public record TenantUsage(
    List<Entry> limits,
    @Schema(
            description =
                "The stored events per UTC day of acceptance in the last 31 days, latest first."
                    + " Days without events are omitted.")
        List<Day> eventsByDay,
    @Schema(
            description =
                "The approximate size on disk of the tenant's events and all derived data, in"
                    + " bytes.")
        long storedBytes) {
  /** The number of days in {@link #eventsByDay}. */
  public static final int DAYS = 31;

  /**
   * The use of one limit.
   *
   * @param limit the limit
   * @param maximum the maximum; null if there is none
   * @param used the amount in use; for revisions, those of the journey with the most
   */
  @Schema(name = "LimitUsage")
  public record Entry(
      Limit limit,
      @Nullable Long maximum,
      @Schema(description = "The amount in use; for `revisions`, of the journey with the most.")
          long used) {}

  /**
   * One day.
   *
   * @param day the UTC day
   * @param accepted the number of events accepted on that day
   */
  @Schema(name = "DayUsage")
  public record Day(LocalDate day, long accepted) {}
}
