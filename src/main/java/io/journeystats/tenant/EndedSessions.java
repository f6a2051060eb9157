package io.journeystats.tenant;

import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.RefreshOnChange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that users ended by signing out, on any instance. A session is kept until it would
 * have expired. The number per key is limited: beyond it, all sessions of the key that have started
 * by then end.
 */
public final class EndedSessions {
  private static final Logger LOG = LoggerFactory.getLogger(EndedSessions.class);
  private static final int MAXIMUM_PER_KEY = 100;

  private static final String SELECT =
      """
      SELECT key_id, session_id, toUnixTimestamp64Milli(begun_by) AS begun_by_millis
      FROM ended_sessions FINAL
      WHERE kept_until > now()
      """;

  private static final String INSERT =
      """
      INSERT INTO ended_sessions (session_id, key_id, begun_by, kept_until)
      SETTINGS async_insert = 0
      SELECT ?, ?, fromUnixTimestamp64Milli(?), now() + ?
      """;

  private final DSLContext database;
  private final Duration lifetime;

  private volatile Map<String, OfKey> byKey = Map.of();

  /**
   * Creates the registry.
   *
   * @param database the store of ended sessions
   * @param lifetime the maximum duration of a session
   */
  public EndedSessions(DSLContext database, Duration lifetime) {
    this.database = database;
    this.lifetime = lifetime;
  }

  /** Returns the task that reads the sessions ended on other instances. */
  public RefreshOnChange refreshing(ChangeWatch watch) {
    return new RefreshOnChange(
        "ended-sessions",
        "ended_sessions",
        watch,
        this::refresh,
        failure ->
            LOG.warn("Cannot read ended sessions; continuing with those in memory", failure));
  }

  /**
   * The ended sessions of a key.
   *
   * @param sessions the ids of sessions that ended individually
   * @param allBegunBy sessions that started until then have ended, too
   */
  private record OfKey(Set<String> sessions, Instant allBegunBy) {
    boolean contains(Sessions.Open session) {
      return sessions.contains(session.id()) || !session.begunAt().isAfter(allBegunBy);
    }
  }

  /** Returns whether a session has been ended. */
  boolean contains(Sessions.Open session) {
    OfKey ended = byKey.get(session.keyId());
    return ended != null && ended.contains(session);
  }

  /**
   * Ends a session durably. Other instances notice it within half a second.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException if ClickHouse does not respond
   */
  void end(Sessions.Open session, Instant now) {
    OfKey ended = byKey.get(session.keyId());
    boolean isOverLimit = ended != null && ended.sessions().size() >= MAXIMUM_PER_KEY;
    database.execute(
        INSERT,
        isOverLimit ? "" : session.id(),
        session.keyId(),
        now.toEpochMilli(),
        lifetime.plusMinutes(1).toSeconds());
    refresh();
  }

  private synchronized void refresh() {
    Map<String, OfKey> read = new HashMap<>();
    database
        .resultQuery(SELECT)
        .forEach(row -> {
          OfKey ofKey =
              read.computeIfAbsent(
                  row.get("key_id", String.class), _ -> new OfKey(new HashSet<>(), Instant.MIN));
          String session = row.get("session_id", String.class);
          if (session.isEmpty()) {
            Instant begunBy = Instant.ofEpochMilli(row.get("begun_by_millis", Long.class));
            read.put(row.get("key_id", String.class), new OfKey(ofKey.sessions(), begunBy));
          } else {
            ofKey.sessions().add(session);
          }
        });
    byKey = read;
  }
}
