package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The tables of tenants' events and derived data.
 *
 * <p>Access is limited to a few classes: three read them for statistics, one writes, one checks
 * whether an event is stored, one counts stored events, one derives tables from others, and one
 * erases. So the isolation of tenants can be verified in a few files. The architecture test
 * enforces this.
 */
public final class EventTables {
  /**
   * All events, the source of truth. Duplicates are dropped when parts merge, or by {@code FINAL}.
   */
  public static final Table<Record> EVENTS = table(name("events"));

  /** The state of each user of a journey as maxima, so that duplicates have no effect. */
  public static final Table<Record> USER_STATES = table(name("user_states"));

  /** The {@code entered} events sorted by user. */
  public static final Table<Record> USER_ENTRANCES = table(name("user_entrances"));

  /** The devices of a journey's users, with the latest event of each. */
  public static final Table<Record> DEVICE_USERS = table(name("device_users"));

  /**
   * The kinds of activity of a journey's users, as defined in the migration, with the latest time
   * of each.
   */
  public static final Table<Record> USER_PRESENCE = table(name("user_presence"));

  /** The number of events per journey, kind and quarter-hour; see the rollup. */
  public static final Table<Record> EVENT_COUNTS = table(name("event_counts"));

  /** The time until which inserts are included in {@link #EVENT_COUNTS}. */
  public static final Table<Record> ROLLUP_PROGRESS = table(name("rollup_progress"));

  /** The conversions of goals with conditions, as a set; see the materializer. */
  public static final Table<Record> CONVERSIONS = table(name("conversions"));

  /** The goal definitions whose conversions are in {@link #CONVERSIONS}, and up to when. */
  public static final Table<Record> CONVERSION_FILLINGS = table(name("conversion_fillings"));

  /** The tables with rows of tenants; events, from which the others are derived, come first. */
  public static final List<Table<Record>> OF_TENANTS =
      List.of(
          EVENTS,
          USER_STATES,
          USER_ENTRANCES,
          DEVICE_USERS,
          USER_PRESENCE,
          EVENT_COUNTS,
          CONVERSIONS,
          CONVERSION_FILLINGS);

  private EventTables() {}
}
