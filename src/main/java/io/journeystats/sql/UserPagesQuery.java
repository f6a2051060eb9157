package io.journeystats.sql;

import io.journeystats.query.JourneyUser;
import io.journeystats.query.StatsQuery;
import io.journeystats.query.UserPage;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Reads pages of the users of a journey.
 *
 * @param database what to ask
 */
record UserPagesQuery(DSLContext database) {
  /** So many users are looked at in one statement. */
  private static final int MAXIMUM_REACH = 200_000;

  /** The page, found by looking at ever more users, as few may be in the state asked for. */
  UserPage read(StatsQuery.Users query) {
    List<JourneyUser> found = new ArrayList<>();
    String after = query.after();
    int reach = query.limit() + 1;
    boolean isEnd = false;
    while (found.size() <= query.limit() && !isEnd) {
      Record next = database.fetchSingle(UserListQuery.reach(query, after, reach));
      String last = next.get(0, String.class);
      int missing = query.limit() + 1 - found.size();
      database
          .fetch(UserListQuery.page(query, after, last, missing))
          .forEach(row -> found.add(UserListQuery.user(row)));
      isEnd = next.get(1, Integer.class) < reach;
      after = last;
      reach = Math.min(reach * 4, MAXIMUM_REACH);
    }
    return new UserPage(found.stream().limit(query.limit()).toList(), found.size() > query.limit());
  }
}
