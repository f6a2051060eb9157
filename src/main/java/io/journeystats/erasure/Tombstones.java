package io.journeystats.erasure;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.Change;
import io.journeystats.clickhouse.ChangeLog;
import io.journeystats.clickhouse.ChangeWatch;
import io.journeystats.clickhouse.EventSourcedState;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.http.ConflictException;
import io.journeystats.http.NotFoundException;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/**
 * The erased users, stored as hashes in an append-only log and in memory, so that events from
 * before their erasure are not stored again.
 *
 * <p>Several instances may share the log. Each reads it several times within a lease, and neither
 * inserts nor returns cached answers as current based on an older read. So one lease after an
 * erasure was written to the log, every insert that starts knows of it.
 */
public final class Tombstones implements Managed {

  /** The maximum number of users per erasure request. */
  public static final int MOST_TOGETHER = ChangeLog.MOST_TOGETHER;

  /** The column of an insert with the time until which it may start. */
  public static final String VALID_UNTIL = "valid_until";

  private final ChangeLog log;
  private final EventSourcedState<ErasureState> catalogue;
  private final ErasureSettings settings;
  private final ErasureLease lease;
  private final Map<UUID, CompletableFuture<Void>> insertions = new ConcurrentHashMap<>();

  /**
   * Creates the tombstones of a database. They must be started before the first request.
   *
   * @param database the database
   */
  public Tombstones(DSLContext database, ErasureSettings settings) {
    this(database, settings, new ChangeWatch(database, settings.lookInterval()));
  }

  /**
   * Creates the tombstones of a database. They must be started before the first request.
   *
   * @param database the database
   * @param watch checks the log several times within a lease
   */
  public Tombstones(DSLContext database, ErasureSettings settings, ChangeWatch watch) {
    this.log = new ChangeLog(database, ChangeLog.ERASURES);
    this.catalogue = new EventSourcedState<>(log, ErasureState.empty(), ErasureState::after, watch);
    this.settings = settings;
    this.lease = new ErasureLease(database, catalogue, settings, watch);
  }

  /** An insert in progress. It must be closed at its end, since erasures wait for it. */
  public interface Insertion extends AutoCloseable {
    /** Returns the known erased users of a tenant. */
    ErasedUsers users(TenantId tenant);

    /** Returns the time, by ClickHouse's clock, until which the statement may start. */
    Instant validUntil();

    @Override
    void close();
  }

