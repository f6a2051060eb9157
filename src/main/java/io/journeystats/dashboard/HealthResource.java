package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.HEALTH;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.dropwizard.auth.Auth;
import io.journeystats.journey.Channel;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.HealthMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.OfMetrics;
import io.journeystats.query.Interval;
import io.journeystats.query.TimeBuckets;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Campaign health dashboard: the journey at a glance. */
@Path("/api/v1/journeys/{journey}/stats/health")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class HealthResource {
  private static final List<Metric> SENT =
      Arrays.stream(Channel.values()).map(HealthMetrics::messagesSent).toList();
  private static final List<Metric> DROPPED =
      List.of(AudienceMetrics.INTERNAL_ERRORS, AudienceMetrics.SENDING_ERRORS);

  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public HealthResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** The key figures of the period and the four charts. */
  @GET
  @Operation(operationId = "getHealth", summary = "The journey at a glance, with its charts")
  public Health health(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters,
      @BeanParam SeriesInterval interval) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    return statistics.ofBuckets(
        interval.resolve(), size(statistics), buckets -> query(statistics, interval, buckets));
  }

  /** The size of the charts. */
  static JourneyStatistics.SeriesSize size(JourneyStatistics statistics) {
    return JourneyStatistics.SeriesSize.ofChart(charted(statistics).size());
  }

  /**
   * What the answer is made of.
   *
   * @param buckets those of the charts; empty where there are none
   */
  static JointQuery<Health> query(
      JourneyStatistics statistics, SeriesInterval interval, Optional<TimeBuckets> buckets) {
    List<Metric> goals = goals(statistics);
    return statistics
        .chart(HealthMetrics.ALL, buckets, charted(statistics))
        .map(chart ->
            new Health(
                statistics.period(),
                MetricValues.of(chart.total(), HealthMetrics.ALL),
                interval.chosen(chart),
                chart.points().stream().map(point -> point(point, goals)).toList()));
  }

  private static List<Metric> goals(JourneyStatistics statistics) {
    return statistics.journey().goals().stream().map(HealthMetrics::goalAchieved).toList();
  }

  private static List<Metric> charted(JourneyStatistics statistics) {
    return Stream.of(List.of(AudienceMetrics.ENTRANCES), SENT, DROPPED, goals(statistics))
        .flatMap(Collection::stream)
        .toList();
  }

  private static HealthPoint point(Point point, List<Metric> goals) {
    return new HealthPoint(
        point.time(),
        point.values().of(AudienceMetrics.ENTRANCES),
        MetricValues.of(point.values(), SENT),
        MetricValues.of(point.values(), DROPPED),
        MetricValues.of(point.values(), goals));
  }

  /** The answer. */
  public record Health(
      ResolvedPeriod period,
      @JsonAnyGetter @OfMetrics(HEALTH) Map<String, @Nullable Number> figures,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The interval of the series, which the service chose for `auto`.")
          @Nullable Interval interval,
      List<HealthPoint> series) {}
}
