package io.journeystats.dashboard;

import static io.journeystats.metric.MetricSet.JOURNEY_LIST;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
import io.journeystats.journey.JourneyStatus;
import io.journeystats.journey.JourneyType;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.metric.OfMetrics;
import io.journeystats.stats.Breakdown;
import io.journeystats.stats.Statistics;
import io.journeystats.stats.StatsQuery;
import io.journeystats.stats.TimeRange;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The journeys list: every journey with its headline numbers. */
@Path("/api/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Journeys")
public final class JourneyListResource {
  /** What a row takes, in numbers. */
  private static final int NUMBERS_OF_JOURNEY = 8;

  private final JourneyDesk desk;

  /** Serves from the desk. */
  public JourneyListResource(JourneyDesk desk) {
    this.desk = desk;
  }

  /** A page of the tenant's journeys. */
  @GET
  @Operation(
      operationId = "listJourneys",
      summary = "The tenant's journeys with their headline numbers")
  public JourneyList list(
      @Auth Caller caller,
      @BeanParam Visitor visitor,
      @BeanParam JourneyFilter filter,
      @BeanParam PageParameters paging) {
    Tenant tenant = caller.tenant();
    int rows = paging.rows();
    List<Journey> found = filter.select(desk.journeys().all(tenant.id()), paging.after(2));
    List<Journey> page = found.stream().limit(rows).toList();
    Statistics statistics = desk.statistics(visitor);
    desk.room(tenant.id(), visitor).take((long) NUMBERS_OF_JOURNEY * page.size());
    return new JourneyList(
        page.stream().map(journey -> row(tenant, journey, statistics)).toList(),
        found.size() > rows ? Cursor.after(filter.key(page.getLast())) : null);
  }

  private static JourneyRow row(Tenant tenant, Journey journey, Statistics statistics) {
    List<Metric> metrics =
        List.of(
            AudienceMetrics.ENTRANCES,
            AudienceMetrics.IN_JOURNEY_NOW,
            GoalMetrics.goalsReached(journey.goals()));
    var numbers =
        statistics.answer(
            StatsQuery.Numbers.of(
                tenant.id(), journey.id(), TimeRange.UNBOUNDED, new Breakdown.None(), metrics));
    return JourneyRow.of(journey, Figures.of(numbers.whole(), metrics));
  }

  /** A page of the list. */
  public record JourneyList(
      List<JourneyRow> journeys,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /** One journey of the list. */
  public record JourneyRow(
      JourneyId id,
      String title,
      @Nullable String category,
      JourneyType type,
      JourneyStatus status,
      Instant createdAt,
      @Nullable Instant launchedAt,
      @Nullable Instant endedAt,
      @JsonAnyGetter @OfMetrics(JOURNEY_LIST) Map<String, @Nullable Number> figures) {

    static JourneyRow of(Journey journey, Map<String, @Nullable Number> figures) {
      return new JourneyRow(
          journey.id(),
          journey.title(),
          journey.category().orElse(null),
          journey.type(),
          journey.status(),
          journey.createdAt(),
          journey.launchedAt().orElse(null),
          journey.endedAt().orElse(null),
          figures);
    }
  }
}
