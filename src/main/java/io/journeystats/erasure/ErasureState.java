package io.journeystats.erasure;

import io.journeystats.clickhouse.Change;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What the log of erasures adds up to. The users and what is still on the disk may be many, so they
 * are not copied: they only grow and shrink with the log, and reading a change twice changes
 * nothing.
 *
 * @param boundaries the times before which users' events are erased, in milliseconds since 1970
 * @param onDisk when the erasures were asked for whose bytes may still be there, by position
 * @param pending those that are not effective yet, by position
 * @param effective the position at which the last erasure of a tenant became effective
 * @param removed when bytes were off the disk, by the position up to which that holds
 * @param position that of the last change
 */
record ErasureState(
    ConcurrentMap<TenantId, ConcurrentMap<UserHash, Long>> boundaries,
    NavigableMap<Long, Instant> onDisk,
    NavigableMap<Long, Pending> pending,
    Map<TenantId, Long> effective,
    NavigableMap<Long, Instant> removed,
    long position) {

  /** Before the first change. */
  static ErasureState empty() {
    return new ErasureState(
        new ConcurrentHashMap<>(),
        new ConcurrentSkipListMap<>(),
        new TreeMap<>(),
        Map.of(),
        new TreeMap<>(),
        0);
  }

  /**
   * An erasure that is not effective yet.
   *
   * @param position its position in the log
   * @param id its id
   * @param tenant whose user
   */
  record Pending(long position, UUID id, TenantId tenant) {}

  /** After further changes. */
  ErasureState after(List<Change> changes) {
    NavigableMap<Long, Pending> stillPending = new TreeMap<>(pending);
    Map<TenantId, Long> nowEffective = new HashMap<>(effective);
    NavigableMap<Long, Instant> nowRemoved = new TreeMap<>(removed);
    for (Change change : changes) {
      switch (ErasureChange.of(change)) {
        case ErasureChange.Erased(var user, var before) -> {
          TenantId tenant = new TenantId(change.tenant());
          boundaries
              .computeIfAbsent(tenant, _ -> new ConcurrentHashMap<>())
              .merge(user, before.toEpochMilli(), Math::max);
          onDisk.put(change.position(), before);
          stillPending.put(
              change.position(),
              new Pending(change.position(), UUID.fromString(change.subject()), tenant));
        }
        case ErasureChange.Effective(var positions) -> {
          positions.forEach(stillPending::remove);
          nowEffective.put(new TenantId(change.tenant()), change.position());
        }
        case ErasureChange.Removed(var through) -> {
          onDisk.headMap(through, true).clear();
          nowRemoved.put(through, change.at());
        }
      }
    }
    return new ErasureState(
        boundaries,
        onDisk,
        stillPending,
        nowEffective,
        nowRemoved,
        changes.isEmpty() ? position : changes.getLast().position());
  }

  /** How many users are known, of all tenants. */
  long size() {
    return boundaries.values().stream().mapToLong(Map::size).sum();
  }

  /** The erased users of a tenant. */
  ErasedUsers of(TenantId tenant) {
    return new ErasedUsers(tenant, boundaries.get(tenant));
  }

  /** What answers have to have in common with the present. */
  long epoch(TenantId tenant) {
    return effective.getOrDefault(tenant, 0L);
  }

  /** When the bytes of an erasure were off the disk. */
  Optional<Instant> removedAt(long erasure) {
    return Optional.ofNullable(removed.ceilingEntry(erasure)).map(Map.Entry::getValue);
  }
}
