package io.journeystats.tenant;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a tenant may have, and has.
 *
 * @param limits each limit
 * @param eventsByDay how many events were accepted lately
 * @param storedBytes about how many bytes its events take
 */
public record TenantUsage(
    List<Entry> limits,
    @Schema(
            description =
                "The stored events by the day (UTC) on which they were accepted, the latest first:"
                    + " the last 31 days, those without events left out.")
        List<Day> eventsByDay,
    @Schema(
            description =
                "About how many bytes the tenant's events take on the disk, with all that is"
                    + " derived from them.")
        long storedBytes) {
  /** How many days are shown. */
  public static final int DAYS = 31;

  /**
   * One limit.
   *
   * @param limit of what
   * @param maximum how much is allowed; null where there is no limit
   * @param used how much there is; of revisions, those of the journey that has most
   */
  @Schema(name = "LimitUsage")
  public record Entry(
      Limit limit,
      @Nullable Long maximum,
      @Schema(description = "Of `revisions`, those of the journey that has most.") long used) {}

  /**
   * One day.
   *
   * @param day in UTC
   * @param accepted how many events were accepted on it
   */
  @Schema(name = "DayUsage")
  public record Day(LocalDate day, long accepted) {}
}