  private record Running(ErasureState state, Instant validUntil, Runnable end)
      implements Insertion {
    @Override
    public ErasedUsers users(TenantId tenant) {
      return state.of(tenant);
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Starts an insert.
   *
   * @throws StoreUnavailableException if the erased users are unknown
   */
  public Insertion insertion() {
    UUID id = UUID.randomUUID();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runnable end =
        () -> {
          insertions.remove(id);
          ended.complete(null);
        };
    // Register the insert first: an erasure that this copy of the log misses then waits for its
    // end.
    insertions.put(id, ended);
    try {
      Instant validUntil = lease.validUntil();
      return new Running(catalogue.state(), validUntil, end);
    } catch (RuntimeException e) {
      end.run();
      throw e;
    }
  }

  /** Returns the erased users of a tenant, to compare with newly received events. */
  public ErasedUsers users(TenantId tenant) {
    return catalogue.state().of(tenant);
  }

  /**
   * Returns the current epoch of a tenant.
   *
   * @throws StoreUnavailableException if the erased users were never known
   */
  public Epoch epoch(TenantId tenant) {
    Optional<StoreUnavailableException> failure = Optional.empty();
    try {
      var _ = lease.validUntil();
    } catch (StoreUnavailableException unavailable) {
      failure = Optional.of(unavailable);
    }
    return catalogue.state().epoch(tenant, failure);
  }

  /**
   * Returns the epoch that starts when all erasures whose rows are removed have become effective.
   * Answers whose computation starts now are valid in it.
   */
  public Epoch nextEpoch(TenantId tenant) {
    return catalogue.state().nextEpoch(tenant);
  }

  /**
   * A request to erase a user.
   *
   * @param id the id of the erasure
   * @param author the id of the API key
   */
  public record Wanted(UUID id, TenantId tenant, String userId, String author) {}

  /**
   * Appends erasures to the log, all or none. They are durable afterwards, but not yet effective.
   *
   * @param some at most {@link #MOST_TOGETHER} erasures
   * @param before events with an earlier time are erased
   * @throws ConflictException if the service has the maximum number of erased users
   */
  public void add(List<Wanted> some, Instant before) {
    List<Change.Draft> drafts =
        some.stream()
            .map(one ->
                draft(
                    one.tenant().value(),
                    one.id().toString(),
                    before,
                    one.author(),
                    new ErasureChange.Erased(UserHash.of(one.tenant(), one.userId()), before)))
            .toList();
    var _ =
        catalogue.changeAll(state -> {
          if (state.size() + drafts.size() > settings.mostUsers()) {
            throw new ConflictException(
                "The service has %d erased users, the maximum of `erasure.mostUsers` in its configuration. Ask the operator for a higher limit."
                    .formatted(settings.mostUsers()));
          }
          return drafts;
        });
  }

  /**
   * Returns whether other erasures of the tenant are not yet effective. Such an erasure,
   * interrupted or running on another instance, may have removed rows of the same users.
   *
   * @param positions the positions of the erasures to ignore
   */
  public boolean areOthersPending(TenantId tenant, List<Long> positions) {
    return catalogue.refresh().pending().values().stream()
        .anyMatch(one -> one.tenant().equals(tenant) && !positions.contains(one.position()));
  }

  /**
   * Records that the rows of some users are removed from the store.
   *
   * @param positions the positions of their erasures, all of one tenant
   * @param journeys the journeys in which they had events
   */
  public void rowsRemoved(TenantId tenant, List<Long> positions, Set<UUID> journeys, Instant now) {
    var _ =
        catalogue.change(_ ->
            draft(tenant.value(), "", now, "", new ErasureChange.RowsRemoved(positions, journeys)));
  }

  /** Records that erasures of a tenant are effective. */
  public void effective(TenantId tenant, List<Long> positions, Instant now) {
    var _ =
        catalogue.change(
            _ -> draft(tenant.value(), "", now, "", new ErasureChange.Effective(positions)));
  }

  /** Records that the bytes of all erasures up to a position are removed from the disk. */
  public void removed(long through, Instant now) {
    var _ = catalogue.change(_ -> draft("", "", now, "", new ErasureChange.Removed(through)));
  }

  private static Change.Draft draft(
      String tenant, String subject, Instant at, String author, ErasureChange change) {
    return new Change.Draft(at, author, tenant, subject, change.json());
  }

  /**
   * Waits until all inserts that may not know the current log have ended on this instance and can
   * no longer start on others.
   */
  public void awaitInsertions() {
    List<CompletableFuture<Void>> own = List.copyOf(insertions.values());
    awaitInstances();
    own.forEach(CompletableFuture::join);
  }

  /**
   * Waits until every instance knows the current log or no longer returns cached answers as
   * current.
   */
  public void awaitInstances() {
    if (!settings.isAlone()) {
      Instant all = lease.clock().plus(settings.lease());
      for (Duration remaining = remaining(all);
          !remaining.isNegative();
          remaining = remaining(all)) {
        sleep(remaining.plusMillis(1));
      }
    }
  }

  private Duration remaining(Instant until) {
    return Duration.between(lease.clock(), until);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during the erasure of a user", e);
    }
  }

  /** Returns the erasures that are not yet effective. */
  public List<Erasure> pending() {
    return catalogue.state().pending().values().stream()
        .map(one -> new Erasure(one.id(), one.tenant(), one.position()))
        .toList();
  }

  /**
   * An erasure.
   *
   * @param id its id
   * @param tenant the user's tenant
   * @param position its position in the log
   */
  public record Erasure(UUID id, TenantId tenant, long position) {}

  /** Returns whether an erasure is not yet effective. */
  public boolean isPending(UUID id) {
    return pending().stream().anyMatch(one -> one.id().equals(id));
  }

  /**
   * Returns the position of the last erasure before the given time whose bytes may be on the disk;
   * empty if there is none, or if an earlier one is not yet effective.
   */
  public OptionalLong removable(Instant before) {
    ErasureState state = catalogue.state();
    OptionalLong through = OptionalLong.empty();
    for (var one : state.onDisk().entrySet()) {
      if (!one.getValue().isBefore(before)) {
        break;
      }
      if (state.pending().containsKey(one.getKey())) {
        return OptionalLong.empty();
      }
      through = OptionalLong.of(one.getKey());
    }
    return through;
  }

  /**
   * Returns the time of the oldest erasure whose bytes may be on the disk; empty if there is none.
   */
  public Optional<Instant> oldestOnDisk() {
    return catalogue.state().onDisk().values().stream().findFirst();
  }

  /**
   * Returns the erasure with the given id.
   *
   * @throws NotFoundException if the tenant has none
   */
  public ErasureView find(TenantId tenant, UUID id) {
    ErasureState state = catalogue.refresh();
    List<Change> changes = new ArrayList<>();
    log.forEach(tenant.value(), id.toString(), _ -> {}, changes::add);
    if (changes.isEmpty()) {
      throw new NotFoundException("There is no erasure with this id.");
    }
    Change change = changes.getFirst();
    Optional<Instant> removedAt = state.removedAt(change.position());
    ErasureStatus status =
        state.pending().containsKey(change.position())
            ? ErasureStatus.PENDING
            : removedAt.isPresent() ? ErasureStatus.REMOVED : ErasureStatus.ERASED;
    return new ErasureView(id, status, change.at(), change.author(), removedAt);
  }

  /** Returns the problems that prevent reads or changes, as sentences; empty if there are none. */
  public List<String> troubles() {
    return catalogue.troubles();
  }

  @Override
  public void start() {
    var _ = catalogue.state();
    if (!settings.isAlone()) {
      lease.start();
    }
  }

  @Override
  public void stop() {
    lease.stop();
  }
}
