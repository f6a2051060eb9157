package io.journeystats.audit;

import io.journeystats.clickhouse.ChangeLog;
import java.time.Instant;
import java.util.Map;

/**
 * What was done once, or several times alike.
 *
 * @param id tells apart what began at the same time
 * @param firstAt the first time
 * @param lastAt the last time
 * @param kind what was done
 * @param number how often
 * @param completed how often all of the answer was sent
 * @param bytes of all answers together
 * @param keyId the id of the key; empty where that is not known
 * @param keyName the key's name; empty where it has none
 * @param role what the key allows; empty where that is not known
 * @param address from where; empty where that is not noted
 * @param operation what was asked for; empty where that says nothing
 * @param journeyId about which journey; empty where it was none
 * @param about what else the request named
 */
public record AuditEntry(
    long id,
    Instant firstAt,
    Instant lastAt,
    String kind,
    long number,
    long completed,
    long bytes,
    String keyId,
    String keyName,
    String role,
    String address,
    String operation,
    String journeyId,
    Map<String, String> about) {
  /** Where it stands among the changes of a tenant. */
  static final String LOG = "audit";

  /** What orders entries, also among changes. */
  public ChangeLog.Key key() {
    return new ChangeLog.Key(firstAt.toEpochMilli(), LOG, id);
  }
}
