package io.journeystats.audit;

import io.journeystats.http.RequestTrace;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An action to record. Equal events become one entry with a count. Events never name a user.
 *
 * @param tenant the tenant's id; empty for actions without a tenant
 * @param kind the action
 * @param keyId the id of the API key; empty if unknown
 * @param keyName the display name of the API key; empty if it has none
 * @param role the role of the API key; empty if unknown
 * @param address the client's address; empty if not recorded
 * @param operation the id that the OpenAPI document has for the requested operation
 * @param journeyId the journey concerned; empty if none
 * @param about other path parameters of the request, such as a step
 */
public record AuditEvent(
    String tenant,
    AuditKind kind,
    String keyId,
    String keyName,
    String role,
    String address,
    String operation,
    String journeyId,
    SortedMap<String, String> about) {
  /** The maximum length of recorded texts in characters. */
  private static final int LONGEST_TEXT = 128;

  /** Truncates long texts. */
  public AuditEvent {
    keyName = truncate(keyName);
    SortedMap<String, String> truncated = new TreeMap<>();
    about.forEach((name, value) -> truncated.put(truncate(name), truncate(value)));
    about = truncated;
  }

  /** Creates an event for an action of a caller. */
  public static AuditEvent from(
      String address, AuditKind kind, String tenant, String keyId, String keyName, String role) {
    return new AuditEvent(
        tenant, kind, keyId, keyName, role, address, "", "", new TreeMap<>(Map.of()));
  }

  /** Creates an event for a requested operation. */
  static AuditEvent of(
      RequestTrace.Sender sender,
      AuditKind kind,
      String address,
      String operation,
      String journeyId,
      SortedMap<String, String> about) {
    return new AuditEvent(
        sender.tenant(),
        kind,
        sender.keyId(),
        sender.keyName(),
        sender.role(),
        address,
        operation,
        journeyId,
        about);
  }

  /** Returns a less specific event that all events of an API key and kind have in common. */
  AuditEvent withoutDetails() {
    return new AuditEvent(tenant, kind, keyId, keyName, role, "", "", "", new TreeMap<>(Map.of()));
  }

  private static String truncate(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
