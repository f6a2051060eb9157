package io.journeystats.audit;

import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.PeriodicTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log. Events are collected in memory, where equal ones become one entry, and written
 * every second, so that requests never wait for the store. A crash loses the events of that second.
 */
public final class AuditLog implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AuditTable table;
  private final AuditSettings settings;
  private final InstantSource clock;
  private final PeriodicTask writing;

  /** Guards the following fields and all entries; never held during writes. */
  private final Object lock = new Object();

  private final Map<AuditEvent, OpenEntry> open = new HashMap<>();
  private final Map<String, Integer> openByTenant = new HashMap<>();
  private final Set<OpenEntry> changed = new LinkedHashSet<>();

  /**
   * Creates the log.
   *
   * @param clock the clock
   */
  public AuditLog(ClickHouse clickHouse, AuditSettings settings, InstantSource clock) {
    this.table = new AuditTable(clickHouse, settings);
    this.settings = settings;
    this.clock = clock;
    this.writing =
        new PeriodicTask(
            "audit",
            PAUSE,
            this::write,
            failure -> LOG.warn("Cannot write audit entries; retrying", failure));
  }

  /** A recorded event that may not have ended yet. */
  public interface Handle {
    /**
     * Records the end of the event.
     *
     * @param complete whether the response was sent completely
     * @param bytes the number of response bytes sent
     */
    void end(boolean complete, long bytes);
  }

  /** Records a completed event. */
  public void record(AuditEvent event) {
    begin(event).end(true, 0);
  }

  /** Records an event that has not ended yet. */
  public Handle begin(AuditEvent event) {
    synchronized (lock) {
      Instant now = clock.instant();
      OpenEntry entry = entry(event, now);
      entry.number++;
      entry.lastAt = now;
      changed.add(entry);
      return (complete, bytes) -> end(entry, complete, bytes);
    }
  }

  private void end(OpenEntry entry, boolean complete, long bytes) {
    synchronized (lock) {
      entry.completed += complete ? 1 : 0;
      entry.bytes += bytes;
      changed.add(entry);
    }
  }

  private OpenEntry entry(AuditEvent event, Instant now) {
    OpenEntry existing = open.get(event);
    if (existing != null && !isClosed(existing, now)) {
      return existing;
    }
    if (existing != null) {
      close(existing);
    } else if (!hasRoom(event.tenant()) && !event.equals(event.withoutDetails())) {
      return entry(event.withoutDetails(), now);
    }
    OpenEntry entry = new OpenEntry(event, now);
    open.put(event, entry);
    var _ = openByTenant.merge(event.tenant(), 1, Integer::sum);
    return entry;
  }

  private boolean hasRoom(String tenant) {
    return open.size() < settings.open()
        && openByTenant.getOrDefault(tenant, 0) < settings.openOfTenant();
  }

  /**
   * Entries that are not yet written stay open, so there are never more entries than distinct
   * events.
   */
  private boolean isClosed(OpenEntry entry, Instant now) {
    return !changed.contains(entry)
        && !now.isBefore(entry.firstAt.plus(entry.event.kind().window()));
  }

  private void close(OpenEntry entry) {
    open.remove(entry.event, entry);
    var _ =
        openByTenant.computeIfPresent(
            entry.event.tenant(), (_, before) -> before == 1 ? null : before - 1);
  }

  /** Returns the number of entries to be written. */
  public int pending() {
    synchronized (lock) {
      return changed.size();
    }
  }

  /**
   * Reads entries, including all that this instance has recorded.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException if ClickHouse does not respond
   */
  public List<AuditEntry> read(AuditQuery query) {
    writing.once();
    return table.read(query);
  }

  /** Returns the number of a tenant's entries that were removed to make room. */
  public long removed(String tenant) {
    return table.removed(tenant);
  }

  /** Removes all entries of a tenant. Returns whether there was nothing to remove. */
  public boolean removeAll(String tenant) {
    synchronized (lock) {
      List.copyOf(open.values()).stream()
          .filter(entry -> entry.event.tenant().equals(tenant))
          .forEach(this::close);
      changed.removeIf(entry -> entry.event.tenant().equals(tenant));
    }
    return table.removeAll(tenant);
  }

  private synchronized void write() {
    List<OpenEntry> written;
    List<AuditTable.Row> rows = new ArrayList<>();
    synchronized (lock) {
      written = List.copyOf(changed);
      changed.clear();
      written.forEach(entry -> rows.add(entry.next()));
    }
    try {
      if (!rows.isEmpty()) {
        table.insert(rows);
      }
    } catch (RuntimeException failure) {
      synchronized (lock) {
        changed.addAll(written);
      }
      throw failure;
    }
    synchronized (lock) {
      Instant now = clock.instant();
      List.copyOf(open.values()).stream()
          .filter(entry -> isClosed(entry, now))
          .forEach(this::close);
    }
  }

  @Override
  public void start() {
    writing.start(PAUSE);
  }

  @Override
  public void stop() {
    writing.stop();
    writing.once();
  }

  /** An entry whose count is still growing. */
  private static final class OpenEntry {
    private final AuditEvent event;
    private final long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    private final Instant firstAt;
    private Instant lastAt;
    private long number;
    private long completed;
    private long bytes;
    private int version;

    OpenEntry(AuditEvent event, Instant now) {
      this.event = event;
      this.firstAt = now;
      this.lastAt = now;
    }

    AuditTable.Row next() {
      version++;
      return new AuditTable.Row(event, id, version, firstAt, lastAt, number, completed, bytes);
    }
  }
}
