package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Communications dashboard: how each channel and each message performs. */
@Path("/api/v1/journeys/{journey}/stats/channels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
public final class CommunicationsResource {
  private final JourneyDesk desk;

  /** Serves from the desk. */
  public CommunicationsResource(JourneyDesk desk) {
    this.desk = desk;
  }

  /** The channels that the journey has message steps for, or events in. */
  @GET
  public Channels channels(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters) {
    JourneyStatistics statistics = desk.open(caller.tenant(), journey, parameters);
    return new Channels(statistics.period(), ChannelTables.channels(statistics));
  }

  /** The channel's metrics and its chart. */
  @GET
  @Path("{channel}")
  public ChannelFigures channel(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam StatisticsParameters parameters,
      @QueryParam("interval") @DefaultValue("day") String interval) {
    Channel channel = channel(channelKey);
    JourneyStatistics statistics = desk.open(caller.tenant(), journey, parameters);
    List<Metric> metrics = ChannelMetrics.of(channel);
    List<Metric> counts = ChannelMetrics.countsOf(channel);
    Chart chart = statistics.chart(metrics, Intervals.parse(interval), counts);
    return new ChannelFigures(
        statistics.period(),
        channel,
        Figures.of(chart.total(), metrics),
        chart.points().stream().map(point -> point.with(counts)).toList());
  }

  /** The channel's messages, a row a step. */
  @GET
  @Path("{channel}/messages")
  public Messages messages(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam StatisticsParameters parameters,
      @QueryParam("goal") @Nullable String goalId) {
    Channel channel = channel(channelKey);
    JourneyStatistics statistics = desk.open(caller.tenant(), journey, parameters);
    Optional<Goal> goal = Optional.ofNullable(goalId).map(id -> goal(statistics, id));
    return new Messages(
        statistics.period(), channel, goalId, ChannelTables.messages(statistics, channel, goal));
  }

  /** What went wrong in the channel, by reason. */
  @GET
  @Path("{channel}/delivery-issues")
  public DeliveryIssues deliveryIssues(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam StatisticsParameters parameters) {
    Channel channel = channel(channelKey);
    return DeliveryIssues.of(desk.open(caller.tenant(), journey, parameters), channel);
  }

  private static Channel channel(String key) {
    return Channel.find(key)
        .orElseThrow(() ->
            new NotFoundException(
                "There is no such channel; there are push, in_app, email, sms and whatsapp."));
  }

  private static Goal goal(JourneyStatistics statistics, String goalId) {
    return statistics
        .journey()
        .goal(goalId)
        .orElseThrow(
            () -> new InvalidInputException("goal", "must be the id of a goal of the journey"));
  }

  /** The channels of a journey. */
  public record Channels(ResolvedPeriod period, List<Channel> channels) {}

  /** A channel's numbers. */
  public record ChannelFigures(
      ResolvedPeriod period,
      Channel channel,
      Map<String, @Nullable Number> metrics,
      List<Map<String, @Nullable Object>> series) {}

  /** A channel's messages. */
  public record Messages(
      ResolvedPeriod period,
      Channel channel,
      @Nullable String goal,
      List<Map<String, @Nullable Object>> messages) {}
}
