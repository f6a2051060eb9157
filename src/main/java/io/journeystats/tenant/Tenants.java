package io.journeystats.tenant;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.EventSourcedState;
import io.journeystats.clickhouse.LogQuery;
import io.journeystats.http.ConflictException;
import io.journeystats.http.Json;
import io.journeystats.http.NotFoundException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The tenants and their API keys, read from memory and changed in ClickHouse. */
public final class Tenants implements Managed {
  private final EventSourcedState<TenantDirectory> directories;
  private final ChangeLog log;
  private final TenantLimits limits;
  private final InstantSource clock;
  private final ObjectMapper json = Json.mapper();

  /** Creates the tenants of a database with the default limits. */
  public Tenants(DSLContext database, InstantSource clock) {
    this(database, TenantLimits.DEFAULTS, clock, new ChangeWatch(database));
  }

  /**
   * Creates the tenants of a database. They must be started before the first request.
   *
   * @param limits the limits of tenants for which the operator has set no others
   * @param watch detects changes by other instances
   */
  public Tenants(DSLContext database, TenantLimits limits, InstantSource clock, ChangeWatch watch) {
    this.log = new ChangeLog(database, ChangeLog.TENANTS);
    this.directories =
        new EventSourcedState<>(log, TenantDirectory.EMPTY, TenantDirectory::after, watch);
    this.limits = limits;
    this.clock = clock;
  }

  /** Returns the tenant with the given id; empty if it does not exist. */
  public Optional<Tenant> find(TenantId id) {
    return directories.state().tenant(id);
  }

  /** Returns all tenants by id. */
  public List<Tenant> all() {
    return directories.state().tenants().values().stream()
        .sorted(Comparator.comparing(Tenant::id))
        .toList();
  }

  /**
   * Returns the caller with the given secret; empty if it is not the secret of an active key in
   * memory.
   */
  Optional<Caller> authenticate(String secret) {
    return Secrets.hasForm(secret) ? authenticate(secret, directories.state()) : Optional.empty();
  }

  /**
   * Authenticates after reloading the keys, since another instance may have just issued this one.
   */
  Optional<Caller> authenticateFresh(String secret) {
    return Secrets.hasForm(secret) ? authenticate(secret, directories.refresh()) : Optional.empty();
  }

  /** Returns the caller with the given key id; empty if the key is not active. */
  Optional<Caller> callerWithKey(String keyId) {
    TenantDirectory directory = directories.state();
    return Optional.ofNullable(directory.keys().get(keyId)).flatMap(key -> caller(key, directory));
  }

  /** Returns the revoked key with the given secret, if this instance knows it. */
  Optional<ApiKey> revoked(String secret) {
    return Secrets.hasForm(secret)
        ? directories.state().revokedByHash(Secrets.hash(secret))
        : Optional.empty();
  }

  private static Optional<Caller> authenticate(String secret, TenantDirectory directory) {
    return directory.keyByHash(Secrets.hash(secret)).flatMap(key -> caller(key, directory));
  }

  private static Optional<Caller> caller(ApiKey key, TenantDirectory directory) {
    return directory
        .tenant(key.tenant())
        .map(tenant -> new Caller.OfTenant(tenant, key.id(), key.name(), key.role()));
  }

  /**
   * Creates a tenant.
   *
   * @throws ConflictException if the id is in use
   */
  public Tenant create(Tenant tenant, String author) {
    return change(
            tenant.id(),
            tenant.id().value(),
            author,
            directory -> {
              if (directory.tenant(tenant.id()).isPresent()) {
                throw new ConflictException("The tenant " + tenant.id() + " already exists.");
              }
              if (directory.deleted().containsKey(tenant.id())) {
                throw new ConflictException(
                    "The tenant " + tenant.id() + " was deleted; its id cannot be reused.");
              }
              return new TenantChange.Created(tenant.name(), tenant.timeZone());
            })
        .tenant(tenant.id())
        .orElseThrow();
  }

  /** Changes a tenant. */
  Tenant edit(TenantId id, TenantEdit.Checked edit, String author) {
    return change(
            id,
            id.value(),
            author,
            directory -> {
              Tenant tenant = required(directory, id);
              return new TenantChange.Edited(
                  edit.name(),
                  edit.timeZone(),
                  edit.limits().set(),
                  edit.limits().reset(),
                  retention(tenant, edit));
            })
        .tenant(id)
        .orElseThrow();
  }

  /** Events that have expired must not reappear after a change of the time zone or retention. */
  private Optional<Retention> retention(Tenant tenant, TenantEdit.Checked edit) {
    Retention current = tenant.retention();
    boolean isMoved = edit.timeZone().isPresent() && current.days().isPresent();
    if (edit.kept().isEmpty() && !isMoved) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(
        new Retention(
            edit.kept().map(TenantEdit.KeptDays::days).orElse(current.days()),
            current.from(tenant.timeZone(), now),
            Optional.of(now)));
  }

