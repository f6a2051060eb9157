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

/** The tenants and their keys: read from memory, changed in ClickHouse. */
public final class Tenants implements Managed {
  private final EventSourcedState<TenantDirectory> catalogue;
  private final ChangeLog log;
  private final TenantLimits limits;
  private final InstantSource clock;
  private final ObjectMapper json = Json.mapper();

  /** The tenants that this database keeps, with the usual limits. */
  public Tenants(DSLContext database, InstantSource clock) {
    this(database, TenantLimits.USUAL, clock, new ChangeWatch(database));
  }

  /**
   * The tenants that this database keeps; to be started before the first request.
   *
   * @param limits how much each may have, unless the operator has decided otherwise
   * @param watch looks for changes that other instances made
   */
  public Tenants(DSLContext database, TenantLimits limits, InstantSource clock, ChangeWatch watch) {
    this.log = new ChangeLog(database, ChangeLog.TENANTS);
    this.catalogue =
        new EventSourcedState<>(log, TenantDirectory.EMPTY, TenantDirectory::after, watch);
    this.limits = limits;
    this.clock = clock;
  }

  /** The tenant with that id; empty where it is unknown. */
  public Optional<Tenant> find(TenantId id) {
    return catalogue.state().tenant(id);
  }

  /** All tenants, by id. */
  public List<Tenant> all() {
    return catalogue.state().tenants().values().stream()
        .sorted(Comparator.comparing(Tenant::id))
        .toList();
  }

  /** The caller that holds that secret; empty where it is no key that is known to be in force. */
  Optional<Caller> authenticate(String secret) {
    return Secrets.hasForm(secret) ? authenticate(secret, catalogue.state()) : Optional.empty();
  }

  /**
   * The same, with the store asked once more: another instance may have issued the key a moment
   * ago.
   */
  Optional<Caller> authenticateAnew(String secret) {
    return Secrets.hasForm(secret) ? authenticate(secret, catalogue.refresh()) : Optional.empty();
  }

  /** The caller that holds the key with that id; empty where it is not in force. */
  Optional<Caller> callerWithKey(String keyId) {
    TenantDirectory directory = catalogue.state();
    return Optional.ofNullable(directory.keys().get(keyId)).flatMap(key -> caller(key, directory));
  }

  /** The key with that secret that was revoked, as far as this instance knows. */
  Optional<ApiKey> revoked(String secret) {
    return Secrets.hasForm(secret)
        ? catalogue.state().revokedByHash(Secrets.hash(secret))
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
   * @throws ConflictException where the id is taken
   */
  public Tenant create(Tenant tenant, String author) {
    return change(
            tenant.id(),
            tenant.id().value(),
            author,
            directory -> {
              if (directory.tenant(tenant.id()).isPresent()) {
                throw new ConflictException("The tenant " + tenant.id() + " exists already.");
              }
              if (directory.deleted().containsKey(tenant.id())) {
                throw new ConflictException(
                    "The tenant " + tenant.id() + " was deleted; its id cannot be used again.");
              }
              return new TenantChange.Created(tenant.name(), tenant.timeZone());
            })
        .tenant(tenant.id())
        .orElseThrow();
  }

  /** Changes what an edit names of a tenant. */
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

  /** What no longer counts by the zone and the days of before is not to come back by others. */
  private Optional<Retention> retention(Tenant tenant, TenantEdit.Checked edit) {
    Retention present = tenant.retention();
    boolean isMoved = edit.timeZone().isPresent() && present.days().isPresent();
    if (edit.kept().isEmpty() && !isMoved) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.of(
        new Retention(
            edit.kept().map(TenantEdit.KeptDays::days).orElse(present.days()),
            present.from(tenant.timeZone(), now),
            Optional.of(now)));
  }

  /**
   * Deletes a tenant, for ever; one that was deleted already stays so.
   *
   * @throws NotFoundException where there never was such a tenant
   */
  TenantDeletion delete(TenantId id, String author) {
    TenantDeletion before = catalogue.refresh().deleted().get(id);
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

  /** The tenants that were deleted before some time and still have something on the disk. */
  public List<TenantId> deletedBefore(Instant time) {
    return catalogue.refresh().deleted().values().stream()
        .filter(deletion -> !deletion.isErased() && deletion.deletedAt().isBefore(time))
        .map(TenantDeletion::id)
        .sorted()
        .toList();
  }

  /** How many tenants were deleted and still have something on the disk. */
  public long toErase() {
    return catalogue.state().deleted().values().stream()
        .filter(deletion -> !deletion.isErased())
        .count();
  }

  /** Notes that all that a deleted tenant had is off the disk. */
  public void erased(TenantId id) {
    var _ = change(id, id.value(), "service", _ -> new TenantChange.Erased());
  }

  /** How much the tenant may have. */
  public TenantLimits limits(TenantId tenant) {
    return limits(catalogue.state(), tenant);
  }

  private TenantLimits limits(TenantDirectory directory, TenantId tenant) {
    Map<Limit, Long> own = directory.limits().get(tenant);
    return own == null ? limits : limits.with(own);
  }

  /** How many keys of the tenant are in force. */
  public long keysInForce(TenantId tenant) {
    return catalogue.state().keysOf(tenant);
  }

  /** Issues a key; the answer is the only place where its secret ever stands. */
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
              .check(Limit.KEYS, directory.keysOf(tenant), 1, "Revoke keys that are not used");
          return new TenantChange.KeyIssued(id, role, name, Secrets.hash(secret));
        });
    return new IssuedKey(id, secret, role);
  }

  /**
   * What was changed of a tenant and its keys, and which journeys were deleted.
   *
   * @throws NotFoundException where there is no such tenant
   */
  List<ChangeLog.Entry> history(TenantId tenant, LogQuery wanted) {
    requireKnownOnce(tenant);
    return log.with(TenantHistory.OF_OTHERS, wanted);
  }

  /** The tenant's keys in force, oldest first. */
  public List<ApiKey> keys(TenantId tenant) {
    TenantDirectory directory = catalogue.state();
    requireTenant(directory, tenant);
    return directory.keys().values().stream()
        .filter(key -> key.tenant().equals(tenant))
        .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
        .toList();
  }

  /** Takes a key out of force, for ever. */
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

  /** What keeps this from being read or changed, in sentences; empty where all is well. */
  public List<String> troubles() {
    return catalogue.troubles();
  }

  @Override
  public void start() {
    catalogue.start();
  }

  @Override
  public void stop() {
    catalogue.stop();
  }

  /** What is to happen, given the present; throws where it may not. */
  private interface Decision {
    TenantChange decide(TenantDirectory present);
  }

  private TenantDirectory change(
      TenantId tenant, String subject, String author, Decision decision) {
    return catalogue.change(directory ->
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
   * Tells whether there is such a tenant.
   *
   * @throws NotFoundException where there is none
   */
  void requireKnown(TenantId id) {
    requireTenant(catalogue.state(), id);
  }

  /**
   * Tells whether there is such a tenant, or was until it was deleted.
   *
   * @throws NotFoundException where there never was one
   */
  void requireKnownOnce(TenantId id) {
    TenantDirectory directory = catalogue.refresh();
    if (!directory.deleted().containsKey(id)) {
      requireTenant(directory, id);
    }
  }

  /**
   * The tenant with that id.
   *
   * @throws NotFoundException where there is none
   */
  Tenant required(TenantId id) {
    return required(catalogue.state(), id);
  }

  /** The moment of a question. */
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
