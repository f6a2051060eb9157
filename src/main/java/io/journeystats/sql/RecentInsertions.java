package io.journeystats.sql;

import static java.util.stream.Collectors.groupingBy;

import com.google.common.collect.Lists;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.InvalidationScope;
import io.journeystats.query.StatsQuery;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Tells which answers may be others by now, as events came in that they could rest on; that takes
 * far less than to make the answers, and one statement for all of a tenant's journeys.
 *
 * @param database what to ask
 */
record RecentInsertions(DSLContext database) {
  /**
   * An answer is known to be the same only if nothing came in for so long before it was made. That
   * is far longer than an insertion takes to be seen, and than clocks are set forward.
   */
  private static final Duration QUIET = Duration.ofMinutes(15);

  /** So many journeys are named in one statement. */
  private static final int MOST_JOURNEYS = 1_000;

  /** The queries whose answers may have changed since they were made. */
  Set<StatsQuery<?>> changed(Map<StatsQuery<?>, Duration> ages) {
    Set<StatsQuery<?>> changed = new HashSet<>();
    ages.keySet().stream()
        .collect(groupingBy(StatsQuery::tenant))
        .forEach((tenant, queries) -> addChanged(tenant, queries, ages, changed));
    return changed;
  }

  private void addChanged(
      TenantId tenant,
      List<StatsQuery<?>> queries,
      Map<StatsQuery<?>, Duration> ages,
      Set<StatsQuery<?>> changed) {
    Duration window =
        queries.stream()
            .map(query -> ages.getOrDefault(query, Duration.ZERO))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO)
            .plus(QUIET);
    TenantTables events = new TenantTables(TenantData.all(tenant));
    for (List<StatsQuery<?>> some : Lists.partition(queries, MOST_JOURNEYS)) {
      Set<JourneyId> journeys =
          some.stream().map(StatsQuery::journey).collect(Collectors.toUnmodifiableSet());
      Map<UUID, Long> since = fetch(events.insertedWithin(journeys, window));
      some.stream()
          .filter(query -> isRecent(since.get(query.journey().value()), ages.get(query)))
          .forEach(changed::add);
    }
    List<StatsQuery<?>> onCustomEvents =
        queries.stream()
            .filter(
                query -> !changed.contains(query) && InvalidationScope.of(query).onCustomEvents())
            .toList();
    if (!onCustomEvents.isEmpty()) {
      fetch(events.customInsertedWithin(window))
          .values()
          .forEach(since ->
              onCustomEvents.stream()
                  .filter(query -> isRecent(since, ages.get(query)))
                  .forEach(changed::add));
    }
  }

  private Map<UUID, Long> fetch(Select<Record2<UUID, Long>> insertions) {
    return database.fetch(insertions).intoMap(row -> row.value1(), row -> row.get(1, Long.class));
  }

  private static boolean isRecent(@Nullable Long since, @Nullable Duration age) {
    return since != null && (age == null || since <= age.plus(QUIET).toSeconds());
  }
}
