package io.journeystats.dashboard;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.dropwizard.auth.Auth;
import io.journeystats.journey.Channel;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.HealthMetrics;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Campaign health dashboard: the journey at a glance. */
@Path("/api/v1/journeys/{journey}/stats/health")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
public final class HealthResource {
  private static final List<Metric> SENT =
      Arrays.stream(Channel.values()).map(HealthMetrics::messagesSent).toList();
  private static final List<Metric> DROP_OFFS =
      List.of(AudienceMetrics.INTERNAL_ERRORS, AudienceMetrics.SENDING_ERRORS);

  private final JourneyDesk desk;

  /** Serves from the desk. */
  public HealthResource(JourneyDesk desk) {
    this.desk = desk;
  }

  /** The key figures of the period and the four charts. */
  @GET
  public Health health(
      @Auth Caller caller,
      @PathParam("journey") String journey,
      @BeanParam StatisticsParameters parameters,
      @QueryParam("interval") @DefaultValue("day") String interval) {
    JourneyStatistics statistics = desk.open(caller.tenant(), journey, parameters);
    List<Metric> goals =
        statistics.journey().goals().stream().map(HealthMetrics::goalAchieved).toList();
    List<Metric> charted =
        Stream.of(List.of(AudienceMetrics.ENTRANCES), SENT, DROP_OFFS, goals)
            .flatMap(Collection::stream)
            .toList();
    Chart chart = statistics.chart(HealthMetrics.ALL, Intervals.parse(interval), charted);
    return new Health(
        statistics.period(),
        Figures.of(chart.total(), HealthMetrics.ALL),
        chart.points().stream().map(point -> point(point, goals)).toList());
  }

  private static Map<String, @Nullable Object> point(Point point, List<Metric> goals) {
    Map<String, @Nullable Object> figures =
        new LinkedHashMap<>(point.with(List.of(AudienceMetrics.ENTRANCES)));
    figures.put(HealthMetrics.MESSAGES_SENT.key(), Figures.of(point.values(), SENT));
    figures.put(AudienceMetrics.DROP_OFFS.key(), Figures.of(point.values(), DROP_OFFS));
    figures.put("goals_achieved", Figures.of(point.values(), goals));
    return figures;
  }

  /** The answer. */
  public record Health(
      ResolvedPeriod period,
      @JsonAnyGetter Map<String, @Nullable Number> figures,
      List<Map<String, @Nullable Object>> series) {}
}
