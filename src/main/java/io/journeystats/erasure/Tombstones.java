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
 * The users who were erased, kept as hashes in an append-only log and in memory, so that what was
 * sent before their erasure is not stored again.
 *
 * <p>Several instances may read it. Each reads the log several times within a lease, and neither
 * inserts nor shows an answer from memory as fresh on what it read longer ago. So a lease after an
 * erasure was written to the log, every insertion that has begun since knows of it.
 */
public final class Tombstones implements Managed {

  /** So many users can be erased at once. */
  public static final int MOST_TOGETHER = ChangeLog.MOST_TOGETHER;

  /** The column of an insertion that tells until when it may begin. */
  public static final String VALID_UNTIL = "valid_until";

  private final ChangeLog log;
  private final EventSourcedState<ErasureState> catalogue;
  private final ErasureSettings settings;
  private final ErasureLease lease;
  private final Map<UUID, CompletableFuture<Void>> insertions = new ConcurrentHashMap<>();

  /**
   * Those that a database keeps; to be started before the first request.
   *
   * @param database where they are kept
   */
  public Tombstones(DSLContext database, ErasureSettings settings) {
    this(database, settings, new ChangeWatch(database, settings.lookInterval()));
  }

  /**
   * Those that a database keeps; to be started before the first request.
   *
   * @param database where they are kept
   * @param watch looks at the log, several times within a lease
   */
  public Tombstones(DSLContext database, ErasureSettings settings, ChangeWatch watch) {
    this.log = new ChangeLog(database, ChangeLog.ERASURES);
    this.catalogue = new EventSourcedState<>(log, ErasureState.empty(), ErasureState::after, watch);
    this.settings = settings;
    this.lease = new ErasureLease(database, catalogue, settings, watch);
  }

  /** An insertion under way, to be closed when it has ended: erasures wait for it. */
  public interface Insertion extends AutoCloseable {
    /** The users of a tenant that are known to be erased. */
    ErasedUsers users(TenantId tenant);

    /** By when, by the clock of ClickHouse, its statement must begin. */
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
   * Begins an insertion.
   *
   * @throws StoreUnavailableException where it is not known who was erased
   */
  public Insertion insertion() {
    UUID id = UUID.randomUUID();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runnable end =
        () -> {
          insertions.remove(id);
          ended.complete(null);
        };
    // Before the look at who was erased: an erasure after that look waits for this end.
    insertions.put(id, ended);
    try {
      Instant validUntil = lease.known();
      return new Running(catalogue.state(), validUntil, end);
    } catch (RuntimeException e) {
      end.run();
      throw e;
    }
  }

  /** The erased users of a tenant, to be compared with what is sent now. */
  public ErasedUsers users(TenantId tenant) {
    return catalogue.state().of(tenant);
  }

  /**
   * What an answer of a tenant has to have in common with the present to be shown.
   *
   * @throws StoreUnavailableException where it was never known who was erased
   */
  public Epoch epoch(TenantId tenant) {
    Optional<StoreUnavailableException> failure = Optional.empty();
    try {
      var _ = lease.known();
    } catch (StoreUnavailableException unavailable) {
      failure = Optional.of(unavailable);
    }
    return catalogue.state().epoch(tenant, failure);
  }

  /**
   * The epoch of a tenant that begins once all erasures are effective whose rows are removed:
   * answers that are begun from now on may be shown in it.
   */
  public Epoch nextEpoch(TenantId tenant) {
    return catalogue.state().nextEpoch(tenant);
  }

  /**
   * A user to be erased.
   *
   * @param id the id of the erasure
   * @param author the id of the key
   */
  public record Wanted(UUID id, TenantId tenant, String userId, String author) {}

  /**
   * Writes erasures to the log, all or none; they are durable when this returns, and not effective
   * yet.
   *
   * @param some at most {@link #MOST_TOGETHER}
   * @param before events with a time before this are erased
   * @throws ConflictException where too many are known
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
                "The service knows %d erased users, as many as `erasure.mostUsers` in its configuration allows. Ask the operator for more."
                    .formatted(settings.mostUsers()));
          }
          return drafts;
        });
  }

  /**
   * Tells whether other erasures of the tenant are not effective yet. One that failed on its way,
   * or another instance that is at work on it, may have removed the rows of the same users.
   *
   * @param positions those of the erasures that do not count
   */
  public boolean areOthersPending(TenantId tenant, List<Long> positions) {
    return catalogue.refresh().pending().values().stream()
        .anyMatch(one -> one.tenant().equals(tenant) && !positions.contains(one.position()));
  }

  /**
   * Notes that the store has nothing of some users any more.
   *
   * @param positions those of their erasures, all of one tenant
   * @param journeys in which they had events
   */
  public void rowsRemoved(TenantId tenant, List<Long> positions, Set<UUID> journeys, Instant now) {
    var _ =
        catalogue.change(_ ->
            draft(tenant.value(), "", now, "", new ErasureChange.RowsRemoved(positions, journeys)));
  }

  /** Notes that erasures of a tenant are effective. */
  public void effective(TenantId tenant, List<Long> positions, Instant now) {
    var _ =
        catalogue.change(
            _ -> draft(tenant.value(), "", now, "", new ErasureChange.Effective(positions)));
  }

  /** Notes that the bytes of all erasures up to that position are off the disk. */
  public void removed(long through, Instant now) {
    var _ = catalogue.change(_ -> draft("", "", now, "", new ErasureChange.Removed(through)));
  }

  private static Change.Draft draft(
      String tenant, String subject, Instant at, String author, ErasureChange change) {
    return new Change.Draft(at, author, tenant, subject, change.json());
  }

  /**
   * Waits until every insertion of this instance has ended, and has begun on other instances, that
   * may not know yet of what is in the log now.
   */
  public void awaitInsertions() {
    List<CompletableFuture<Void>> own = List.copyOf(insertions.values());
    awaitInstances();
    own.forEach(CompletableFuture::join);
  }

  /**
   * Waits until every instance knows of what is in the log now, or shows no answer from memory as
   * fresh.
   */
  public void awaitInstances() {
    if (!settings.isAlone()) {
      Instant all = lease.clock().plus(settings.lease());
      for (Duration left = left(all); !left.isNegative(); left = left(all)) {
        sleep(left.plusMillis(1));
      }
    }
  }

  private Duration left(Instant until) {
    return Duration.between(lease.clock(), until);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a user was erased", e);
    }
  }

  /** The erasures that are not effective yet, as the log has them. */
  public List<Erasure> pending() {
    return catalogue.state().pending().values().stream()
        .map(one -> new Erasure(one.id(), one.tenant(), one.position()))
        .toList();
  }

  /**
   * An erasure.
   *
   * @param id its id
   * @param tenant whose user
   * @param position its position in the log
   */
  public record Erasure(UUID id, TenantId tenant, long position) {}

  /** Tells whether an erasure is still to become effective. */
  public boolean isPending(UUID id) {
    return pending().stream().anyMatch(one -> one.id().equals(id));
  }

  /**
   * The last of the erasures asked for before some time whose bytes may be on the disk; empty where
   * there is none, or one of them is not effective yet.
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

  /** When the oldest erasure was asked for whose bytes may be on the disk; empty: none. */
  public Optional<Instant> oldestOnDisk() {
    return catalogue.state().onDisk().values().stream().findFirst();
  }

  /**
   * The erasure with that id.
   *
   * @throws NotFoundException where the tenant has none
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

  /** What keeps this from being read or changed, in sentences; empty where all is well. */
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
