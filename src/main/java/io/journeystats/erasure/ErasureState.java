package io.journeystats.erasure;

import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * The state of all erasures, computed from the change log. The users and erasures on the disk may
 * be many, so these maps are shared between states rather than copied: applying a change twice has
 * no effect.
 *
 * @param boundaries the times in milliseconds since 1970 before which users' events are erased
 * @param onDisk the times of erasures whose bytes may still be on the disk, by position
 * @param pending the erasures that are not yet effective, by position
 * @param ends the answers that are no longer valid, by tenant
 * @param removed when bytes were removed from the disk, by the position up to which that holds
 * @param position the position of the latest change
 */
record ErasureState(
    ConcurrentMap<TenantId, ConcurrentMap<UserHash, Long>> boundaries,
    NavigableMap<Long, Instant> onDisk,
    NavigableMap<Long, Pending> pending,
    Map<TenantId, Ends> ends,
    NavigableMap<Long, Instant> removed,
    long position) {

  /** Creates the initial state. */
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
   * An erasure that is not yet effective.
   *
   * @param position its position in the log
   * @param id its id
   * @param tenant the user's tenant
   * @param removal the answers that it will invalidate, once its rows are removed
   */
  record Pending(long position, UUID id, TenantId tenant, Optional<Ends> removal) {
    Pending removed(Ends known) {
      // The first instance that removed the rows counts.
      return removal.isPresent() ? this : new Pending(position, id, tenant, Optional.of(known));
    }
  }

  /**
   * The answers of a tenant that are no longer valid: those computed before a position of the log
   * was known.
   *
   * @param all the position for all answers
   * @param byJourney later positions for single journeys
   */
  record Ends(long all, Map<UUID, Long> byJourney) {
    static final Ends NONE = new Ends(0, Map.of());

    Ends {
      byJourney = Map.copyOf(byJourney);
    }

    static Ends of(Set<UUID> journeys, long position) {
      return new Ends(
          0, journeys.stream().collect(Collectors.toMap(journey -> journey, _ -> position)));
    }

    Ends and(Ends others) {
      Map<UUID, Long> both = new HashMap<>(byJourney);
      others.byJourney.forEach((journey, position) -> both.merge(journey, position, Math::max));
      return new Ends(Math.max(all, others.all), both);
    }
  }

  /** Returns the state after further changes. */
  ErasureState after(List<Change> changes) {
    NavigableMap<Long, Pending> stillPending = new TreeMap<>(pending);
    Map<TenantId, Ends> nextEnds = new HashMap<>(ends);
    NavigableMap<Long, Instant> nextRemoved = new TreeMap<>(removed);
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
              new Pending(
                  change.position(), UUID.fromString(change.subject()), tenant, Optional.empty()));
        }
        case ErasureChange.RowsRemoved(var positions, var journeys) -> {
          Ends removal = Ends.of(journeys, change.position());
          positions.forEach(erasure ->
              stillPending.computeIfPresent(erasure, (_, known) -> known.removed(removal)));
        }
        case ErasureChange.Effective(var positions) ->
            nextEnds.merge(
                new TenantId(change.tenant()),
                positions.stream()
                    .map(stillPending::remove)
                    .filter(Objects::nonNull)
                    // Earlier versions did not record the journeys concerned.
                    .map(erasure -> erasure.removal().orElse(new Ends(change.position(), Map.of())))
                    .distinct()
                    .reduce(Ends.NONE, Ends::and),
                Ends::and);
        case ErasureChange.Removed(var through) -> {
          onDisk.headMap(through, true).clear();
          nextRemoved.put(through, change.at());
        }
      }
    }
    return new ErasureState(
        boundaries,
        onDisk,
        stillPending,
        nextEnds,
        nextRemoved,
        changes.isEmpty() ? position : changes.getLast().position());
  }

  /** Returns the number of erased users of all tenants. */
  long size() {
    return boundaries.values().stream().mapToLong(Map::size).sum();
  }

  /** Returns the erased users of a tenant. */
  ErasedUsers of(TenantId tenant) {
    return new ErasedUsers(tenant, boundaries.get(tenant));
  }

  /**
   * Returns the current epoch of a tenant.
   *
   * @param failure why later changes may be unknown
   */
  Epoch epoch(TenantId tenant, Optional<StoreUnavailableException> failure) {
    return epoch(ends.getOrDefault(tenant, Ends.NONE), failure);
  }

  /**
   * Returns the epoch that starts when all erasures whose rows are removed have become effective.
   */
  Epoch nextEpoch(TenantId tenant) {
    return epoch(
        pending.values().stream()
            .filter(erasure -> erasure.tenant().equals(tenant))
            .flatMap(erasure -> erasure.removal().stream())
            .distinct()
            .reduce(ends.getOrDefault(tenant, Ends.NONE), Ends::and),
        Optional.empty());
  }

  private Epoch epoch(Ends some, Optional<StoreUnavailableException> failure) {
    return new Epoch(position, some.all(), some.byJourney(), failure);
  }

  /** Returns when the bytes of an erasure were removed from the disk. */
  Optional<Instant> removedAt(long erasure) {
    return Optional.ofNullable(removed.ceilingEntry(erasure)).map(Map.Entry::getValue);
  }
}
