package io.journeystats.rollup;

import io.dropwizard.lifecycle.Managed;
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
 * Removes what tenants no longer keep from the disk: each day the events that are too old, and all
 * that deleted tenants had. Nothing of how far it is has to be noted before its end, so it goes on
 * wherever it was broken off.
 */
public final class TenantEraser implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(TenantEraser.class);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** The rewriting of a table costs the same for one tenant and for many. */
  private static final int MOST_AT_ONCE = 1_000;

  private final EventEraser events;
  private final Tenants tenants;
  private final List<Predicate<TenantId>> remains;
  private final Duration delay;
  private final InstantSource clock;

  /** Up to when nothing was found any more, of each tenant that does not keep all. */
  private final Map<TenantId, Instant> erasedUpTo = new ConcurrentHashMap<>();

  private final PeriodicTask repetition =
      new PeriodicTask(
          "tenant-eraser",
          INTERVAL,
          this::erase,
          failure -> LOG.warn("What tenants no longer keep is left for later", failure));

  /**
   * An eraser that still has to be started.
   *
   * @param tenants tells what they keep, and which were deleted
   * @param remains remove what a deleted tenant had besides events; each answers whether it found
   *     nothing
   * @param delay how long after something no longer counts, as some may still be on its way
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

  @Override
  public void start() {
    repetition.start(INTERVAL);
  }

  @Override
  public void stop() {
    repetition.stop();
  }

  /** Of how many tenants something may be left on the disk that they no longer keep. */
  public long pending() {
    return expired().size() + tenants.toErase();
  }

  /** Removes what is there; what is not there any more is noted as gone. */
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

  /** The first instant kept of each tenant that may have earlier events on the disk. */
  private Map<TenantId, Instant> expired() {
    Instant before = clock.instant().minus(delay);
    Map<TenantId, Instant> expired = new HashMap<>();
    tenants.all().stream()
        // Until then another instance may still count, and store, what is too old now.
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
        tenants.deletedBefore(clock.instant().minus(delay)).stream().limit(MOST_AT_ONCE).toList();
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
