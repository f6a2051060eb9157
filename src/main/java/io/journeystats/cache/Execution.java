package io.journeystats.cache;

import io.journeystats.erasure.Epoch;
import io.journeystats.event.EventBatch;
import io.journeystats.query.InvalidationScope;
import io.journeystats.query.StatsQuery;
import io.journeystats.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One execution of queries, shared by all waiting callers; cancelled when the last one leaves. */
final class Execution {
  private final List<StatsQuery<?>> queries;
  private final boolean bypassesCache;
  private final Epoch epoch;
  private final List<Part> parts;
  private final CompletableFuture<Map<StatsQuery<?>, CacheEntry>> result =
      new CompletableFuture<>();
  private @Nullable FutureTask<?> task;
  private int waiting = 1;
  private boolean abandoned;
  private volatile @Nullable Long begun;

  /**
   * An execution that one caller waits for.
   *
   * @param queries distinct queries of one tenant; at least one
   * @param bypassesCache whether the store is asked even for what the cache has
   * @param epoch the erasures that the answers have to reflect
   */
  Execution(List<StatsQuery<?>> queries, boolean bypassesCache, Epoch epoch) {
    this.queries = List.copyOf(queries);
    this.bypassesCache = bypassesCache;
    this.epoch = epoch;
    this.parts = queries.stream().map(Part::new).toList();
  }

  List<StatsQuery<?>> queries() {
    return queries;
  }

  List<Part> parts() {
    return parts;
  }

  TenantId tenant() {
    return queries.getFirst().tenant();
  }

  boolean bypassesCache() {
    return bypassesCache;
  }

  Epoch epoch() {
    return epoch;
  }

  /** Sets the task to cancel; called once, by the creator. */
  void start(FutureTask<?> work) {
    synchronized (this) {
      task = work;
    }
  }

  /** Notes when the store was asked. */
  void begin(long now) {
    begun = now;
  }

  /** Notes that events arrived which the answers may lack. */
  void change(EventBatch batch, long now) {
    parts.forEach(part -> part.change(batch, now));
  }

  /**
   * Adds a waiting caller.
   *
   * @param lifetime how old the answers may be
   * @param present the present epoch of the tenant
   * @return false if the answers would be too old, or the execution was cancelled
   */
  synchronized boolean join(long now, Duration lifetime, Epoch present) {
    Long beginning = begun;
    boolean tooOld = beginning != null && now - beginning >= lifetime.toNanos();
    if (abandoned || tooOld || !isShownIn(present)) {
      return false;
    }
    waiting++;
    return true;
  }

  private boolean isShownIn(Epoch present) {
    return queries.stream()
        .allMatch(query -> present.shows(epoch.number(), query.journey().value()));
  }

  /**
   * Removes a waiting caller.
   *
   * @return whether the execution is cancelled, because it was the last one
   */
  synchronized boolean leave() {
    waiting--;
    if (waiting == 0 && !result.isDone()) {
      abandoned = true;
      if (task != null) {
        task.cancel(true);
      }
    }
    return abandoned;
  }

  synchronized boolean isAbandoned() {
    return abandoned;
  }

  void complete(Map<StatsQuery<?>, CacheEntry> made) {
    result.complete(made);
  }

  void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }

  /** Waits for the end, with or without success; returns false if the time was too short. */
  boolean awaitEnd(Duration time) {
    try {
      result.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits for the answers; the caller still has to leave.
   *
   * @throws ClientDisconnectedException if the caller disconnects meanwhile
   */
  Map<StatsQuery<?>, CacheEntry> await(QueryCaller caller) {
    CompletableFuture<Map<StatsQuery<?>, CacheEntry>> own = result.copy();
    try (QueryCaller.Registration _ =
        caller.onDisconnect(() -> own.completeExceptionally(new ClientDisconnectedException()))) {
      return own.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** One query of an execution, whose answer is an entry of the cache of its own. */
  static final class Part {
    private final StatsQuery<?> query;
    private final InvalidationScope scope;
    private volatile @Nullable Long changed;

    Part(StatsQuery<?> query) {
      this.query = query;
      this.scope = InvalidationScope.of(query);
    }

    StatsQuery<?> query() {
      return query;
    }

    /** Notes that events arrived after the execution began, if they can change the answer. */
    void change(EventBatch batch, long now) {
      if (changed == null && scope.isTouchedBy(batch, query)) {
        changed = now;
      }
    }

    /** When the first events arrived that the answer may lack; null if none did. */
    @Nullable Long changed() {
      return changed;
    }

    /**
     * The entry for the cache.
     *
     * @param execution the execution that computed the answer
     * @param lifetime how long an answer with that scope is fresh
     */
    CacheEntry made(
        Object answer,
        Execution execution,
        long begun,
        Duration cost,
        Function<InvalidationScope, Duration> lifetime) {
      InvalidationScope known = scope.given(answer, query);
      return new CacheEntry(
          answer,
          known,
          execution.epoch().number(),
          execution.queries(),
          begun,
          cost,
          lifetime.apply(known));
    }
  }
}
