package io.journeystats.dashboard;

import io.journeystats.http.InvalidInputException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The parameters that every statistic takes: which time, in whose calendar, and who asks. */
public final class StatisticsParameters {
  @QueryParam("period")
  @Parameter(
      description =
          "The time asked about, in calendar days of the zone; `7d` and `30d` end with today.",
      schema =
          @Schema(
              allowableValues = {"all", "today", "yesterday", "7d", "30d", "custom"},
              defaultValue = "all"))
  private @Nullable String period;

  @QueryParam("from")
  @Parameter(
      description = "The first day of `period=custom`, which is meant where a day is given.",
      schema = @Schema(format = "date"))
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "The last day of `period=custom`, included.",
      schema = @Schema(format = "date"))
  private @Nullable String to;

  @QueryParam("tz")
  @Parameter(
      description = "The zone of calendar days, by its IANA name; the tenant's unless given.",
      example = "Europe/Berlin")
  private @Nullable String tz;

  @QueryParam("preceding")
  @Parameter(
      description =
          "Whether the period of as many days right before is asked about instead, to compare with;"
              + " `period=all` has none.",
      schema = @Schema(type = "boolean"))
  private @Nullable String preceding;

  private final HttpQueryCaller visitor;

  /** The parameters of a visitor's request. */
  public StatisticsParameters(@BeanParam HttpQueryCaller visitor) {
    this.visitor = visitor;
  }

  /** Who asks. */
  public HttpQueryCaller visitor() {
    return visitor;
  }

  /**
   * The time that is meant.
   *
   * @param defaultZone the zone where none is named
   * @param now the moment of the request
   * @throws InvalidInputException naming every parameter that cannot be understood
   */
  ResolvedPeriod resolve(ZoneId defaultZone, Instant now) {
    return new PeriodRequest(period, from, to, tz, preceding).resolve(defaultZone, now);
  }
}
