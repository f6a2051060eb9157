package io.journeystats.rollup;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.EventTables;
import io.journeystats.clickhouse.Repetition;
import io.journeystats.journey.JourneyCatalogue;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the events of deleted journeys, and what was derived from them, from the disk. Nobody can
 * read them any more when it begins, so it may take its time, and any number of instances may do it
 * at once.
 */
public final class JourneyEraser implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(JourneyEraser.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The rewriting of a table costs the same for one journey and for many. */
  private static final int MOST_AT_ONCE = 1_000;

  private final DSLContext database;
  private final JourneyCatalogue journeys;
  private final Duration delay;
  private final InstantSource clock;
  private final Repetition repetition =
      new Repetition(
          "journey-eraser",
          INTERVAL,
          this::erase,
          failure -> LOG.warn("The events of deleted journeys are left for later", failure));

  /**
   * An eraser that still has to be started.
   *
   * @param journeys tells which were deleted
   * @param delay how long after that, as some of their events may still be on their way
   */
  public JourneyEraser(
      ClickHouse clickHouse, JourneyCatalogue journeys, Duration delay, InstantSource clock) {
    this.database = clickHouse.dsl("journey-eraser");
    this.journeys = journeys;
    this.delay = delay;
    this.clock = clock;
  }

  @Override
  public void start() {
    repetition.start(INTERVAL);
  }

  @Override
  public void stop() {
    repetition.stop();
  }

  /** A tenant's journey. */
  private record Owned(TenantId tenant, JourneyId journey) {}

  /** Removes what is there; what is not there any more is noted as gone. */
  public void erase() {
    List<Owned> deleted =
        journeys.deletedBefore(clock.instant().minus(delay)).entrySet().stream()
            .flatMap(tenant ->
                tenant.getValue().stream().map(journey -> new Owned(tenant.getKey(), journey)))
            .limit(MOST_AT_ONCE)
            .toList();
    if (deleted.isEmpty()) {
      return;
    }
    boolean isGone = true;
    // Events come first, so that nothing is derived from them once the rest is gone.
    for (Table<Record> table : EventTables.OF_TENANTS) {
      isGone &= isGone(table, of(deleted));
    }
    // Only what was looked for and not found is done: the rollup may have written a moment ago.
    if (isGone) {
      deleted.forEach(owned -> journeys.erased(owned.tenant(), owned.journey()));
    }
  }

  private boolean isGone(Table<Record> table, Condition condition) {
    boolean isThere =
        database.fetchExists(DSL.selectOne().from(table).where(condition).limit(inline(1)));
    if (isThere) {
      database.execute(
          "ALTER TABLE {0} DELETE WHERE {1} SETTINGS mutations_sync = 1", table, condition);
    }
    return !isThere;
  }

  private static Condition of(List<Owned> journeys) {
    return condition(
        "(tenant_id, journey_id) IN ({0})",
        DSL.list(
            journeys.stream()
                .map(owned ->
                    field(
                        "({0}, toUUID({1}))",
                        inline(owned.tenant().value()), inline(owned.journey().toString())))
                .toList()));
  }
}