  /**
   * Permanently deletes a tenant; has no effect if it is already deleted.
   *
   * @throws NotFoundException if the tenant never existed
   */
  TenantDeletion delete(TenantId id, String author) {
    TenantDeletion before = directories.refresh().deleted().get(id);
    if (before != null) {
      return before;
    }
    return requireNonNull(
        change(
                id,
                id.value(),
                author,
                directory -> {
                  requireTenant(directory, id);
                  return new TenantChange.Deleted();
                })
            .deleted()
            .get(id));
  }

  /**
   * Returns the tenants that were deleted before the given time and still have data on the disk.
   */
  public List<TenantId> deletedBefore(Instant time) {
    return directories.refresh().deleted().values().stream()
        .filter(deletion -> !deletion.isErased() && deletion.deletedAt().isBefore(time))
        .map(TenantDeletion::id)
        .sorted()
        .toList();
  }

  /** Returns the number of deleted tenants that still have data on the disk. */
  public long toErase() {
    return directories.state().deleted().values().stream()
        .filter(deletion -> !deletion.isErased())
        .count();
  }

  /** Records that all data of a deleted tenant is removed from the disk. */
  public void erased(TenantId id) {
    var _ = change(id, id.value(), "service", _ -> new TenantChange.Erased());
  }

  /** Returns the limits of a tenant. */
  public TenantLimits limits(TenantId tenant) {
    return limits(directories.state(), tenant);
  }

  private TenantLimits limits(TenantDirectory directory, TenantId tenant) {
    Map<Limit, Long> own = directory.limits().get(tenant);
    return own == null ? limits : limits.with(own);
  }

  /** Returns the number of active keys of a tenant. */
  public long keysInForce(TenantId tenant) {
    return directories.state().keysOf(tenant);
  }

  /** Issues a key. The secret is only available in the result. */
  public IssuedKey issueKey(TenantId tenant, Role role, Optional<String> name, String author) {
    String id = UUID.randomUUID().toString();
    String secret = Secrets.generate();
    change(
        tenant,
        id,
        author,
        directory -> {
          requireTenant(directory, tenant);
          limits(directory, tenant)
              .check(Limit.KEYS, directory.keysOf(tenant), 1, "Revoke unused keys");
          return new TenantChange.KeyIssued(id, role, name, Secrets.hash(secret));
        });
    return new IssuedKey(id, secret, role);
  }

  /**
   * Returns the changes of a tenant and its keys, deleted journeys and erased users.
   *
   * @throws NotFoundException if the tenant never existed
   */
  List<ChangeLog.Entry> history(TenantId tenant, LogQuery query) {
    requireEverExisted(tenant);
    return log.history(TenantHistory.OF_OTHERS, query);
  }

  /** Returns the active keys of a tenant, oldest first. */
  public List<ApiKey> keys(TenantId tenant) {
    TenantDirectory directory = directories.state();
    requireTenant(directory, tenant);
    return directory.keys().values().stream()
        .filter(key -> key.tenant().equals(tenant))
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
        .toList();
  }

  /** Permanently revokes a key. */
  public void revokeKey(TenantId tenant, String keyId, String author) {
    var _ =
        change(
            tenant,
            keyId,
            author,
            directory -> {
              if (directory.key(tenant, keyId).isEmpty()) {
                throw new NotFoundException("There is no key " + keyId + ".");
              }
              return new TenantChange.KeyRevoked(keyId);
            });
  }

  /** Returns the problems that prevent reads or changes, as sentences; empty if there are none. */
  public List<String> troubles() {
    return directories.troubles();
  }

  @Override
  public void start() {
    directories.start();
  }

  @Override
  public void stop() {
    directories.stop();
  }

  /** Decides on a change given the current state; throws if it is not allowed. */
  private interface Decision {
    TenantChange decide(TenantDirectory current);
  }

  private TenantDirectory change(
      TenantId tenant, String subject, String author, Decision decision) {
    return directories.change(directory ->
        new Change.Draft(
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            author,
            tenant.value(),
            subject,
            write(decision.decide(directory))));
  }

  private String write(TenantChange change) {
    try {
      return json.writerFor(TenantChange.class).writeValueAsString(change);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a change that cannot be written", impossible);
    }
  }

  /**
   * Requires that a tenant exists.
   *
   * @throws NotFoundException if it does not
   */
  void requireKnown(TenantId id) {
    requireTenant(directories.state(), id);
  }

  /**
   * Requires that a tenant exists or existed.
   *
   * @throws NotFoundException if it never existed
   */
  void requireEverExisted(TenantId id) {
    TenantDirectory directory = directories.refresh();
    if (!directory.deleted().containsKey(id)) {
      requireTenant(directory, id);
    }
  }

  /**
   * Returns the tenant with the given id.
   *
   * @throws NotFoundException if it does not exist
   */
  Tenant required(TenantId id) {
    return required(directories.state(), id);
  }

  /** Returns the current time. */
  Instant now() {
    return clock.instant();
  }

  private static void requireTenant(TenantDirectory directory, TenantId id) {
    var _ = required(directory, id);
  }

  private static Tenant required(TenantDirectory directory, TenantId id) {
    return directory
        .tenant(id)
        .orElseThrow(() -> new NotFoundException("There is no tenant " + id + "."));
  }
}
