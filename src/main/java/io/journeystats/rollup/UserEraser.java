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
 * Erases users. Those who are asked for while others are being erased go together, next.
 *
 * <p>An erasure first notes the user, then writes a tombstone, which keeps out what comes later,
 * then removes the rows, and then says that it is effective. Where it ends in between, any instance
 * goes on with it.
 */
public final class UserEraser implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(UserEraser.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** How long another instance may be at work on an erasure before this one goes on with it. */
  private static final Duration ADOPTION = Duration.ofSeconds(10);

  /** How often the eraser looks for bytes to remove, in the time after which they are removed. */
  private static final int LOOKS = 360;

  /** After it has erased, it rests for this many times as long as that took. */
  private static final int SHARE = 3;

  /** So long may one erasure wait for answers to be made again; they are not needed for it. */
  private static final Duration SHORT_WAIT = Duration.ofMillis(500);

  /** The same for erasures of several users, which do not come back in a moment anyway. */
  private static final Duration LONG_WAIT = Duration.ofSeconds(3);

  /** Where users were in more journeys, it is not noted in which. */
  private static final int MOST_JOURNEYS = 1_000;

  private static final Duration LONGEST_REST = Duration.ofSeconds(10);

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

  /** The time in nanoseconds before which no users are erased; guarded by the lock. */
  private long rest = System.nanoTime();

  /**
   * An eraser that still has to be started.
   *
   * @param tombstones where erasures are kept
   * @param files removes the files that a tenant has exported
   * @param answers makes those again that an erasure ends
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
            this::goOn,
            failure -> LOG.warn("Erasures that were interrupted are left for later", failure));
    this.removing =
        new PeriodicTask(
            "erased-bytes",
            Collections.max(List.of(settings.removal().dividedBy(LOOKS), INTERVAL)),
            this::removeBytes,
            failure -> LOG.warn("The bytes of erased users are left for later", failure));
  }

  /**
   * A request that waits for its turn.
   *
   * @param before events with a time before this are erased; null until it is noted
   */
  private record Request(Tombstones.Wanted wanted, AtomicReference<@Nullable Instant> before) {
    UUID id() {
      return wanted.id();
    }
  }

  /** What makes answers again that an erasure is going to end. */
  @FunctionalInterface
  public interface Answers {
    /**
     * Is called when nothing of some users of a tenant is stored any more, and before the answers
     * about those journeys end: they can be made again before anyone misses them.
     *
     * @param longest how long that may take
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
   * Erases a user: when this returns, no statistic, list or file contains what they did before.
   *
   * @param author the id of the key that asks
   * @throws StoreUnavailableException where that is not known; the user may have been erased, or
   *     may still be
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
      // A caller that was here before may have erased them all.
      while (waiting.contains(request)) {
        rest();
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
      throw new IllegalStateException("an erasure that was not noted");
    }
    return new ErasureView(request.id(), ErasureStatus.ERASED, before, author, Optional.empty());
  }

  private List<Request> drain() {
    List<Request> together = new ArrayList<>();
    for (Request next = waiting.poll();
        next != null;
        next = together.size() < Tombstones.MOST_TOGETHER ? waiting.poll() : null) {
      together.add(next);
    }
    return together;
  }

  private void erase(List<Request> together) {
    Instant before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean areKnown = false;
    try {
      rows.note(
          together.stream()
              .map(one ->
                  new UserRows.User(one.id(), one.wanted().tenant(), one.wanted().userId(), before))
              .toList());
      together.forEach(one -> one.before().set(before));
      tombstones.add(together.stream().map(Request::wanted).toList(), before);
      areKnown = true;
    } finally {
      if (!areKnown) {
        // Each of the others tries with those that are left.
        waiting.addAll(together);
      }
    }
    finish(together.stream().map(Request::id).toList());
  }

  /** From the tombstones on; may be done again. */
  private void finish(List<UUID> erasures) {
    Set<UUID> wanted = new HashSet<>(erasures);
    Map<TenantId, List<Tombstones.Erasure>> byTenant =
        tombstones.pending().stream()
            .filter(one -> wanted.contains(one.id()))
            .collect(Collectors.groupingBy(Tombstones.Erasure::tenant));
    if (byTenant.isEmpty()) {
      return;
    }
    tombstones.awaitInsertions();
    long begin = System.nanoTime();
    byTenant.forEach((tenant, some) -> {
      Set<UUID> journeys = new HashSet<>();
      rows.byTime(tenant, some.stream().map(Tombstones.Erasure::id).toList())
          .forEach((before, ids) -> journeys.addAll(rows.remove(tenant, before, ids)));
      files.accept(tenant);
      List<Long> positions = some.stream().map(Tombstones.Erasure::position).toList();
      // Where the journeys are not noted, all answers of the tenant end.
      if (journeys.size() <= MOST_JOURNEYS && !tombstones.areOthersPending(tenant, positions)) {
        tombstones.rowsRemoved(tenant, positions, journeys, clock.instant());
        answers.end(tenant, journeys, some.size() == 1 ? SHORT_WAIT : LONG_WAIT);
      }
      tombstones.effective(tenant, positions, clock.instant());
    });
    long end = System.nanoTime();
    rest = end + Math.min(SHARE * (end - begin), LONGEST_REST.toNanos());
    tombstones.awaitInstances();
  }

  /** Each erasure ends all that is remembered of its tenant, so they must not follow each other. */
  private void rest() {
    for (long left = rest - System.nanoTime(); left > 0; left = rest - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Goes on with erasures that nobody seems to be at work on. */
  void goOn() {
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
   * Bytes that are being removed: of all who were erased before an hour began.
   *
   * @param through the position of the last of them
   * @param since when the last statement of it had ended, by the clock of ClickHouse
   * @param isForgotten whether the notes of their ids were removed, too
   */
  private record Removal(Instant hour, long through, long since, boolean isForgotten) {}

  /** Removes the bytes of users from the disk who were erased long enough ago. */
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
