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
 * What the log of erasures adds up to. The users and what is still on the disk may be many, so they
 * are not copied: they only grow and shrink with the log, and reading a change twice changes
 * nothing.
 *
 * @param boundaries the times before which users' events are erased, in milliseconds since 1970
 * @param onDisk when the erasures were asked for whose bytes may still be there, by position
 * @param pending those that are not effective yet, by position
 * @param ends which answers ended, by tenant
 * @param removed when bytes were off the disk, by the position up to which that holds
 * @param position that of the last change
 */
record ErasureState(
    ConcurrentMap<TenantId, ConcurrentMap<UserHash, Long>> boundaries,
    NavigableMap<Long, Instant> onDisk,
    NavigableMap<Long, Pending> pending,
    Map<TenantId, Ends> ends,
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
   * @param removal which answers will end with it, once its rows are removed
   */
  record Pending(long position, UUID id, TenantId tenant, Optional<Ends> removal) {
    Pending removed(Ends known) {
      // By whichever instance was first.
      return removal.isPresent() ? this : new Pending(position, id, tenant, Optional.of(known));
    }
  }

  /**
   * Which answers of a tenant ended: those that were begun before a position of the log was known.
   *
   * @param all the position for all
   * @param byJourney those for single journeys
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

  /** After further changes. */
  ErasureState after(List<Change> changes) {
    NavigableMap<Long, Pending> stillPending = new TreeMap<>(pending);
    Map<TenantId, Ends> nowEnded = new HashMap<>(ends);
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
              new Pending(
                  change.position(), UUID.fromString(change.subject()), tenant, Optional.empty()));
        }
        case ErasureChange.RowsRemoved(var positions, var journeys) -> {
          Ends removal = Ends.of(journeys, change.position());
          positions.forEach(
              one -> stillPending.computeIfPresent(one, (_, known) -> known.removed(removal)));
        }
        case ErasureChange.Effective(var positions) ->
            nowEnded.merge(
                new TenantId(change.tenant()),
                positions.stream()
                    .map(stillPending::remove)
                    .filter(Objects::nonNull)
                    // Earlier versions did not say which journeys were concerned.
                    .map(one -> one.removal().orElse(new Ends(change.position(), Map.of())))
                    .distinct()
                    .reduce(Ends.NONE, Ends::and),
                Ends::and);
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
        nowEnded,
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

  /**
   * Which answers may be shown.
   *
   * @param failure why more may have happened
   */
  Epoch epoch(TenantId tenant, Optional<StoreUnavailableException> failure) {
    return epoch(ends.getOrDefault(tenant, Ends.NONE), failure);
  }

  /** Which may be shown once all erasures are effective whose rows are removed. */
  Epoch nextEpoch(TenantId tenant) {
    return epoch(
        pending.values().stream()
            .filter(one -> one.tenant().equals(tenant))
            .flatMap(one -> one.removal().stream())
            .distinct()
            .reduce(ends.getOrDefault(tenant, Ends.NONE), Ends::and),
        Optional.empty());
  }

  private Epoch epoch(Ends some, Optional<StoreUnavailableException> failure) {
    return new Epoch(position, some.all(), some.byJourney(), failure);
  }

  /** When the bytes of an erasure were off the disk. */
  Optional<Instant> removedAt(long erasure) {
    return Optional.ofNullable(removed.ceilingEntry(erasure)).map(Map.Entry::getValue);
  }
}
