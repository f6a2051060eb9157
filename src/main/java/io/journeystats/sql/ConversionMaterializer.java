package io.journeystats.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.common.collect.Iterables;
import io.dropwizard.lifecycle.Managed;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.PeriodicTask;
import io.journeystats.clickhouse.StoreCircuitBreaker;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.journey.Goal;
import io.journeystats.journey.JourneyId;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.rollup.RoundResult;
import io.journeystats.sql.ConversionStatements.Note;
import io.journeystats.sql.MaterializedGoals.Definition;
import io.journeystats.sql.MaterializedGoals.Known;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps the conversions of goals with conditions close behind the events and the definitions.
 * A round adds the conversions of users of whom something came in since the last one, then fills
 * definitions that are not there yet; where nothing came in and no goal was changed it asks
 * nothing.
 *
 * <p>Any number of services may do so at once, and any of them may die at any point: conversions
 * are a set that only grows, and readers rely on it only once it is noted what it holds.
 */
public final class ConversionMaterializer implements Managed, MaterializedGoals.Follower {
  private static final Logger LOG = LoggerFactory.getLogger(ConversionMaterializer.class);

  /** A tenant has this part of all conversions at most. */
  private static final int TENANT_PART = 4;

  private static final long MOST_ASKED = 10_000;

  private static final Duration CLEANING = Duration.ofHours(1);

  /** What was begun before is left over. */
  private static final Duration YOUNG = Duration.ofDays(1);

  private final ConversionStatements store;
  private final MaterializedGoals fillings;
  private final DefinedGoals goals;
  private final RollupSettings settings;
  private final Ticker ticker;
  private final PeriodicTask repetition;

  /** After which second events came in, of tenants that are still to be looked at. */
  private final Map<TenantId, Long> arrived = new ConcurrentHashMap<>();

  /** The tenants that were looked at since the start, whatever came in before it. */
  private final Set<TenantId> followed = new HashSet<>();

  /** As of when all definitions of a tenant are filled that can be. */
  private final Map<TenantId, Object> filled = new ConcurrentHashMap<>();

  /** The definitions that have more conversions than there is room for. */
  private final Set<Definition> tooLarge = new HashSet<>();

  /** Up to when conversions were followed for those who asked. */
  private final LoadingCache<Asked, AtomicReference<Optional<Long>>> asked =
      Caffeine.newBuilder()
          .maximumSize(MOST_ASKED)
          .expireAfterAccess(Duration.ofMinutes(1))
          .build(_ -> new AtomicReference<>(Optional.empty()));

  /** Goals that are asked for together. */
  private record Asked(TenantId tenant, Set<Definition> definitions) {}

  private volatile @Nullable RoundResult latest;
  private long cleaned = System.nanoTime() - CLEANING.toNanos();

  /** The goals of all tenants as they are defined now. */
  public interface DefinedGoals {
    /** The tenants. */
    List<TenantId> tenants();

    /** An object that stays the same as long as no goal of the tenant is changed. */
    Object revision(TenantId tenant);

    /**
     * The goals by journey, in portions that the heap holds one at a time: each is read when it is
     * reached. Those of journeys whose definitions are too much are left out.
     */
    Iterable<Map<JourneyId, List<Goal>>> of(TenantId tenant);
  }

  /** A filler that still has to be started. */
  public ConversionMaterializer(
      ClickHouse clickHouse,
      MaterializedGoals fillings,
      DefinedGoals goals,
      RollupSettings settings,
      Ticker ticker) {
    this.ticker = ticker;
    this.store = new ConversionStatements(clickHouse.dsl("conversions"));
    this.fillings = fillings;
    this.goals = goals;
    this.settings = settings;
    this.repetition =
        new PeriodicTask(
            "conversions",
            settings.interval(),
            this::round,
            failure ->
                LOG.warn("Conversions cannot be kept; they are computed when asked for", failure));
  }

  @Override
  public void start() {
    repetition.start(settings.interval());
  }

  @Override
  public void stop() {
    repetition.stop();
  }

  /** Takes what a round of the rollup found; the next round here looks at it. */
  public void accept(RoundResult arrivals) {
    // First, so that what a round takes is never later than what it says it covers.
    latest = arrivals;
    arrivals
        .tenants()
        .forEach(tenant -> arrived.merge(new TenantId(tenant), arrivals.after(), Math::min));
  }

  /** Fills all definitions once more; what was there before is used until then. */
  public synchronized void rebuild() {
    RoundResult now = latest;
    if (now != null && settings.mostConversions() > 0) {
      RoundResult next =
          new RoundResult(now.tenants(), now.after(), now.version() + 1, now.covers());
      for (TenantId tenant : goals.tenants()) {
        for (TenantMaterialization filling : of(tenant)) {
          filling
              .tables(one -> !tooLarge.contains(one))
              .forEach(table -> filling.fill(table, next));
        }
      }
    }
  }

  /** One who asks follows for all who ask the same at that time, and shortly after. */
  @Override
  public Optional<Long> follow(TenantId tenant, Map<JourneyId, List<Goal>> some, long earliest) {
    if (settings.mostConversions() == 0) {
      return Optional.empty();
    }
    TenantMaterialization filling = TenantMaterialization.of(store, fillings, tenant, some);
    AtomicReference<Optional<Long>> last = asked.get(new Asked(tenant, filling.definitions()));
    synchronized (last) {
      if (last.get().filter(time -> time - earliest >= 0).isEmpty()) {
        long now = ticker.read();
        last.set(isFollowed(filling) ? Optional.of(now) : Optional.empty());
      }
      return last.get();
    }
  }

