package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.IN_WITHOUT_INDEX;
import static io.journeystats.clickhouse.ClickHouseExpressions.withSettings;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import io.journeystats.clickhouse.RawQueries;
import io.journeystats.csv.CsvFields;
import io.journeystats.csv.CsvStyle;
import io.journeystats.csv.CsvTable;
import io.journeystats.csv.StreamedTable;
import io.journeystats.journey.Channel;
import io.journeystats.journey.Goal;
import io.journeystats.journey.Journey;
import io.journeystats.journey.Step;
import io.journeystats.metric.Formula.Aggregate;
import io.journeystats.metric.Metric;
import io.journeystats.metric.UserState;
import io.journeystats.query.Breakdown;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
import io.journeystats.tenant.TenantData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ResultQuery;
import org.jooq.Select;

/**
 * The tables of any number of rows, a row a user, which ClickHouse writes itself.
 *
 * @param store runs their statements
 * @param counter counts their rows, and looks where they lie
 * @param materialized tell which conversions are kept
 */
public record StreamedTables(RawQueries store, DSLContext counter, MaterializedGoals materialized) {
  /**
   * The users of a journey who entered in a range, as the user list has them.
   *
   * @param search what the id, or the id of any device, is or begins with; empty for all
   * @param state in which state now; empty for any
   */
  public CsvTable users(
      TenantData data, Journey journey, TimeRange range, String search, Optional<UserState> state) {
    var query =
        new StatsQuery.Users(data, journey.id(), range, search, state, "", Integer.MAX_VALUE);
    var users = new UsersTable(query, stepNames(journey));
    return table(
        "csv.users",
        UsersTable.COLUMNS,
        cells -> users.rows(DominantPart.find(counter), cells),
        EnteredUsersQuery.SETTINGS);
  }

  /** The users who got a message in a range, or interacted with it. */
  public CsvTable messageUsers(
      TenantData data, Journey journey, TimeRange range, Channel channel, String stepId) {
    var users = new MessageUsersTable(new TenantTables(data), journey.id(), range, channel, stepId);
    return table("csv.message_users", MessageUsersTable.COLUMNS, users::rows);
  }

  /**
   * The links of a message that were clicked.
   *
   * @param links the links; all of them, the limit is ignored
   * @param recipients the users to whom the message went, of whom those who clicked are a share
   */
  public CsvTable links(StatsQuery.Links links, Metric recipients) {
    LinksQuery query = new LinksQuery(links);
    return table(
        "csv.links",
        LinksQuery.COLUMNS,
        cells -> query.rows(recipients, cells),
        LinksQuery.DECIMALS);
  }

  /** The users who reached a goal in a range. */
  public CsvTable conversions(TenantData data, Journey journey, TimeRange range, Goal goal) {
    var query = new StatsQuery.Numbers(data, journey.id(), range, new Breakdown.None(), Set.of());
    return table(
        "csv.conversions",
        ConversionsTable.COLUMNS,
        new ConversionsTable(query, goal, stepNames(journey), materialized)::rows,
        IN_WITHOUT_INDEX);
  }

  /** The users who contribute to a number of a range, as in the list of them. */
  public CsvTable contributors(
      TenantData data, Journey journey, TimeRange range, Set<Aggregate> aggregates) {
    var query =
        new StatsQuery.Contributors(data, journey.id(), range, aggregates, "", Integer.MAX_VALUE);
    var users = new ContributorsTable(query, stepNames(journey), materialized);
    return table(
        "csv.users_behind",
        ContributorsTable.COLUMNS,
        cells -> users.rows(DominantPart.find(counter), cells),
        EnteredUsersQuery.SETTINGS);
  }

  private CsvTable table(
      String name, List<String> columns, Function<CsvFields, Select<?>> rows, String... settings) {
    return new StreamedTable(
        store,
        name,
        columns,
        cells -> with(rows.apply(cells), settings),
        counter,
        () ->
            with(
                select(count()).from(rows.apply(new CsvFields(CsvStyle.USUAL)).asTable("rows")),
                settings));
  }

  private static ResultQuery<?> with(Select<?> query, String... settings) {
    return settings.length == 0 ? query : withSettings(query, settings);
  }

  private static Map<String, String> stepNames(Journey journey) {
    return journey.steps().stream().collect(toMap(Step::id, Step::name));
  }
}
