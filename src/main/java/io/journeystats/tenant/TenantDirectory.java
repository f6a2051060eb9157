package io.journeystats.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.journeystats.clickhouse.Change;
import io.journeystats.http.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All tenants and keys at one moment: what the log of changes adds up to. A change that makes no
 * sense where it stands has no effect.
 *
 * @param tenants by id
 * @param keys the keys that are in force, by id
 * @param keysByHash the same, by the hash of the secret
 * @param histories what was changed of each tenant and its keys
 */
record TenantDirectory(
    Map<TenantId, Tenant> tenants,
    Map<String, ApiKey> keys,
    Map<String, ApiKey> keysByHash,
    Map<TenantId, TenantHistory> histories) {
  /** The directory before the first change. */
  static final TenantDirectory EMPTY = new TenantDirectory(Map.of(), Map.of(), Map.of(), Map.of());

  private static final ObjectReader READER = Json.mapper().readerFor(TenantChange.class);

  /** Takes the maps as they are: their maker no longer changes them, and they may be large. */
  TenantDirectory {}

  /** The tenant with that id. */
  Optional<Tenant> tenant(TenantId id) {
    return Optional.ofNullable(tenants.get(id));
  }

  /** The key whose secret has that hash. */
  Optional<ApiKey> keyByHash(String hash) {
    return Optional.ofNullable(keysByHash.get(hash));
  }

  /** The key with that id, if it is the tenant's. */
  Optional<ApiKey> key(TenantId tenant, String id) {
    return Optional.ofNullable(keys.get(id)).filter(key -> key.tenant().equals(tenant));
  }

  /** This directory after further changes. */
  TenantDirectory after(List<Change> changes) {
    TenantDirectory copy =
        new TenantDirectory(
            new HashMap<>(tenants),
            new HashMap<>(keys),
            new HashMap<>(keysByHash),
            new HashMap<>(histories));
    changes.forEach(copy::apply);
    return copy;
  }

  private void apply(Change change) {
    TenantId id = new TenantId(change.tenant());
    TenantChange what = read(change);
    boolean hasEffect =
        switch (what) {
          case TenantChange.Created created ->
              tenants.putIfAbsent(id, new Tenant(id, created.name(), created.timeZone())) == null;
          case TenantChange.Edited edited -> edit(id, edited);
          case TenantChange.KeyIssued issued -> issue(id, issued, change);
          case TenantChange.KeyRevoked revoked -> revoke(id, revoked);
        };
    if (hasEffect) {
      var _ =
          histories.merge(
              id, TenantHistory.of(change, what), (known, further) -> known.and(further));
    }
  }

  private boolean edit(TenantId id, TenantChange.Edited edited) {
    return tenants.computeIfPresent(
            id,
            (same, tenant) ->
                new Tenant(
                    id,
                    edited.name().orElse(tenant.name()),
                    edited.timeZone().orElse(tenant.timeZone())))
        != null;
  }

  private boolean issue(TenantId tenant, TenantChange.KeyIssued issued, Change change) {
    if (!tenants.containsKey(tenant) || keys.containsKey(issued.id())) {
      return false;
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
    return true;
  }

  private boolean revoke(TenantId tenant, TenantChange.KeyRevoked revoked) {
    Optional<ApiKey> key = key(tenant, revoked.id());
    key.ifPresent(present -> {
      keys.remove(present.id());
      keysByHash.remove(present.secretHash());
    });
    return key.isPresent();
  }

  private static TenantChange read(Change change) {
    try {
      return READER.readValue(change.payload());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(
          "change " + change.id() + " of tenant " + change.tenant() + " cannot be read",
          unreadable);
    }
  }
}