  /** Where it fails, as on a full disk, conversions can still be computed. */
  private static boolean isFollowed(TenantMaterialization filling) {
    try {
      return filling.follow();
    } catch (StoreUnavailableException failure) {
      if (StoreCircuitBreaker.isOutage(failure)) {
        throw failure;
      }
      LOG.debug("Conversions cannot be added; they are computed", failure);
      return false;
    }
  }

  /** One round; it fills for about as long as the pause between two. */
  public synchronized void round() {
    RoundResult now = latest;
    if (now == null || settings.mostConversions() == 0) {
      return;
    }
    List<TenantId> tenants = goals.tenants();
    List<RuntimeException> failures = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    for (TenantId tenant : tenants) {
      Long after = arrived.remove(tenant);
      if (after != null || !followed.contains(tenant)) {
        long since = after == null ? now.covers() : after;
        try {
          for (TenantMaterialization filling : of(tenant)) {
            notes.addAll(filling.follow(since, now));
          }
          followed.add(tenant);
        } catch (RuntimeException e) {
          arrived.merge(tenant, since, Math::min);
          failures.add(e);
        }
      }
    }
    store.note(notes);
    notes.stream().map(Note::tenant).distinct().forEach(fillings::refresh);
    long end = System.nanoTime() + settings.interval().toNanos();
    for (TenantId tenant : tenants) {
      try {
        fillChanged(tenant, now, end);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (System.nanoTime() - cleaned >= CLEANING.toNanos()) {
      cleaned = System.nanoTime();
      clean();
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
  }

  /** Fills what is missing until a time in nanoseconds, if any goal of the tenant was changed. */
  @SuppressWarnings("ReferenceEquality") // what a revision is
  private void fillChanged(TenantId tenant, RoundResult now, long end) {
    Object revision = goals.revision(tenant);
    if (revision == filled.get(tenant) || System.nanoTime() - end > 0) {
      return;
    }
    boolean isWhole = true;
    for (TenantMaterialization filling : of(tenant)) {
      isWhole &= filling.goals().isEmpty() || isFilled(filling, now, end);
    }
    if (isWhole) {
      filled.put(tenant, revision);
    }
  }

  /** Fills what is missing until a time in nanoseconds; tells whether nothing is missing then. */
  private boolean isFilled(TenantMaterialization filling, RoundResult now, long end) {
    List<Note> notes = store.notes(filling.tenant());
    Known known = ConversionStatements.known(notes);
    Set<Definition> begun = TenantMaterialization.begun(notes, now);
    begun.removeAll(known.fillings().keySet());
    boolean isWhole = begun.isEmpty();
    for (GoalTable table :
        filling.tables(
            one -> known.find(one).isEmpty() && !tooLarge.contains(one) && !begun.contains(one))) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      if (isFull(filling.tenant())) {
        LOG.warn("No more conversions of tenant {} are kept; those are computed", filling.tenant());
        break;
      }
      isWhole &= filling.fill(table, now);
    }
    return isWhole;
  }

  private boolean isFull(TenantId tenant) {
    return store.rows() >= settings.mostConversions()
        || total(store.rows(tenant)) >= mostOfTenant();
  }

  private long mostOfTenant() {
    return settings.mostConversions() / TENANT_PART;
  }

  private static long total(Map<Long, Long> rows) {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  private Iterable<TenantMaterialization> of(TenantId tenant) {
    return Iterables.transform(
        goals.of(tenant), some -> TenantMaterialization.of(store, fillings, tenant, some));
  }

  /**
   * Drops what no goal is defined as any more, and what became too much; what was dropped long
   * enough ago is removed.
   */
  synchronized void clean() {
    Set<TenantId> present = Set.copyOf(goals.tenants());
    arrived.keySet().retainAll(present);
    followed.retainAll(present);
    // What was too much may find room by now.
    filled.clear();
    for (TenantId tenant : goals.tenants()) {
      Set<Definition> wanted = new HashSet<>();
      of(tenant).forEach(filling -> wanted.addAll(filling.definitions()));
      Known known = store.load(tenant);
      Set<Long> used = new HashSet<>();
      known
          .fillings()
          .forEach((definition, filling) -> {
            if (wanted.contains(definition)) {
              used.add(filling.number());
            }
          });
      List<Note> unused = new ArrayList<>(store.notes(tenant));
      unused.removeIf(note -> used.contains(note.filling().number()) || isYoung(note));
      unused.addAll(tooMuch(tenant, known));
      store.drop(unused);
    }
    store.removeUnused();
    store.forgetDropped();
  }

  /** Tells whether a service may still be filling it. */
  private boolean isYoung(Note note) {
    RoundResult now = latest;
    return note.filling().isBegun()
        && (now == null || note.filling().version() > now.version() - YOUNG.toNanos() / 1_000);
  }

  private List<Note> tooMuch(TenantId tenant, Known known) {
    Map<Long, Long> rows = store.rows(tenant);
    long left = total(rows);
    Map<Long, List<Definition>> definitions =
        known.fillings().entrySet().stream()
            .collect(
                groupingBy(one -> one.getValue().number(), mapping(Map.Entry::getKey, toList())));
    List<Note> dropped = new ArrayList<>();
    for (Map.Entry<Long, Long> largest : rows.entrySet()) {
      if (left <= mostOfTenant()) {
        break;
      }
      for (Definition definition : definitions.getOrDefault(largest.getKey(), List.of())) {
        dropped.add(new Note(tenant, definition, known.find(definition).orElseThrow()));
        tooLarge.add(definition);
        left -= largest.getValue();
      }
    }
    return dropped;
  }
}
