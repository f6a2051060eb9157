package io.journeystats.dashboard;

import com.google.common.collect.Iterables;
import io.dropwizard.auth.Auth;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.journeystats.http.RequestMemory;
import io.journeystats.journey.Journey;
import io.journeystats.journey.JourneyHead;
import io.journeystats.journey.JourneyId;
import io.journeystats.metric.AudienceMetrics;
import io.journeystats.metric.GoalMetrics;
import io.journeystats.metric.Metric;
import io.journeystats.query.Answer;
import io.journeystats.query.Breakdown;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Permission;
import io.journeystats.tenant.TenantData;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The journeys list: every journey with its headline numbers. */
@Path("/api/v1/journeys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Permission.Names.READ)
@Tag(name = "Journeys")
public final class JourneyListResource {
  /** What a row takes, in numbers. */
  private static final int NUMBERS_OF_JOURNEY = 8;

  private final JourneyStatisticsFactory desk;

  /** Serves from the desk. */
  public JourneyListResource(JourneyStatisticsFactory desk) {
    this.desk = desk;
  }

  /** A page of the tenant's journeys. */
  @GET
  @Operation(
      operationId = "listJourneys",
      summary = "The tenant's journeys with their headline numbers")
  public JourneyList list(
      @Auth Caller caller,
      @BeanParam HttpQueryCaller visitor,
      @BeanParam JourneyFilter filter,
      @BeanParam PageParameters paging) {
    TenantId tenant = caller.tenant().id();
    int rows = paging.rows();
    Optional<List<String>> after = paging.after(2);
    List<JourneyHead> matching = filter.select(desk.journeys().all(tenant));
    JourneyOrder order = filter.order();
    List<JourneyHead> counted = order.by().isNumber() ? matching : List.of();
    RequestMemory memory = visitor.memory();
    desk.room(visitor)
        .take((long) NUMBERS_OF_JOURNEY * Math.min(rows, matching.size()) + counted.size());
    TenantData data = desk.data(caller.tenant(), visitor);
    Statistics statistics = desk.statistics(visitor);
    List<JourneyOrder.Ranked> ranked =
        order.rank(matching, numbers(data, counted, order.by(), statistics, memory), after);
    List<JourneyOrder.Ranked> page = ranked.stream().limit(rows).toList();
    // What was taken to order all of them suffices for a page of them, which comes after it.
    RequestMemory ofPage = counted.isEmpty() ? memory : RequestMemory.UNBOUNDED;
    return new JourneyList(
        rows(data, page.stream().map(JourneyOrder.Ranked::journey).toList(), statistics, ofPage),
        matching.size(),
        ranked.size() > rows ? Cursor.after(page.getLast().key()) : null);
  }

  /** The number that each of some journeys is ordered by, asked for together; else zero. */
  private Function<JourneyHead, Optional<Long>> numbers(
      TenantData data,
      List<JourneyHead> counted,
      JourneySort by,
      Statistics statistics,
      RequestMemory memory) {
    Map<JourneyId, Optional<Long>> numbers = new HashMap<>();
    for (List<Journey> portion : portions(data.tenant(), counted, memory)) {
      List<Journey> some =
          portion.stream().filter(journey -> by.number(journey).isPresent()).toList();
      List<Optional<Answer>> answers =
          statistics.answerEach(
              some.stream()
                  .map(journey -> query(data, journey, by.number(journey).stream().toList()))
                  .toList());
      for (int index = 0; index < answers.size(); index++) {
        Journey journey = some.get(index);
        Metric metric = by.number(journey).orElseThrow();
        numbers.put(
            journey.id(),
            answers.get(index).map(answer -> answer.whole().of(metric)).map(Number::longValue));
      }
    }
    return journey -> numbers.getOrDefault(journey.id(), Optional.of(0L));
  }

  /** Journeys with their definitions, few enough at a time that these find room in memory. */
  private Iterable<List<Journey>> portions(
      TenantId tenant, List<JourneyHead> journeys, RequestMemory memory) {
    memory.take(JourneyHead.memoryOfPortion(journeys));
    return Iterables.transform(
        JourneyHead.portions(journeys, journeys.size()),
        portion ->
            portion.stream()
                .flatMap(head -> desk.journeys().find(tenant, head.id()).stream())
                .toList());
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
  private List<JourneyRow> rows(
      TenantData data, List<JourneyHead> page, Statistics statistics, RequestMemory memory) {
    List<JourneyRow> rows = new ArrayList<>();
    for (List<Journey> portion : portions(data.tenant(), page, memory)) {
      List<Optional<Answer>> answers =
          statistics.answerEach(
              portion.stream().map(journey -> query(data, journey, metrics(journey))).toList());
      for (int row = 0; row < answers.size(); row++) {
        Journey journey = portion.get(row);
        rows.add(
            JourneyRow.of(
                journey, MetricValues.of(answers.get(row).map(Answer::whole), metrics(journey))));
      }
    }
    return rows;
  }

  private static StatsQuery.Numbers query(TenantData data, Journey journey, List<Metric> metrics) {
    return StatsQuery.Numbers.of(
        data, journey.id(), TimeRange.UNBOUNDED, new Breakdown.None(), metrics);
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
