package io.journeystats.cache;

import io.journeystats.erasure.Epoch;
import io.journeystats.event.EventBatch;
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
import org.jspecify.annotations.Nullable;

/**
 * One making of the answers to some queries, for all who wait for them; it ends when the last of
 * those has gone.
 */
final class Execution {
  private final List<StatsQuery<?>> queries;
  private final boolean anew;
  private final Epoch epoch;
  private final List<InFlightQuery> parts;
  private final CompletableFuture<Map<StatsQuery<?>, CacheEntry>> result =
      new CompletableFuture<>();
  private @Nullable FutureTask<?> task;
  private int waiting = 1;
  private boolean abandoned;
  private volatile @Nullable Long begun;

  /**
   * A run that one asker waits for.
   *
   * @param queries what is asked, each once; at least one, all of one tenant
   * @param anew whether what is remembered does not count
   * @param epoch which users have been erased
   */
  Execution(List<StatsQuery<?>> queries, boolean anew, Epoch epoch) {
    this.queries = List.copyOf(queries);
    this.anew = anew;
    this.epoch = epoch;
    this.parts = queries.stream().map(InFlightQuery::new).toList();
  }

  List<StatsQuery<?>> queries() {
    return queries;
  }

  List<InFlightQuery> parts() {
    return parts;
  }

  TenantId tenant() {
    return queries.getFirst().tenant();
  }

  boolean isAnew() {
    return anew;
  }

  Epoch epoch() {
    return epoch;
  }

  /** Gives it its work; whoever made it calls this once. */
  void start(FutureTask<?> work) {
    synchronized (this) {
      task = work;
    }
  }

  /** Notes when it turned to the store. */
  void begin(long now) {
    begun = now;
  }

  /** Notes that events came since, which the answers may lack. */
  void change(EventBatch batch, long now) {
    parts.forEach(part -> part.change(batch, now));
  }

  /**
   * Adds one who waits.
   *
   * @param lifetime how old an answer may be
   * @param present which users have been erased by now
   * @return false where what comes of it would be too old, or nothing comes of it
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
   * Takes one away.
   *
   * @return whether it was the last one, who ended the run
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

  /** Waits for the end for some time at most, whatever comes of it; tells whether it has ended. */
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
   * Waits for the answers, without leaving.
   *
   * @throws ClientDisconnectedException where the asker went away meanwhile
   */
  Map<StatsQuery<?>, CacheEntry> await(QueryCaller asker) {
    CompletableFuture<Map<StatsQuery<?>, CacheEntry>> own = result.copy();
    try (QueryCaller.Attendance _ =
        asker.attend(() -> own.completeExceptionally(new ClientDisconnectedException()))) {
      return own.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
