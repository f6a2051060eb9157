package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.CHANNEL;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.InvalidInputException;
import io.journeystats.http.NotFoundException;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.metric.ChannelMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.OfMetrics;
import io.journeystats.query.Interval;
import io.journeystats.query.LinkOrder;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Statistics")
public final class CommunicationsResource {
  private final JourneyStatisticsFactory factory;

  /** Creates the resource. */
  public CommunicationsResource(JourneyStatisticsFactory factory) {
    this.factory = factory;
  }

  /** The channels that the journey has message steps for, or events in. */
  @GET
  @Operation(
      operationId = "getChannels",
      summary = "The channels that the journey has message steps for, or events in")
  public Channels channels(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters) {
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    return new Channels(statistics.period(), statistics.answer(ChannelTables.channels(statistics)));
  }

  /** The channel's metrics and its chart. */
  @GET
  @Path("{channel}")
  @Operation(operationId = "getChannel", summary = "A channel's metrics and its chart")
  public ChannelFigures channel(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam StatisticsParameters parameters,
      @BeanParam SeriesInterval interval) {
    Channel channel = channel(channelKey);
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    List<Metric> metrics = ChannelMetrics.of(channel);
    List<Metric> counts = ChannelMetrics.countsOf(channel);
    Chart chart =
        statistics.ofBuckets(
            interval.resolve(),
            JourneyStatistics.SeriesSize.ofChart(counts.size()),
            buckets -> statistics.chart(metrics, buckets, counts));
    return new ChannelFigures(
        statistics.period(),
        channel,
        MetricValues.of(chart.total(), metrics),
        interval.chosen(chart),
        chart.points().stream()
            .map(point -> new ChannelPoint(point.time(), MetricValues.of(point.values(), counts)))
            .toList());
  }

  /** The channel's messages, one row per step. */
  @GET
  @Path("{channel}/messages")
  @Operation(operationId = "getMessages", summary = "A channel's messages, one row per step")
  public Messages messages(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam StatisticsParameters parameters,
      @QueryParam("goal")
          @Parameter(
              description =
                  "The id of the goal to measure conversions of; without one they are null.")
          @Nullable String goalId,
      @BeanParam AttributionParameters attribution) {
    Channel channel = channel(channelKey);
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    Optional<Goal> goal = Optional.ofNullable(goalId).map(id -> goal(statistics, id));
    ChannelTables.MessageTable table =
        ChannelTables.messages(
            statistics, channel, goal, attribution.resolve(statistics.journey(), goal));
    return new Messages(statistics.period(), channel, goalId, table.attribution(), table.rows());
  }

  /** The links of a message. */
  @GET
  @Path("{channel}/messages/{step}/links")
  @Operation(
      operationId = "getLinks",
      summary = "How often each link of a message was clicked",
      description =
          "The clicks of the links and `other_clicks` are all clicks of the message in the period."
              + " `GET …/stats/users` lists the users behind the `clicked_users` of a link.")
  public LinkTables.Links links(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @PathParam("step") String step,
      @BeanParam StatisticsParameters parameters,
      @QueryParam("limit")
          @DefaultValue("100")
          @Parameter(
              description = "How many links the answer may have.",
              schema =
                  @Schema(
                      type = "integer",
                      minimum = "1",
                      maximum = "" + Cursor.MAXIMUM_LIMIT,
                      defaultValue = "100"))
          String limit,
      @QueryParam("sort")
          @Parameter(
              description =
                  "The column to order by, with `-` before it for the largest first; links that are"
                      + " the same there are ordered by their address.",
              schema =
                  @Schema(
                      allowableValues = {
                        "clicks",
                        "-clicks",
                        "clicked_users",
                        "-clicked_users",
                        "link_url",
                        "-link_url"
                      },
                      defaultValue = "-clicks"))
          @Nullable String sort) {
    Channel channel = channel(channelKey);
    int rows = Cursor.limit(limit);
    LinkOrder order = LinkTables.order(sort);
    JourneyStatistics statistics = factory.open(caller.tenant(), journey, parameters);
    var _ = ChannelTables.messageName(statistics, channel, step);
    return LinkTables.links(statistics, channel, step, order, rows);
  }

  /** What went wrong in the channel, by reason. */
  @GET
  @Path("{channel}/delivery-issues")
  @Operation(operationId = "getDeliveryIssues", summary = "What went wrong in a channel, by reason")
  public DeliveryIssues deliveryIssues(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @PathParam("channel") String channelKey,
      @BeanParam StatisticsParameters parameters) {
    Channel channel = channel(channelKey);
    return DeliveryIssues.of(factory.open(caller.tenant(), journey, parameters), channel);
  }

  /**
   * The channel of that name.
   *
   * @throws NotFoundException where there is none
   */
  public static Channel channel(String key) {
    return Channel.find(key)
        .orElseThrow(() ->
            new NotFoundException(
                "There is no such channel; there are push, in_app, email, sms and whatsapp."));
  }

  /**
   * The goal that a parameter names.
   *
   * @throws InvalidInputException where the journey has none of that id
   */
  public static Goal goal(JourneyStatistics statistics, String goalId) {
    return statistics
        .journey()
        .goal(goalId)
        .orElseThrow(
            () -> new InvalidInputException("goal", "must be the id of a goal of the journey"));
  }

  /** The channels of a journey. */
  @Schema(name = "JourneyChannels")
  public record Channels(ResolvedPeriod period, List<Channel> channels) {}

  /** A channel's numbers. */
  public record ChannelFigures(
      ResolvedPeriod period,
      Channel channel,
      @OfMetrics(CHANNEL) Map<String, @Nullable Number> metrics,
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Schema(description = "The interval of the series, which the service chose for `auto`.")
          @Nullable Interval interval,
      List<ChannelPoint> series) {}

  /** A channel's messages. */
  public record Messages(
      ResolvedPeriod period,
      Channel channel,
      @Nullable String goal,
      @Schema(
              description =
                  "How conversions of the goal are counted; null without one. With `last` and"
                      + " `first`, those of the messages, other_channels and unattributed add up to"
                      + " converted_users, which is the goal's count.")
          @Nullable AttributionView attribution,
      List<MessageRow> messages) {}
}
