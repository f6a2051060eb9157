package io.journeystats.tenant;

import io.journeystats.audit.AuditEntry;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.LogQuery;
import io.journeystats.http.Cursor;
import io.journeystats.http.PageParameters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was changed of a tenant and its keys, which of its journeys were deleted and users
 * erased, who signed in, and who read files and lists of users, and when; without secrets, and
 * without anything of users.
 *
 * @param changes the entries
 * @param removed how many older ones made room for newer ones
 * @param nextCursor where the next page begins, null at the end
 */
public record TenantHistory(
    List<Entry> changes,
    @Schema(
            description =
                "How many older entries made room for newer ones. Changes are never removed.")
        long removed,
    @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {
  /** What the log of journeys calls the deletion of one. */
  static final String DELETED = "deleted";

  /** What is in other logs than that of tenants, and how it begins there. */
  static final Map<String, String> OF_OTHERS =
      Map.of(
          ChangeLog.JOURNEYS,
          "{\"change\":\"" + DELETED + "\"",
          ChangeLog.ERASURES,
          "{\"change\":\"user_erased\"");

  /** Copies the list. */
  public TenantHistory {
    changes = List.copyOf(changes);
  }

  /**
   * One change, or what was done otherwise.
   *
   * @param at when, or the first time
   * @param by the id of the key, {@code operator}, or {@code unknown}
   * @param change what was done: the {@link HistoryKind}
   * @param keyId of which key; empty where it was no key
   * @param journeyId of which journey; empty where it was none
   * @param erasureId the id of the erasure of a user; empty where none was erased
   * @param role what that key allows; empty but for an issued one
   * @param name the name that it gave, if it gave one
   * @param timeZone the time zone that it gave, if it gave one
   * @param limits the limits that it set
   * @param retention how long events are kept from then on; empty where it did not say
   * @param access what was done where nothing was changed
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
      List<SetLimit> limits,
      Optional<SetRetention> retention,
      @Schema(description = "What was done, where nothing was changed.") @Nullable Access access) {
    /** A change. */
    Entry(
        Instant at,
        String by,
        String change,
        Optional<String> keyId,
        Optional<String> journeyId,
        Optional<String> erasureId,
        Optional<Role> role,
        Optional<String> name,
        Optional<ZoneId> timeZone,
        List<SetLimit> limits,
        Optional<SetRetention> retention) {
      this(
          at, by, change, keyId, journeyId, erasureId, role, name, timeZone, limits, retention,
          null);
    }
  }

  /**
   * How long events are kept.
   *
   * @param days how many days; null for ever
   */
  @Schema(name = "SetRetention")
  public record SetRetention(@Nullable Integer days) {}

  /**
   * A sign-in, a sign-out, refusals of a key or of what its role does not allow, or the reading of
   * files or of lists of users. What is alike within a minute (refusals: an hour) is one entry.
   *
   * @param lastAt the last time
   * @param count how often
   * @param completed how often all of the answer was sent
   * @param bytes of all answers together
   * @param keyName the name of the key, if it has one
   * @param address from where; of IPv6 addresses the network
   * @param operation what was asked for
   * @param exportId which export
   * @param exportKind what kind of export
   * @param goalId which goal
   * @param channel which channel
   * @param stepId which step
   */
  @Schema(name = "HistoryAccess")
  public record Access(
      Instant lastAt,
      @Schema(
              description =
                  "How often; what is alike within a minute, refusals within an hour,"
                      + " is one entry.")
          long count,
      @Schema(description = "How often all of the answer was sent.") long completed,
      @Schema(description = "The bytes of all answers together.") long bytes,
      Optional<String> keyName,
      @Schema(description = "From where; of IPv6 addresses the network.") Optional<String> address,
      @Schema(description = "What was asked for, by the `operationId` of this description.")
          Optional<String> operation,
      Optional<String> exportId,
      Optional<String> exportKind,
      Optional<String> goalId,
      Optional<String> channel,
      Optional<String> stepId) {
    private static Access of(AuditEntry entry) {
      Function<String, Optional<String>> about =
          name -> Optional.ofNullable(entry.about().get(name));
      return new Access(
          entry.lastAt(),
          entry.number(),
          entry.completed(),
          entry.bytes(),
          some(entry.keyName()),
          some(entry.address()),
          some(entry.operation()),
          about.apply("export_id"),
          about.apply("export_kind"),
          about.apply("goal_id"),
          about.apply("channel"),
          about.apply("step_id"));
    }
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  /**
   * A limit that was set.
   *
   * @param limit of what
   * @param maximum how much is allowed; null: the default
   */
  @Schema(name = "SetLimit")
  public record SetLimit(
      Limit limit,
      @Schema(description = "How much is allowed; null: the default.") @Nullable Long maximum) {}

  /**
   * A page of what the logs say.
   *
   * @param changes those of the logs of changes, in their order
   * @param accesses those of the audit log, likewise
   * @param wanted what is wanted of each log, and one entry more
   * @param removed how many older ones made room for newer ones
   */
  static TenantHistory of(
      List<ChangeLog.Entry> changes, List<AuditEntry> accesses, LogQuery wanted, long removed) {
    Comparator<Keyed> order = Comparator.comparing(Keyed::key);
    List<Keyed> all =
        Stream.concat(
                changes.stream().map(change -> new Keyed(change.key(), entry(change))),
                accesses.stream().map(access -> new Keyed(access.key(), entry(access))))
            .sorted(wanted.latestFirst() ? order.reversed() : order)
            .toList();
    List<Keyed> page = all.stream().limit(wanted.limit() - 1L).toList();
    return new TenantHistory(
        page.stream().map(Keyed::entry).toList(),
        removed,
        all.size() > page.size() ? cursor(page.getLast().key()) : null);
  }

  /** An entry, and what orders it. */
  private record Keyed(ChangeLog.Key key, Entry entry) {}

  private static String cursor(ChangeLog.Key key) {
    return Cursor.after(
        List.of(Long.toString(key.millis()), key.log(), Long.toString(key.position())));
  }

  private static Entry entry(AuditEntry entry) {
    return new Entry(
        entry.firstAt(),
        some(entry.keyId()).orElse("unknown"),
        entry.kind(),
        some(entry.keyId()),
        some(entry.journeyId()),
        Optional.empty(),
        Arrays.stream(Role.values()).filter(role -> role.key().equals(entry.role())).findAny(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Access.of(entry));
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
          ofTenant(
              change,
              "tenant_created",
              Optional.of(name),
              Optional.of(zone),
              List.of(),
              Optional.empty());
      case TenantChange.Edited(var name, var zone, var limits, var reset, var retention) ->
          ofTenant(
              change,
              "tenant_edited",
              name,
              zone,
              changed(limits, reset),
              retention.map(kept -> new SetRetention(kept.days().orElse(null))));
      case TenantChange.Deleted() -> ofTenant(change, "tenant_deleted");
      case TenantChange.Erased() -> ofTenant(change, "tenant_erased");
      case TenantChange.KeyIssued(var id, var role, var name, var _) ->
          ofKey(change, "key_issued", id, Optional.of(role), name);
      case TenantChange.KeyRevoked(var id) ->
          ofKey(change, "key_revoked", id, Optional.empty(), Optional.empty());
    };
  }

  private static List<SetLimit> changed(Map<Limit, Long> set, Set<Limit> reset) {
    return Stream.concat(
            set.entrySet().stream().map(limit -> new SetLimit(limit.getKey(), limit.getValue())),
            reset.stream().map(limit -> new SetLimit(limit, null)))
        .sorted(Comparator.comparing(SetLimit::limit))
        .toList();
  }

  private static Entry ofTenant(Change change, String what) {
    return ofTenant(change, what, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  private static Entry ofTenant(
      Change change,
      String what,
      Optional<String> name,
      Optional<ZoneId> zone,
      List<SetLimit> limits,
      Optional<SetRetention> retention) {
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
        limits,
        retention);
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
        List.of(),
        Optional.empty());
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
        List.of(),
        Optional.empty());
  }
}
