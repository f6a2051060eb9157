package io.journeystats.clickhouse;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import org.jooq.Record;
import org.jooq.Table;

/**
 * The tables that hold tenants' events and what is derived from them.
 *
 * <p>Only one class reads and one class writes them, so that the isolation of tenants can be
 * checked by reading two files; the architecture test sees to it.
 */
public final class EventTables {
  /** Every event, the truth; duplicates are dropped when parts merge, or by {@code FINAL}. */
  public static final Table<Record> EVENTS = table(name("events"));

  /** What is known of each user of a journey, as maxima, so that duplicates change nothing. */
  public static final Table<Record> USER_STATES = table(name("user_states"));

  /** The {@code entered} events in the order of users. */
  public static final Table<Record> USER_ENTRANCES = table(name("user_entrances"));

  /** Which user of a journey has which device. */
  public static final Table<Record> USER_DEVICES = table(name("user_devices"));

  private EventTables() {}
}
