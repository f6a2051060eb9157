package io.journeystats.audit;

import io.journeystats.http.RequestTrace;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that somebody did; events that are equal are one entry with a number. None of it names
 * a user.
 *
 * @param tenant the tenant's id; empty for what belongs to no tenant
 * @param kind what was done
 * @param keyId the id of the key; empty where that is not known
 * @param keyName the key's name; empty where it has none
 * @param role what the key allows; empty where that is not known
 * @param address from where; empty where that is not noted
 * @param operation what was asked for, by the name that the API's description has for it
 * @param journeyId about which journey; empty where it was none
 * @param about what else the request named, such as a step
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
  /** So that no entry is large, whatever ids are. */
  private static final int LONGEST_TEXT = 128;

  /** Cuts what is long. */
  public AuditEvent {
    keyName = cut(keyName);
    SortedMap<String, String> some = new TreeMap<>();
    about.forEach((name, value) -> some.put(cut(name), cut(value)));
    about = some;
  }

  /** Something that a caller did from an address. */
  public static AuditEvent from(
      String address, AuditKind kind, String tenant, String keyId, String keyName, String role) {
    return new AuditEvent(
        tenant, kind, keyId, keyName, role, address, "", "", new TreeMap<>(Map.of()));
  }

  /** An operation that the sender of a request asked for, from an address. */
  static AuditEvent of(
      RequestTrace.Sender sender, AuditKind kind, String address, String operation) {
    return new AuditEvent(
        sender.tenant(),
        kind,
        sender.keyId(),
        sender.keyName(),
        sender.role(),
        address,
        operation,
        "",
        new TreeMap<>(Map.of()));
  }

  /** The same, without what tells events of one key apart. */
  AuditEvent inSum() {
    return new AuditEvent(tenant, kind, keyId, keyName, role, "", "", "", new TreeMap<>(Map.of()));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
