package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.AUDIENCE;
import static io.journeystats.metric.MetricSet.CHANNEL;
import static io.journeystats.metric.MetricSet.HEALTH;
import static io.journeystats.metric.MetricSet.PERFORMANCE;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.dropwizard.auth.Auth;
import io.journeystats.dashboard.AudienceResource.Audience;
import io.journeystats.dashboard.HealthResource.Health;
import io.journeystats.dashboard.PerformanceResource.GoalPerformance;
import io.journeystats.dashboard.PerformanceResource.Performance;
import io.journeystats.journey.Channel;
import io.journeystats.metric.ChannelMetrics;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Overview: the four dashboards of a journey at once, of one moment. */
@Path("/api/v1/journeys/{journey}/stats/overview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Statistics")
public final class OverviewResource {
  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public OverviewResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** All parts, or none. */
  @GET
  @Operation(
      operationId = "getOverview",
      summary = "Performance, audience, health and the channels at once",
      description =
          "The same as `stats/performance`, `stats/audience`, `stats/health` and the metrics of"
              + " `stats/channels/{channel}` for each channel in `stats/channels`, all of one"
              + " moment. If one part cannot be answered, none is.")
  public Overview overview(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters,
      @BeanParam SeriesInterval interval) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    return statistics.ofBuckets(
        interval.resolve(),
        HealthResource.size(statistics),
        buckets -> query(statistics, interval, buckets));
  }

  private static JointQuery<Overview> query(
      JourneyStatistics statistics, SeriesInterval interval, Optional<TimeBuckets> buckets) {
    JointQuery<Users> users =
        PerformanceResource.query(statistics).with(AudienceResource.query(statistics), Users::new);
    JointQuery<Messages> messages =
        channels(statistics)
            .with(HealthResource.query(statistics, interval, buckets), Messages::new);
    return users.with(messages, (both, others) -> Overview.of(statistics.period(), both, others));
  }

  /** What is of users. */
  private record Users(Performance performance, Audience audience) {}

  /** What is of messages. */
  private record Messages(List<ChannelSummary> channels, Health health) {}

  /** Asks for all channels, as those with events are not known before. */
  private static JointQuery<List<ChannelSummary>> channels(JourneyStatistics statistics) {
    return ChannelTables.channels(statistics)
        .with(
            JointQuery.all(
                Arrays.stream(Channel.values())
                    .map(channel -> ChannelSummary.query(statistics, channel))
                    .toList()),
            (shown, all) -> all.stream().filter(one -> shown.contains(one.channel())).toList());
  }

  /** The answer. */
  public record Overview(
      ResolvedPeriod period,
      OverviewPerformance performance,
      OverviewAudience audience,
      @Schema(description = "The channels of `stats/channels`, in display order.")
          List<ChannelSummary> channels,
      OverviewHealth health) {
    private static Overview of(ResolvedPeriod period, Users users, Messages messages) {
      Performance performance = users.performance();
      Health health = messages.health();
      return new Overview(
          period,
          new OverviewPerformance(performance.entrances(), performance.goals()),
          new OverviewAudience(users.audience().figures()),
          messages.channels(),
          new OverviewHealth(health.figures(), health.interval(), health.series()));
    }
  }

  /** The goals against the entrances of the same period, as `stats/performance` has them. */
  public record OverviewPerformance(
      @OfMetrics(PERFORMANCE) @Nullable Number entrances, List<GoalPerformance> goals) {}

  /** The key figures of `stats/audience`. */
  public record OverviewAudience(
      @JsonAnyGetter @OfMetrics(AUDIENCE) Map<String, @Nullable Number> figures) {}

  /** The metrics of a channel, without their series. */
  public record ChannelSummary(
      Channel channel, @OfMetrics(CHANNEL) Map<String, @Nullable Number> metrics) {
    static JointQuery<ChannelSummary> query(JourneyStatistics statistics, Channel channel) {
      return statistics
          .total(ChannelMetrics.of(channel))
          .map(values ->
              new ChannelSummary(channel, MetricValues.of(values, ChannelMetrics.of(channel))));
    }
  }

  /** The key figures and the charts of `stats/health`. */
  public record OverviewHealth(
      @JsonAnyGetter @OfMetrics(HEALTH) Map<String, @Nullable Number> figures,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The interval of the series, which the service chose for `auto`.")
          @Nullable Interval interval,
      List<HealthPoint> series) {}
}
