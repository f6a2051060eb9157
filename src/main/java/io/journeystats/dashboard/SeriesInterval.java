package io.journeystats.dashboard;

import static java.util.Objects.requireNonNullElse;

import io.journeystats.http.InvalidInputException;
import io.journeystats.stats.Interval;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The interval of a series as a parameter. */
public final class SeriesInterval {
  private static final String DEFAULT = "day";

  @QueryParam("interval")
  @Parameter(
      description = "How long a bucket of the series is, by the calendar of the zone.",
      schema =
          @Schema(
              allowableValues = {"hour", "day", "week", "month"},
              defaultValue = DEFAULT))
  private @Nullable String interval;

  /**
   * The interval that is meant.
   *
   * @throws InvalidInputException where there is none of that name
   */
  Interval resolve() {
    return Interval.find(requireNonNullElse(interval, DEFAULT))
        .orElseThrow(
            () -> new InvalidInputException("interval", "must be hour, day, week or month"));
  }
}
