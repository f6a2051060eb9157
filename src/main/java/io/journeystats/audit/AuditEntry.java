package io.journeystats.audit;

import io.journeystats.clickhouse.ChangeLog;
import java.time.Instant;
import java.util.Map;

/**
 * An entry of the audit log: one action, or several equal ones.
 *
 * @param id distinguishes entries that started at the same time
 * @param firstAt when it first happened
 * @param lastAt when it last happened
 * @param kind the action
 * @param number the number of occurrences
 * @param completed the number of completely sent responses
 * @param bytes the total size of all responses in bytes
 * @param keyId the id of the API key; empty if unknown
 * @param keyName the display name of the API key; empty if it has none
 * @param role the role of the API key; empty if unknown
 * @param address the client's address; empty if not recorded
 * @param operation the requested operation; empty if not recorded
 * @param journeyId the journey concerned; empty if none
 * @param about other path parameters of the request
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
  /** The name of the audit log in keys of entries. */
  static final String LOG = "audit";

  /** Returns the sort key, which is comparable with those of changes. */
  public ChangeLog.Key key() {
    return new ChangeLog.Key(firstAt.toEpochMilli(), LOG, id);
  }
}
