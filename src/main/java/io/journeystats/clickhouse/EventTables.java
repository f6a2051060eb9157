package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The tables that hold tenants' events and what is derived from them.
 *
 * <p>Only three classes read them for a tenant's statistics, one writes, one looks whether an event
 * is written, one counts what was written, one derives some from others, and one erases, so that
 * the isolation of tenants can be checked by reading a few files; the architecture test sees to it.
 */
public final class EventTables {
  /** Every event, the truth; duplicates are dropped when parts merge, or by {@code FINAL}. */
  public static final Table<Record> EVENTS = table(name("events"));

  /** What is known of each user of a journey, as maxima, so that duplicates change nothing. */
  public static final Table<Record> USER_STATES = table(name("user_states"));

  /** The {@code entered} events in the order of users. */
  public static final Table<Record> USER_ENTRANCES = table(name("user_entrances"));

  /** Which user of a journey has which device, and when an event last said so. */
  public static final Table<Record> DEVICE_USERS = table(name("device_users"));

  /** Which user of a journey did what, and when last; the kinds are those of the migration. */
  public static final Table<Record> USER_PRESENCE = table(name("user_presence"));

  /** How many events of each kind a journey has in each quarter of an hour; see the rollup. */
  public static final Table<Record> EVENT_COUNTS = table(name("event_counts"));

  /** Up to when what was inserted is in {@link #EVENT_COUNTS}. */
  public static final Table<Record> ROLLUP_PROGRESS = table(name("rollup_progress"));

  /** The conversions of goals with conditions, as a set; see the filler. */
  public static final Table<Record> CONVERSIONS = table(name("conversions"));

  /** Which definitions of goals have theirs in {@link #CONVERSIONS}, and up to when. */
  public static final Table<Record> CONVERSION_FILLINGS = table(name("conversion_fillings"));

  /** Those that have rows of tenants; the events, of which the others are derived, come first. */
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
