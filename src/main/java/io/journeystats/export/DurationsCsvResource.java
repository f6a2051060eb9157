package io.journeystats.export;

import io.dropwizard.auth.Auth;
import io.journeystats.audit.AuditKind;
import io.journeystats.audit.Audited;
import io.journeystats.dashboard.DurationParameters;
import io.journeystats.dashboard.SeriesInterval;
import io.journeystats.http.InvalidInputException;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long things take, as a file. */
@Path("/api/v1/journeys/{journey}/stats/durations.csv")
@Produces("text/csv")
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Files")
public final class DurationsCsvResource {
  private static final String HISTOGRAM = "histogram";
  private static final String SERIES = "series";

  private final CsvDesk desk;

  /** Serves from the desk. */
  public DurationsCsvResource(CsvDesk desk) {
    this.desk = desk;
  }

  /** How long something takes: its histogram or its series. */
  @GET
  @CsvAnswer
  @Audited(AuditKind.FILE_DOWNLOADED)
  @Operation(
      operationId = "getDurationsFile",
      summary = "How long something takes, as a file",
      description = "The histogram, or the series of medians and 95th percentiles.")
  public Response durations(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam CsvParameters parameters,
      @BeanParam DurationParameters duration,
      @BeanParam SeriesInterval interval,
      @QueryParam("table")
          @Parameter(
              description = "Which of the two tables.",
              schema =
                  @Schema(
                      allowableValues = {HISTOGRAM, SERIES},
                      defaultValue = HISTOGRAM))
          @Nullable String table) {
    boolean isSeries = Objects.equals(table, SERIES);
    if (table != null && !isSeries && !table.equals(HISTOGRAM)) {
      throw new InvalidInputException("table", "must be histogram or series");
    }
    return desk.answer(
        caller,
        journey,
        parameters,
        tables ->
            isSeries
                ? tables.durationSeries(duration, interval)
                : tables.durationHistogram(duration, interval));
  }
}
