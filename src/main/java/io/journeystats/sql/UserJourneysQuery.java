package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.countDistinct;
import static io.journeystats.clickhouse.ClickHouseExpressions.epochMillis;
import static io.journeystats.clickhouse.ClickHouseExpressions.tuple;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.journeystats.journey.JourneyId;
import io.journeystats.query.Contributor;
import io.journeystats.query.JourneysOfUser;
import io.journeystats.query.JourneysOfUser.Participation;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.TimeRange;
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

/** Reads the journeys that one user is in or was in. */
final class UserJourneysQuery {
  private UserJourneysQuery() {}

  private record Entrances(long number, Instant last) {}

  /** Reads what is known of the user, which lies in the order of users. */
  static JourneysOfUser read(DSLContext database, StatsQuery.UserJourneys query) {
    TenantTables events = new TenantTables(query.data());
    Condition isUser = EventColumns.USER_ID.eq(inline(query.userId()));
    Map<UUID, Entrances> entrances = new HashMap<>();
    database
        .fetch(entrances(events, query, isUser))
        .forEach(row ->
            entrances.put(
                row.get(EventColumns.JOURNEY_ID),
                new Entrances(
                    row.get(1, Long.class), Instant.ofEpochMilli(row.get(2, Long.class)))));
    List<Participation> journeys = new ArrayList<>();
    database
        .fetch(states(events, query, isUser))
        .forEach(row -> {
          Contributor.Standing standing = UserListQuery.standing(row);
          if (standing.state().isPresent()) {
            UUID journey = row.get(EventColumns.JOURNEY_ID);
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
      TenantTables events, StatsQuery.UserJourneys query, Condition isUser) {
    List<SelectFieldOrAsterisk> columns =
        List.of(
            EventColumns.JOURNEY_ID,
            countDistinct(tuple(EventColumns.TIME, EventColumns.EVENT_KEY)),
            max(epochMillis(EventColumns.TIME)));
    return select(columns)
        .from(
            events
                .userEntrances(query.journeys(), isUser, TimeRange.UNBOUNDED)
                .asTable("entrances"))
        .groupBy(EventColumns.JOURNEY_ID);
  }

  private static Select<Record> states(
      TenantTables events, StatsQuery.UserJourneys query, Condition isUser) {
    List<SelectFieldOrAsterisk> columns = new ArrayList<>();
    columns.add(EventColumns.JOURNEY_ID);
    columns.addAll(UserListQuery.stateColumns(DSL::max));
    return select(columns)
        .from(events.userStates(query.journeys(), isUser).asTable("states"))
        .groupBy(EventColumns.JOURNEY_ID, EventColumns.USER_ID);
  }
}
