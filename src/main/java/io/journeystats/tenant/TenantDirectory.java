package io.journeystats.tenant;

import io.journeystats.clickhouse.Change;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable snapshot of all tenants and API keys, computed from the change log. A change that
 * does not apply to the current state has no effect.
 *
 * @param tenants the tenants by id
 * @param keys the active API keys by id
 * @param keysByHash the active API keys, and a bounded number of revoked ones, by the hash of the
 *     secret
 * @param limits the limits of each tenant that override the configuration
 * @param deleted the deleted tenants
 */
record TenantDirectory(
    Map<TenantId, Tenant> tenants,
    Map<String, ApiKey> keys,
    Map<String, ApiKey> keysByHash,
    Map<TenantId, Map<Limit, Long>> limits,
    Map<TenantId, TenantDeletion> deleted) {
  /** The number of revoked keys to remember; further ones are treated as unknown. */
  private static final int MAXIMUM_REVOKED = 10_000;

  /** The initial, empty directory. */
  static final TenantDirectory EMPTY =
      new TenantDirectory(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

  /** Does not copy the maps: they may be large and are not modified afterwards. */
  TenantDirectory {}

  /** Returns the tenant with the given id. */
  Optional<Tenant> tenant(TenantId id) {
    return Optional.ofNullable(tenants.get(id));
  }

  /** Returns the number of active keys of a tenant. */
  long keysOf(TenantId tenant) {
    return keys.values().stream().filter(key -> key.tenant().equals(tenant)).count();
  }

  /** Returns the active key whose secret has the given hash. */
  Optional<ApiKey> keyByHash(String hash) {
    return Optional.ofNullable(keysByHash.get(hash)).filter(key -> keys.containsKey(key.id()));
  }

  /** Returns the revoked key whose secret has the given hash. */
  Optional<ApiKey> revokedByHash(String hash) {
    return Optional.ofNullable(keysByHash.get(hash))
        .filter(key -> !keys.containsKey(key.id()) && tenants.containsKey(key.tenant()));
  }

  /** Returns the active key with the given id, if it belongs to the tenant. */
  Optional<ApiKey> key(TenantId tenant, String id) {
    return Optional.ofNullable(keys.get(id)).filter(key -> key.tenant().equals(tenant));
  }

  /** Returns this directory after further changes. */
  TenantDirectory after(List<Change> changes) {
    TenantDirectory copy =
        new TenantDirectory(
            new HashMap<>(tenants),
            new HashMap<>(keys),
            new HashMap<>(keysByHash),
            new HashMap<>(limits),
            new HashMap<>(deleted));
    changes.forEach(copy::apply);
    return copy;
  }

  private void apply(Change change) {
    TenantId id = new TenantId(change.tenant());
    TenantChange what = TenantChange.of(change);
    switch (what) {
      case TenantChange.Created created -> {
        if (!deleted.containsKey(id)) {
          tenants.putIfAbsent(id, new Tenant(id, created.name(), created.timeZone()));
        }
      }
      case TenantChange.Edited edited -> edit(id, edited);
      case TenantChange.Deleted _ -> delete(id, change);
      case TenantChange.Erased _ -> deleted.computeIfPresent(id, (_, gone) -> gone.erased());
      case TenantChange.KeyIssued issued -> issue(id, issued, change);
      case TenantChange.KeyRevoked revoked -> revoke(id, revoked);
    }
  }

  private void edit(TenantId id, TenantChange.Edited edited) {
    Tenant tenant = tenants.get(id);
    if (tenant != null) {
      tenants.put(
          id,
          new Tenant(
              id,
              edited.name().orElse(tenant.name()),
              edited.timeZone().orElse(tenant.timeZone()),
              edited.retention().orElse(tenant.retention())));
      Map<Limit, Long> next = new EnumMap<>(Limit.class);
      next.putAll(limits.getOrDefault(id, Map.of()));
      next.putAll(edited.limits());
      next.keySet().removeAll(edited.resetLimits());
      limits.put(id, next);
    }
  }

  private void delete(TenantId id, Change change) {
    if (tenants.remove(id) != null) {
      limits.remove(id);
      keys.values().removeIf(key -> key.tenant().equals(id));
      keysByHash.values().removeIf(key -> key.tenant().equals(id));
      deleted.put(id, TenantDeletion.begun(id, change.at()));
    }
  }

  private void issue(TenantId tenant, TenantChange.KeyIssued issued, Change change) {
    if (!tenants.containsKey(tenant) || keys.containsKey(issued.id())) {
      return;
    }
    ApiKey key =
        new ApiKey(
            issued.id(),
            tenant,
            issued.role(),
            issued.name(),
            change.at(),
            change.author(),
            issued.secretHash());
    keys.put(key.id(), key);
    keysByHash.put(key.secretHash(), key);
  }

  private void revoke(TenantId tenant, TenantChange.KeyRevoked revoked) {
    key(tenant, revoked.id())
        .ifPresent(present -> {
          keys.remove(present.id());
          if (keysByHash.size() - keys.size() > MAXIMUM_REVOKED) {
            keysByHash.remove(present.secretHash());
          }
        });
  }
}
