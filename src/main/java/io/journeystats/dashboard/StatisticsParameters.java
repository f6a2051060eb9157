package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parameters of every statistic: the period, its time zone, and the caller. */
public final class StatisticsParameters {
  @QueryParam("period")
  @Parameter(
      description = "The period, in calendar days of the time zone; `7d` and `30d` end with today.",
      schema =
          @Schema(
              allowableValues = {"all", "today", "yesterday", "7d", "30d", "custom"},
              defaultValue = "all"))
  private @Nullable String period;

  @QueryParam("from")
  @Parameter(
      description =
          "The first day of `period=custom`, the default period if `from` or `to` is given.",
      schema = @Schema(format = "date"))
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "The last day of `period=custom`, included.",
      schema = @Schema(format = "date"))
  private @Nullable String to;

  @QueryParam("tz")
  @Parameter(
      description = "The time zone of calendar days, by its IANA name; the tenant's by default.",
      example = "Europe/Berlin")
  private @Nullable String tz;

  @QueryParam("preceding")
  @Parameter(
      description =
          "Whether to return the preceding period instead, for comparison: `true` for as many whole"
              + " days right before the period, `elapsed` for the same elapsed part of them. A"
              + " period that is still running is compared up to the time of its last day that the"
              + " clocks of the time zone show now; the answer's `period` has the instants."
              + " `period=all` has none.",
      schema =
          @Schema(
              types = {"boolean", "string"},
              allowableValues = {"true", "elapsed", "false"}))
  private @Nullable String preceding;

  private final HttpQueryCaller queryCaller;

  /** The parameters of a request. */
  public StatisticsParameters(@BeanParam HttpQueryCaller queryCaller) {
    this.queryCaller = queryCaller;
  }

  /** The caller. */
  public HttpQueryCaller queryCaller() {
    return queryCaller;
  }

  /**
   * The time that is meant.
   *
   * @param defaultZone the zone where none is named
   * @param now the moment of the request
   * @param elapsed up to when a running period has elapsed; asked for where that matters
   * @throws InvalidInputException naming every parameter that cannot be understood
   */
  ResolvedPeriod resolve(ZoneId defaultZone, Instant now, Supplier<Instant> elapsed) {
    return new PeriodRequest(period, from, to, tz, preceding).resolve(defaultZone, now, elapsed);
  }
}
