package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.GOAL;
import static io.journeystats.metric.MetricSet.PERFORMANCE;

import io.dropwizard.auth.Auth;
import io.journeystats.journey.Goal;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.OfMetrics;
import io.journeystats.metric.Values;
import io.journeystats.query.GoalAmounts;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Performance dashboard: how each goal converts. */
@Path("/api/v1/journeys/{journey}/stats/performance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics", description = "What the events say of a journey.")
public final class PerformanceResource {
  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public PerformanceResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** How each goal converts in the period. */
  @GET
  @Operation(operationId = "getPerformance", summary = "How each goal converts")
  public Performance performance(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters) {
    return performance(factory.open(caller.tenant(), journey, parameters));
  }

  static Performance performance(JourneyStatistics statistics) {
    return statistics.answer(query(statistics));
  }

  /** What the answer is made of. */
  static JointQuery<Performance> query(JourneyStatistics statistics) {
    List<Goal> goals = statistics.journey().goals();
    List<Metric> metrics = new ArrayList<>(List.of(AudienceMetrics.ENTRANCES));
    goals.forEach(goal -> metrics.addAll(GoalMetrics.of(goal).all()));
    return statistics
        .total(metrics)
        .with(
            statistics.amounts(goals),
            (values, amounts) ->
                new Performance(
                    statistics.period(),
                    values.of(AudienceMetrics.ENTRANCES),
                    goals.stream().map(goal -> performance(goal, values, amounts)).toList()));
  }

  /** What the conversions of a goal are worth, against the entrances. */
  static List<GoalWorth> values(Goal goal, GoalAmounts amounts, Values values) {
    return amounts.of(new GroupKey.Whole(), goal.id()).stream()
        .map(amount -> GoalWorth.of(amount, values.of(AudienceMetrics.ENTRANCES)))
        .toList();
  }

  private static GoalPerformance performance(Goal goal, Values values, GoalAmounts amounts) {
    GoalMetrics metrics = GoalMetrics.of(goal);
    return new GoalPerformance(
        goal.id(),
        goal.name(),
        goal.conditions().map(ConditionsView::of).orElse(null),
        goal.conversionPeriodDays(),
        values.of(metrics.count()),
        values.of(metrics.conversionRate()),
        values.of(metrics.conversions()),
        values(goal, amounts, values));
  }

  /** The answer: the goals against the entrances of the same period. */
  public record Performance(
      ResolvedPeriod period,
      @OfMetrics(PERFORMANCE) @Nullable Number entrances,
      List<GoalPerformance> goals) {}

  /** One goal of the answer. */
  public record GoalPerformance(
      String id,
      String name,
      @Nullable ConditionsView conditions,
      int conversionPeriodDays,
      @OfMetrics(GOAL) @Nullable Number count,
      @OfMetrics(GOAL) @Nullable Number conversionRate,
      @OfMetrics(GOAL) @Nullable Number conversions,
      @Schema(description = "What they are worth, the largest sum first; none without a value.")
          List<GoalWorth> values) {}
}
