package io.journeystats.dashboard;

import static java.util.Objects.requireNonNullElse;

import io.journeystats.http.InvalidInputException;
import io.journeystats.query.Interval;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The interval of a series as a parameter. */
public final class SeriesInterval {
  private static final String DEFAULT = "day";
  private static final String AUTO = "auto";

  @QueryParam("interval")
  @Parameter(
      description =
          "How long a bucket of the series is, by the calendar of the zone; auto is the shortest of"
              + " which there are at most 400, or month.",
      schema =
          @Schema(
              allowableValues = {"hour", "day", "week", "month", AUTO},
              defaultValue = DEFAULT))
  private @Nullable String interval;

  /** What the answer says of a chart's interval: which the service has chosen, where it did. */
  @Nullable Interval chosen(Chart chart) {
    return chosen(chart.interval());
  }

  /** The same of any series. */
  @Nullable Interval chosen(Interval ofSeries) {
    return Objects.equals(interval, AUTO) ? ofSeries : null;
  }

  /**
   * The interval that is meant; empty where the service is to choose it.
   *
   * @throws InvalidInputException where there is none of that name
   */
  Optional<Interval> resolve() {
    String key = requireNonNullElse(interval, DEFAULT);
    return Optional.of(key)
        .filter(given -> !given.equals(AUTO))
        .map(given ->
            Interval.find(given)
                .orElseThrow(() ->
                    new InvalidInputException(
                        "interval", "must be hour, day, week, month or auto")));
  }
}
