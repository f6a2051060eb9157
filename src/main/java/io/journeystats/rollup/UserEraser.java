package io.journeystats.rollup;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.PeriodicTask;
import io.journeystats.clickhouse.StoreFailure;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.erasure.ErasureSettings;
import io.journeystats.erasure.ErasureStatus;
import io.journeystats.erasure.ErasureView;
import io.journeystats.erasure.Tombstones;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service that erases users. Requests that arrive during an erasure are combined into the next
 * one.
 *
 * <p>An erasure records the user, writes a tombstone that keeps out later insertions of the user's
 * earlier events, removes the rows, and then becomes effective. If it is interrupted, any instance
 * continues it.
 */
public final class UserEraser implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(UserEraser.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** The time that an erasure may be pending before this instance continues it. */
  private static final Duration ADOPTION = Duration.ofSeconds(10);

  /** The number of checks for bytes to remove, within the time after which they are removed. */
  private static final int CHECKS = 360;

  /** The pause after an erasure, as a multiple of its duration. */
  private static final int PAUSE_FACTOR = 3;

  /** The time that an erasure of one user waits for cached answers to be refreshed. */
  private static final Duration SHORT_WAIT = Duration.ofMillis(500);

  /** The time that an erasure of several users waits for cached answers to be refreshed. */
  private static final Duration LONG_WAIT = Duration.ofSeconds(3);

  /** The maximum number of journeys recorded for an erasure; of more, none are recorded. */
  private static final int MOST_JOURNEYS = 1_000;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Tombstones tombstones;
  private final UserRows rows;
  private final Consumer<TenantId> files;
  private final Answers answers;
  private final ErasureSettings settings;
  private final InstantSource clock;
  private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock working = new ReentrantLock(true);
  private final Map<UUID, Long> seen = new ConcurrentHashMap<>();
  private final PeriodicTask continuing;
  private final PeriodicTask removing;
  private @Nullable Removal removal;

  /** The end of the pause after the last erasure, in nanoseconds; guarded by the lock. */
  private long pauseEnd = System.nanoTime();

  /**
   * Creates an eraser, which must be started.
   *
   * @param tombstones the store of erasures
   * @param files removes a tenant's exported files
   * @param answers refreshes the cached answers that an erasure invalidates
   */
  public UserEraser(
      ClickHouse clickHouse,
      Tombstones tombstones,
      Consumer<TenantId> files,
      Answers answers,
      ErasureSettings settings,
      InstantSource clock) {
    this.tombstones = tombstones;
    this.rows = new UserRows(clickHouse);
    this.files = files;
    this.answers = answers;
    this.settings = settings;
    this.clock = clock;
    this.continuing =
        new PeriodicTask(
            "user-eraser",
            INTERVAL,
            this::resume,
            failure ->
                LOG.warn("Resuming interrupted erasures failed and will be retried", failure));
    this.removing =
        new PeriodicTask(
            "erased-bytes",
            Collections.max(List.of(settings.removal().dividedBy(CHECKS), INTERVAL)),
            this::removeBytes,
            failure ->
                LOG.warn("Removing the bytes of erased users failed and will be retried", failure));
  }

  /**
   * A waiting request.
   *
   * @param wanted the erasure
   * @param before the time before which events are erased; null until it is recorded
   */
  private record Request(Tombstones.Wanted wanted, AtomicReference<@Nullable Instant> before) {
    UUID id() {
      return wanted.id();
    }
  }

  /** A listener that refreshes the cached answers that an erasure is about to invalidate. */
  @FunctionalInterface
  public interface Answers {
    /**
     * Is called after the rows of a tenant's users are removed and before the answers about the
     * journeys are invalidated, so that they can be refreshed before a caller needs them.
     *
     * @param longest the maximum time that this may take
     */
    void end(TenantId tenant, Set<UUID> journeys, Duration longest);
  }

  @Override
  public void start() {
    continuing.start(INTERVAL);
    removing.start(INTERVAL);
  }

  @Override
  public void stop() {
    continuing.stop();
    removing.stop();
  }

  /**
   * Erases a user. When this method returns, no statistic, list or file contains their earlier
   * events.
   *
   * @param author the id of the caller's key
   * @throws StoreUnavailableException if the outcome is unknown; the user may have been erased, or
   *     may be erased later
   */
  public ErasureView erase(TenantId tenant, String userId, String author) {
    Request request =
        new Request(
            new Tombstones.Wanted(UUID.randomUUID(), tenant, userId, author),
            new AtomicReference<>());
    waiting.add(request);
    try {
      if (!working.tryLock(settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
        throw new StoreUnavailableException(
            StoreFailure.OVERLOADED,
            new IllegalStateException("other users are still being erased"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(StoreFailure.CANCELLED, e);
    }
    try {
      // An earlier caller may have erased all waiting users.
      while (waiting.contains(request)) {
        pause();
        erase(drain());
      }
      if (tombstones.isPending(request.id())) {
        finish(List.of(request.id()));
      }
    } finally {
      waiting.remove(request);
      working.unlock();
    }
    Instant before = request.before().get();
    if (before == null) {
      throw new IllegalStateException("the erasure was not recorded");
    }
    return new ErasureView(request.id(), ErasureStatus.ERASED, before, author, Optional.empty());
  }

  private List<Request> drain() {
    List<Request> batch = new ArrayList<>();
    for (Request next = waiting.poll();
        next != null;
        next = batch.size() < Tombstones.MOST_TOGETHER ? waiting.poll() : null) {
      batch.add(next);
    }
    return batch;
  }

  private void erase(List<Request> batch) {
    Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean isRecorded = false;
    try {
      rows.record(
          batch.stream()
              .map(one ->
                  new UserRows.User(one.id(), one.wanted().tenant(), one.wanted().userId(), before))
              .toList());
      batch.forEach(one -> one.before().set(before));
      tombstones.add(batch.stream().map(Request::wanted).toList(), before);
      isRecorded = true;
    } finally {
      if (!isRecorded) {
        // The other callers try again with the remaining requests.
        waiting.addAll(batch);
      }
    }
    finish(batch.stream().map(Request::id).toList());
  }

  /** Runs all steps after the tombstones; idempotent. */
  private void finish(List<UUID> erasures) {
    Set<UUID> ids = new HashSet<>(erasures);
    Map<TenantId, List<Tombstones.Erasure>> byTenant =
        tombstones.pending().stream()
            .filter(one -> ids.contains(one.id()))
            .collect(Collectors.groupingBy(Tombstones.Erasure::tenant));
    if (byTenant.isEmpty()) {
      return;
    }
    tombstones.awaitInsertions();
    long begin = System.nanoTime();
    byTenant.forEach((tenant, some) -> {
      Set<UUID> journeys = new HashSet<>();
      rows.byTime(tenant, some.stream().map(Tombstones.Erasure::id).toList())
          .forEach((before, same) -> journeys.addAll(rows.remove(tenant, before, same)));
      files.accept(tenant);
      List<Long> positions = some.stream().map(Tombstones.Erasure::position).toList();
      // If the journeys are not recorded, all answers of the tenant are invalidated.
      if (journeys.size() <= MOST_JOURNEYS && !tombstones.areOthersPending(tenant, positions)) {
        tombstones.rowsRemoved(tenant, positions, journeys, clock.instant());
        answers.end(tenant, journeys, some.size() == 1 ? SHORT_WAIT : LONG_WAIT);
      }
      tombstones.effective(tenant, positions, clock.instant());
    });
    long end = System.nanoTime();
    pauseEnd = end + Math.min(PAUSE_FACTOR * (end - begin), LONGEST_PAUSE.toNanos());
    tombstones.awaitInstances();
  }

  /** Waits between erasures, since each one invalidates cached answers. */
  private void pause() {
    for (long left = pauseEnd - System.nanoTime(); left > 0; left = pauseEnd - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Continues erasures that have been pending for some time. */
  void resume() {
    Set<UUID> pending =
        tombstones.pending().stream().map(Tombstones.Erasure::id).collect(Collectors.toSet());
    seen.keySet().retainAll(pending);
    long now = System.nanoTime();
    List<UUID> left =
        pending.stream()
            .filter(id -> now - seen.computeIfAbsent(id, _ -> now) >= ADOPTION.toNanos())
            .limit(Tombstones.MOST_TOGETHER)
            .toList();
    if (!left.isEmpty()) {
      working.lock();
      try {
        finish(left);
      } finally {
        working.unlock();
      }
    }
  }

  /**
   * A running removal of the bytes of the users who were erased before an hour.
   *
   * @param hour the start of the hour
   * @param through the position of the last erasure
   * @param since the time at which the last statement ended, by the clock of ClickHouse
   * @param isForgotten whether the records of the users' ids were removed, too
   */
  private record Removal(Instant hour, long through, long since, boolean isForgotten) {}

  /** Removes the bytes of users from the disk some time after their erasure. */
  synchronized void removeBytes() {
    Instant now = clock.instant();
    Removal present = removal;
    if (present == null && isTime(now)) {
      Instant hour = now.truncatedTo(ChronoUnit.HOURS);
      OptionalLong through = tombstones.removable(hour);
      if (through.isPresent()) {
        present = new Removal(hour, through.getAsLong(), rows.applyMasks(hour), false);
        removal = present;
      }
    }
    if (present == null || !rows.isGone(present.hour(), present.since())) {
      return;
    }
    if (present.isForgotten()) {
      tombstones.removed(present.through(), now);
      removal = null;
    } else {
      removal = new Removal(present.hour(), present.through(), rows.forget(present.hour()), true);
    }
  }

  private boolean isTime(Instant now) {
    return tombstones
        .oldestOnDisk()
        .filter(oldest -> !oldest.plus(settings.removal()).isAfter(now))
        .isPresent();
  }
}
