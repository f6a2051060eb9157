package io.journeystats.dashboard;

import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyId;
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
import io.journeystats.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
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
    TenantId tenant = caller.tenant().id();
    int rows = paging.rows();
    Optional<List<String>> after = paging.after(2);
    List<Journey> matching = filter.select(desk.journeys().all(tenant));
    JourneyOrder order = filter.order();
    List<Journey> counted =
        matching.stream().filter(journey -> order.by().number(journey).isPresent()).toList();
    desk.room(tenant, visitor)
        .take((long) NUMBERS_OF_JOURNEY * Math.min(rows, matching.size()) + counted.size());
    Statistics statistics = desk.statistics(visitor);
    List<JourneyOrder.Ranked> ranked =
        order.rank(matching, numbers(tenant, counted, order.by(), statistics), after);
    List<JourneyOrder.Ranked> page = ranked.stream().limit(rows).toList();
    return new JourneyList(
        rows(tenant, page.stream().map(JourneyOrder.Ranked::journey).toList(), statistics),
        matching.size(),
        ranked.size() > rows ? Cursor.after(page.getLast().key()) : null);
  }

  /** The number that each of some journeys is ordered by, asked for together; else zero. */
  private static ToLongFunction<Journey> numbers(
      TenantId tenant, List<Journey> counted, JourneySort by, Statistics statistics) {
    if (counted.isEmpty()) {
      return _ -> 0;
    }
    List<Answer> answers =
        statistics.answerAll(
            counted.stream()
                .map(journey -> query(tenant, journey, by.number(journey).stream().toList()))
                .toList());
    Map<JourneyId, Long> numbers = new HashMap<>();
    for (int index = 0; index < counted.size(); index++) {
      Journey journey = counted.get(index);
      Number number = answers.get(index).whole().of(by.number(journey).orElseThrow());
      numbers.put(journey.id(), Objects.requireNonNull(number).longValue());
    }
    return journey -> numbers.getOrDefault(journey.id(), 0L);
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
  private static List<JourneyRow> rows(TenantId tenant, List<Journey> page, Statistics statistics) {
    List<StatsQuery.Numbers> queries =
        page.stream().map(journey -> query(tenant, journey, metrics(journey))).toList();
    List<Answer> answers = statistics.answerAll(queries);
    return IntStream.range(0, page.size())
        .mapToObj(row -> {
          Journey journey = page.get(row);
          return JourneyRow.of(journey, Figures.of(answers.get(row).whole(), metrics(journey)));
        })
        .toList();
  }

  private static StatsQuery.Numbers query(TenantId tenant, Journey journey, List<Metric> metrics) {
    return StatsQuery.Numbers.of(
        tenant, journey.id(), TimeRange.UNBOUNDED, new Breakdown.None(), metrics);
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
