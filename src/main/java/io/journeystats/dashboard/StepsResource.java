package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.metric.StepMetrics;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.GroupKey;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;

/** The journey as its steps: how many came to each, are there, and went. */
@Path("/api/v1/journeys/{journey}/stats/steps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class StepsResource {
  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public StepsResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** The steps in the order of the definition, then those that only events name. */
  @GET
  @Operation(
      operationId = "getSteps",
      summary = "How many came to each step, are there, and went",
      description =
          "In the order of the definition, then the steps that only events name. All who are in the"
              + " journey now are at one of the steps, or have not completed any.")
  public Steps steps(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    Answer answer = statistics.answer(statistics.by(new Breakdown.ByStep(), StepMetrics.ALL));
    return new Steps(
        statistics.period(),
        Objects.requireNonNull(answer.of(new GroupKey.Text("")).of(StepMetrics.IN_JOURNEY_NOW))
            .longValue(),
        StepRow.all(statistics.journey(), answer));
  }

  /** The steps of a journey. */
  @Schema(name = "JourneySteps")
  public record Steps(
      ResolvedPeriod period,
      @Schema(
              description =
                  "Users who are in the journey now and have not completed a step since they"
                      + " entered.")
          long atNoStepNow,
      List<StepRow> steps) {}
}
