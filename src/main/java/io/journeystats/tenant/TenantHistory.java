package io.journeystats.tenant;

import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was changed of a tenant and its keys, and which of its journeys were deleted and
 * users erased, by whom and when, oldest first; without secrets and without ids of users.
 *
 * @param changes the changes
 * @param nextCursor where the next page begins, null at the end
 */
public record TenantHistory(
    List<Entry> changes,
    @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {
  /** What is in other logs than that of tenants, and how it begins there. */
  static final Map<String, String> OF_OTHERS =
      Map.of(
          ChangeLog.JOURNEYS, "{\"change\":\"deleted\"",
          ChangeLog.ERASURES, "{\"change\":\"user_erased\"");

  /** Copies the list. */
  public TenantHistory {
    changes = List.copyOf(changes);
  }

  /**
   * One change.
   *
   * @param at when
   * @param by the id of the key, or {@code operator}
   * @param change {@code tenant_created}, {@code tenant_edited}, {@code key_issued}, {@code
   *     key_revoked}, {@code journey_deleted} or {@code user_erased}
   * @param keyId of which key; empty where it was no key
   * @param journeyId of which journey; empty where it was none
   * @param erasureId the id of the erasure of a user; empty where none was erased
   * @param role what that key allows; empty but for an issued one
   * @param name the name that it gave, if it gave one
   * @param timeZone the time zone that it gave, if it gave one
   * @param limits the limits that it set
   */
  public record Entry(
      Instant at,
      String by,
      String change,
      Optional<String> keyId,
      Optional<String> journeyId,
      Optional<String> erasureId,
      Optional<Role> role,
      Optional<String> name,
      Optional<ZoneId> timeZone,
      List<SetLimit> limits) {}

  /**
   * A limit that was set.
   *
   * @param limit of what
   * @param maximum how much is allowed
   */
  @Schema(name = "SetLimit")
  public record SetLimit(Limit limit, long maximum) {}

  /**
   * A page of what the logs say.
   *
   * @param hasMore whether there are entries behind these
   */
  static TenantHistory of(List<ChangeLog.Entry> entries, boolean hasMore) {
    return new TenantHistory(
        entries.stream().map(TenantHistory::entry).toList(),
        hasMore ? cursor(entries.getLast().key()) : null);
  }

  private static String cursor(ChangeLog.Key key) {
    return Cursor.after(
        List.of(Long.toString(key.millis()), key.log(), Long.toString(key.position())));
  }

  /** Where the page behind that cursor begins. */
  static ChangeLog.Key after(PageParameters paging) {
    return paging
        .after(3)
        .map(key ->
            new ChangeLog.Key(
                Cursor.number(key.getFirst()), key.get(1), Cursor.number(key.getLast())))
        .orElse(ChangeLog.Key.FIRST);
  }

  private static Entry entry(ChangeLog.Entry entry) {
    Change change = entry.change();
    return switch (entry.log()) {
      case ChangeLog.JOURNEYS -> ofOther(change, "journey_deleted", true);
      case ChangeLog.ERASURES -> ofOther(change, "user_erased", false);
      default -> ofTenantOrKey(change);
    };
  }

  private static Entry ofTenantOrKey(Change change) {
    return switch (TenantChange.of(change)) {
      case TenantChange.Created(var name, var zone) ->
          ofTenant(change, "tenant_created", Optional.of(name), Optional.of(zone), List.of());
      case TenantChange.Edited(var name, var zone, var limits) ->
          ofTenant(change, "tenant_edited", name, zone, set(limits));
      case TenantChange.KeyIssued(var id, var role, var name, var _) ->
          ofKey(change, "key_issued", id, Optional.of(role), name);
      case TenantChange.KeyRevoked(var id) ->
          ofKey(change, "key_revoked", id, Optional.empty(), Optional.empty());
    };
  }

  private static List<SetLimit> set(Optional<LimitEdit> limits) {
    return limits.map(LimitEdit::given).orElse(Map.of()).entrySet().stream()
        .map(limit -> new SetLimit(limit.getKey(), limit.getValue()))
        .toList();
  }

  private static Entry ofTenant(
      Change change,
      String what,
      Optional<String> name,
      Optional<ZoneId> zone,
      List<SetLimit> limits) {
    return new Entry(
        change.at(),
        change.author(),
        what,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        name,
        zone,
        limits);
  }

  private static Entry ofOther(Change change, String what, boolean ofJourney) {
    Optional<String> subject = Optional.of(change.subject());
    return new Entry(
        change.at(),
        change.author(),
        what,
        Optional.empty(),
        subject.filter(_ -> ofJourney),
        subject.filter(_ -> !ofJourney),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Entry ofKey(
      Change change, String what, String id, Optional<Role> role, Optional<String> name) {
    return new Entry(
        change.at(),
        change.author(),
        what,
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        role,
        name,
        Optional.empty(),
        List.of());
  }
}
