package io.journeystats.rollup;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.PeriodicTask;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The removal of data from the disk: daily, the events past their tenant's retention period, and
 * all data of deleted tenants. It stores no intermediate progress, so it resumes after any
 * interruption.
 */
public final class TenantEraser {
  private static final Logger LOG = LoggerFactory.getLogger(TenantEraser.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The maximum number of tenants per run. Rewriting a table costs the same for one and many. */
  private static final int MAXIMUM_PER_RUN = 1_000;

  private final EventEraser events;
  private final Tenants tenants;
  private final List<Predicate<TenantId>> remains;
  private final Duration delay;
  private final InstantSource clock;

  /** The time up to which all events are known to be gone, by tenant. */
  private final Map<TenantId, Instant> erasedUpTo = new ConcurrentHashMap<>();

  /**
   * Creates an eraser.
   *
   * @param tenants the tenants, with their retention periods and deletions
   * @param remains remove a deleted tenant's data other than events, and return whether there was
   *     none
   * @param delay the wait after data expires or is deleted, during which events may still arrive
   */
  public TenantEraser(
      ClickHouse clickHouse,
      Tenants tenants,
      List<Predicate<TenantId>> remains,
      Duration delay,
      InstantSource clock) {
    this.events = new EventEraser(clickHouse.dsl("tenant-eraser"));
    this.tenants = tenants;
    this.remains = List.copyOf(remains);
    this.delay = delay;
    this.clock = clock;
  }

  /** Returns the task that removes the data every minute. */
  public PeriodicTask task() {
    return new PeriodicTask(
        "tenant-eraser",
        INTERVAL,
        this::erase,
        failure -> LOG.warn("Removing expired data failed and will be retried", failure));
  }

  /** The number of tenants with data that may still have to be removed from the disk. */
  public long pending() {
    return expired().size() + tenants.toErase();
  }

  /** Removes expired and deleted data, and records the tenants that have none left. */
  public void erase() {
    eraseExpired();
    eraseDeleted();
  }

  private void eraseExpired() {
    Map<TenantId, Instant> expired = expired();
    if (!expired.isEmpty() && events.eraseBefore(expired)) {
      erasedUpTo.putAll(expired);
    }
  }

  /** The first kept instant of each tenant that may have earlier events on the disk. */
  private Map<TenantId, Instant> expired() {
    Instant before = clock.instant().minus(delay);
    Map<TenantId, Instant> expired = new HashMap<>();
    tenants.all().stream()
        // Until then, another instance may still store and count events that are expired now.
        .filter(tenant -> tenant.retention().wasSetBy(before))
        .forEach(tenant ->
            tenant
                .data(before)
                .from()
                .filter(from -> !from.equals(erasedUpTo.get(tenant.id())))
                .ifPresent(from -> expired.put(tenant.id(), from)));
    return expired;
  }

  private void eraseDeleted() {
    List<TenantId> deleted =
        tenants.deletedBefore(clock.instant().minus(delay)).stream()
            .limit(MAXIMUM_PER_RUN)
            .toList();
    if (deleted.isEmpty()) {
      return;
    }
    boolean isGone = events.eraseTenants(deleted);
    for (TenantId tenant : deleted) {
      boolean isAllGone = isGone;
      for (Predicate<TenantId> remain : remains) {
        isAllGone &= remain.test(tenant);
      }
      if (isAllGone) {
        tenants.erased(tenant);
      }
    }
  }
}
