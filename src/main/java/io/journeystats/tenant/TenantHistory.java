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
 * A page of a tenant's history: changes of the tenant and its API keys, deleted journeys, erased
 * users, sign-ins, and access to files and user lists. It contains neither secrets nor user data.
 *
 * @param changes the entries
 * @param removed the number of older entries that were removed to make room
 * @param nextCursor the cursor of the next page; null on the last page
 */
public record TenantHistory(
    List<Entry> changes,
    @Schema(
            description =
                "The number of older entries that were removed to make room. Changes are never"
                    + " removed.")
        long removed,
    @Schema(description = PageParameters.NEXT_CURSOR) @Nullable String nextCursor) {
  /** The name of a journey's deletion in the log of journeys. */
  static final String DELETED = "deleted";

  /**
   * The entries of other logs that belong to a tenant's history, by the prefix of their payloads.
   */
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
   * A change or an access.
   *
   * @param at when it happened, or happened first
   * @param by the API key's id, {@code operator} or {@code unknown}
   * @param change the {@link HistoryKind}
   * @param keyId the API key concerned, if any
   * @param journeyId the journey concerned, if any
   * @param erasureId the user erasure concerned, if any
   * @param role the API key's role
   * @param name the name that was set, if any
   * @param timeZone the time zone that was set, if any
   * @param limits the limits that were set
   * @param retention the retention that was set, if any
   * @param access the details of an access; null for changes
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
      @Schema(description = "The details of an access; null for changes.")
          @Nullable Access access) {
    /** Creates an entry for a change. */
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
   * A retention that was set.
   *
   * @param days the number of days; null for forever
   */
  @Schema(name = "SetRetention")
  public record SetRetention(@Nullable Integer days) {}

  /**
   * The details of a sign-in, sign-out, refusal, or access to files or user lists. Equal accesses
   * within a minute (refusals: within an hour) are one entry.
   *
   * @param lastAt when it last happened
   * @param count the number of occurrences
   * @param completed the number of completely sent responses
   * @param bytes the total size of all responses in bytes
   * @param keyName the API key's display name, if any
   * @param address the client's address; the network of an IPv6 address
   * @param operation the operation's id
   * @param exportId the export concerned, if any
   * @param exportKind the kind of export, if any
   * @param goalId the goal concerned, if any
   * @param channel the channel concerned, if any
   * @param stepId the step concerned, if any
   */
  @Schema(name = "HistoryAccess")
  public record Access(
      Instant lastAt,
      @Schema(
              description =
                  "The number of occurrences. Equal accesses within a minute are one entry,"
                      + " refusals within an hour.")
          long count,
      @Schema(description = "The number of completely sent responses.") long completed,
      @Schema(description = "The total size of all responses in bytes.") long bytes,
      Optional<String> keyName,
      @Schema(description = "The client's address; for IPv6 the network.") Optional<String> address,
      @Schema(description = "The `operationId` of the operation, as in this document.")
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
   * @param limit the limit
   * @param maximum the new maximum; null if it was reset to the default
   */
  @Schema(name = "SetLimit")
  public record SetLimit(
      Limit limit,
      @Schema(description = "The new maximum; null if it was reset to the default.")
          @Nullable Long maximum) {}

  /**
   * Creates a page from the logs.
   *
   * @param changes the entries of the change logs, sorted
   * @param accesses the entries of the audit log, sorted
   * @param query the query of each log, with one entry more than the page
   * @param removed the number of older entries that were removed to make room
   */
  static TenantHistory of(
      List<ChangeLog.Entry> changes, List<AuditEntry> accesses, LogQuery query, long removed) {
    Comparator<Keyed> order = Comparator.comparing(Keyed::key);
    List<Keyed> all =
        Stream.concat(
                changes.stream().map(change -> new Keyed(change.key(), entry(change))),
                accesses.stream().map(access -> new Keyed(access.key(), entry(access))))
            .sorted(query.latestFirst() ? order.reversed() : order)
            .toList();
    List<Keyed> page = all.stream().limit(query.limit() - 1L).toList();
    return new TenantHistory(
        page.stream().map(Keyed::entry).toList(),
        removed,
        all.size() > page.size() ? cursor(page.getLast().key()) : null);
  }

  /** An entry with its sort key. */
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
