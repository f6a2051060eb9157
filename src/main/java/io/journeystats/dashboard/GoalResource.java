package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.GOAL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dropwizard.auth.Auth;
import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Goal;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.OfMetrics;
import io.journeystats.query.GoalAmounts;
import io.journeystats.query.GroupKey;
import io.journeystats.query.Interval;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one goal converts, and what that is worth, over time. */
@Path("/api/v1/journeys/{journey}/stats/goals/{goal}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class GoalResource {
  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public GoalResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** The goal's numbers and their series. */
  @GET
  @Operation(
      operationId = "getGoal",
      summary = "How a goal converts, and what it is worth, over time")
  public GoalFigures goal(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("goal") String goalId,
      @BeanParam StatisticsParameters parameters,
      @BeanParam SeriesInterval interval) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    Goal goal =
        statistics
            .journey()
            .goal(goalId)
            .orElseThrow(() -> new NotFoundException("The journey has no goal with this id."));
    GoalMetrics metrics = GoalMetrics.of(goal);
    List<Metric> charted = List.of(metrics.count(), metrics.conversions());
    JourneyStatistics.ValuedChart valued =
        statistics.valuedChart(
            Stream.concat(Stream.of(AudienceMetrics.ENTRANCES), metrics.all().stream()).toList(),
            interval.resolve(),
            charted,
            List.of(goal));
    Chart chart = valued.chart();
    return new GoalFigures(
        statistics.period(),
        goal.id(),
        goal.name(),
        goal.conditions().map(ConditionsView::of).orElse(null),
        goal.conversionPeriodDays(),
        chart.total().of(metrics.count()),
        chart.total().of(metrics.conversionRate()),
        chart.total().of(metrics.conversions()),
        PerformanceResource.values(goal, valued.total(), chart.total()),
        interval.chosen(chart),
        chart.points().stream()
            .map(point -> point(point, goal, metrics, valued.byBucket()))
            .toList());
  }

  private static GoalPoint point(Point point, Goal goal, GoalMetrics metrics, GoalAmounts amounts) {
    return new GoalPoint(
        point.time(),
        point.values().of(metrics.count()),
        point.values().of(metrics.conversions()),
        amounts.of(new GroupKey.Bucket(point.start().toInstant()), goal.id()).stream()
            .map(amount ->
                new PointValue(amount.currency().orElse(null), GoalWorth.written(amount.value())))
            .toList());
  }

  /** The answer. */
  @Schema(name = "GoalFigures")
  public record GoalFigures(
      ResolvedPeriod period,
      String id,
      String name,
      @Nullable ConditionsView conditions,
      int conversionPeriodDays,
      @OfMetrics(GOAL) @Nullable Number count,
      @OfMetrics(GOAL) @Nullable Number conversionRate,
      @OfMetrics(GOAL) @Nullable Number conversions,
      List<GoalWorth> values,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The interval of the series, which the service chose for `auto`.")
          @Nullable Interval interval,
      List<GoalPoint> series) {}

  /** One point of the series. */
  public record GoalPoint(
      @Schema(description = Point.TIME_MEANING) String time,
      @OfMetrics(GOAL) @Nullable Number count,
      @OfMetrics(GOAL) @Nullable Number conversions,
      List<PointValue> values) {}

  /** A sum in one currency. */
  @Schema(name = "GoalPointValue")
  public record PointValue(@Nullable String currency, String value) {}
}
