package io.journeystats.stats;

import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;

/**
 * The journeys that one user is in or was in.
 *
 * @param journeys in no particular order
 */
public record JourneysOfUser(List<Participation> journeys) {
  /** Copies the list. */
  public JourneysOfUser {
    journeys = List.copyOf(journeys);
  }

  /**
   * A user in a journey.
   *
   * @param journey the journey
   * @param standing how the user stands there; the state is known
   * @param entrances how often the user entered
   * @param lastEnteredAt when last; empty where the user never did
   */
  public record Participation(
      JourneyId journey,
      UserBehind.Standing standing,
      long entrances,
      Optional<Instant> lastEnteredAt) {}

  private record Entrances(long number, Instant last) {}

  /** Reads what is known of the user, which lies in the order of users. */
  static JourneysOfUser read(DSLContext database, StatsQuery.UserJourneys query) {
    TenantEvents events = new TenantEvents(query.data());
    Condition isUser = Columns.USER_ID.eq(inline(query.userId()));
    Map<UUID, Entrances> entrances = new HashMap<>();
    database
        .fetch(entrances(events, query, isUser))
        .forEach(row ->
            entrances.put(
                row.get(Columns.JOURNEY_ID),
                new Entrances(
                    row.get(1, Long.class), Instant.ofEpochMilli(row.get(2, Long.class)))));
    List<Participation> journeys = new ArrayList<>();
    database
        .fetch(states(events, query, isUser))
        .forEach(row -> {
          UserBehind.Standing standing = UserList.standing(row);
          if (standing.state().isPresent()) {
            UUID journey = row.get(Columns.JOURNEY_ID);
            Optional<Entrances> entered = Optional.ofNullable(entrances.get(journey));
            journeys.add(
                new Participation(
                    new JourneyId(journey),
                    standing,
                    entered.map(Entrances::number).orElse(0L),
                    entered.map(Entrances::last)));
          }
        });
    return new JourneysOfUser(journeys);
  }

  private static Select<Record> entrances(
      TenantEvents events, StatsQuery.UserJourneys query, Condition isUser) {
    List<SelectFieldOrAsterisk> columns =
        List.of(
            Columns.JOURNEY_ID,
            countDistinct(tuple(Columns.TIME, Columns.EVENT_KEY)),
            max(epochMillis(Columns.TIME)));
    return select(columns)
        .from(
            events
                .userEntrances(query.journeys(), isUser, TimeRange.UNBOUNDED)
                .asTable("entrances"))
        .groupBy(Columns.JOURNEY_ID);
  }

  private static Select<Record> states(
      TenantEvents events, StatsQuery.UserJourneys query, Condition isUser) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(Columns.JOURNEY_ID);
    columns.addAll(UserList.stateColumns(DSL::max));
    return select(columns)
        .from(events.userStates(query.journeys(), isUser).asTable("states"))
        .groupBy(Columns.JOURNEY_ID, Columns.USER_ID);
  }
}
