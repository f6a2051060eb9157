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
 * The log of who did what. It is gathered in memory, where events that are alike become one entry,
 * and written every second: nobody waits for it, not even where the store is away. A crash loses
 * that second.
 */
public final class AuditLog implements Managed {
  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final AuditTable table;
  private final AuditSettings settings;
  private final InstantSource clock;
  private final PeriodicTask writing;

  /** Guards all that follows, and every entry; never held while something is written. */
  private final Object lock = new Object();

  private final Map<AuditEvent, OpenEntry> open = new HashMap<>();
  private final Map<String, Integer> openByTenant = new HashMap<>();
  private final Set<OpenEntry> changed = new LinkedHashSet<>();

  /**
   * The log in that store.
   *
   * @param clock tells the times of entries
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
            failure -> LOG.warn("Audit entries cannot be written; they are kept", failure));
  }

  /** An event that is noted, and may not have ended yet. */
  public interface Noted {
    /**
     * Notes its end.
     *
     * @param complete whether all of the answer was sent
     * @param bytes how many bytes were
     */
    void end(boolean complete, long bytes);
  }

  /** Notes an event that is over. */
  public void note(AuditEvent event) {
    begin(event).end(true, 0);
  }

  /** Notes an event whose end is still to come. */
  public Noted begin(AuditEvent event) {
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
    OpenEntry present = open.get(event);
    if (present != null && !isOver(present, now)) {
      return present;
    }
    if (present != null) {
      close(present);
    } else if (!hasRoom(event.tenant()) && !event.equals(event.inSum())) {
      return entry(event.inSum(), now);
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

  /** What is not written yet goes on: so there are never more entries than different events. */
  private boolean isOver(OpenEntry entry, Instant now) {
    return !changed.contains(entry)
        && !now.isBefore(entry.firstAt.plus(entry.event.kind().window()));
  }

  private void close(OpenEntry entry) {
    open.remove(entry.event, entry);
    var _ =
        openByTenant.computeIfPresent(
            entry.event.tenant(), (_, before) -> before == 1 ? null : before - 1);
  }

  /** How many entries are still to be written. */
  public int pending() {
    synchronized (lock) {
      return changed.size();
    }
  }

  /**
   * Entries, with all that this instance has noted before.
   *
   * @throws io.journeystats.clickhouse.StoreUnavailableException where ClickHouse does not answer
   */
  public List<AuditEntry> read(AuditQuery query) {
    writing.once();
    return table.read(query);
  }

  /** How many entries of a tenant made room for newer ones. */
  public long removed(String tenant) {
    return table.removed(tenant);
  }

  /** Removes all entries of a tenant, and their number; tells whether there were none. */
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
      List.copyOf(open.values()).stream().filter(entry -> isOver(entry, now)).forEach(this::close);
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

  /** An entry that is still counted up. */
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
