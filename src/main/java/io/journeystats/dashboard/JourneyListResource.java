package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Journey;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.stats.Answer;
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
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
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
    Collection<Journey> all = desk.journeys().all(tenant.id());
    List<Journey> found = filter.select(all, paging.after(2));
    List<Journey> page = found.stream().limit(rows).toList();
    desk.room(tenant.id(), visitor).take((long) NUMBERS_OF_JOURNEY * page.size());
    return new JourneyList(
        rows(tenant, page, desk.statistics(visitor)),
        filter.count(all),
        found.size() > rows ? Cursor.after(filter.key(page.getLast())) : null);
  }

  /** The categories to filter by. */
  @GET
  @Path("/categories")
  @Operation(
      operationId = "listCategories",
      summary = "The categories that the tenant's journeys have, each once")
  public CategoryList categories(@Auth Caller caller) {
    return new CategoryList(
        desk.journeys().all(caller.tenant().id()).stream()
            .flatMap(journey -> journey.category().stream())
            .distinct()
            .sorted(ChannelTables.BY_CODE_POINT)
            .toList());
  }

  /** The rows of a page, whose numbers are asked for together. */
  private static List<JourneyRow> rows(Tenant tenant, List<Journey> page, Statistics statistics) {
    List<StatsQuery.Numbers> queries =
        page.stream()
            .map(journey ->
                StatsQuery.Numbers.of(
                    tenant.id(),
                    journey.id(),
                    TimeRange.UNBOUNDED,
                    new Breakdown.None(),
                    metrics(journey)))
            .toList();
    List<Answer> answers = statistics.answerAll(queries);
    return IntStream.range(0, page.size())
        .mapToObj(row -> {
          Journey journey = page.get(row);
          return JourneyRow.of(journey, Figures.of(answers.get(row).whole(), metrics(journey)));
        })
        .toList();
  }

  private static List<Metric> metrics(Journey journey) {
    return List.of(
        AudienceMetrics.ENTRANCES,
        AudienceMetrics.IN_JOURNEY_NOW,
        GoalMetrics.goalsReached(journey.goals()));
  }

  /** A page of the list. */
  public record JourneyList(
      List<JourneyRow> journeys,
      @Schema(description = "How many journeys match, on whatever page.") long total,
      @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {}

  /** All categories. */
  public record CategoryList(List<String> categories) {}
}
