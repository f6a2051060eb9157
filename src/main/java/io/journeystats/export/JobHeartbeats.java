package io.journeystats.export;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this instance has seen of jobs, by its own ticker: for how long they are unchanged, so that
 * nobody has to compare the clocks of several machines to find out that an instance died; and which
 * of them could not be changed, and are left alone for a while.
 */
final class JobHeartbeats {
  private static final int MOST_DOUBLINGS = 6;

  private final Ticker ticker;
  private volatile Map<UUID, Sighting> seen = new ConcurrentHashMap<>();

  /** A revision, when it was first seen, and what came of changing it. */
  private record Sighting(int revision, long at, Optional<Setback> setback) {}

  /** How often a job could not be changed, when the last time was, until when it is left, why. */
  private record Setback(int times, long at, Duration pause, String why) {}

  JobHeartbeats(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Notes how all jobs are that wait or run; others are forgotten. */
  synchronized void note(List<ExportJob> jobs) {
    long now = ticker.read();
    Map<UUID, Sighting> next = new ConcurrentHashMap<>();
    for (ExportJob job : jobs) {
      Sighting known = seen.get(job.id());
      next.put(
          job.id(),
          known != null && known.revision() == job.revision()
              ? known
              : new Sighting(job.revision(), now, Optional.empty()));
    }
    seen = next;
  }

  /** For how long a job that was noted has been what it is, as far as was seen. */
  Duration unchanged(ExportJob job) {
    Sighting known = seen.get(job.id());
    return known == null ? Duration.ZERO : Duration.ofNanos(ticker.read() - known.at());
  }

  /**
   * A job that was noted could not be changed.
   *
   * @param pause for how long it is left alone after the first time; twice as long after each other
   */
  synchronized void failed(ExportJob job, Duration pause, String why) {
    seen.computeIfPresent(
        job.id(),
        (_, known) -> {
          int before = known.setback().map(Setback::times).orElse(0);
          Duration next = pause.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
          Setback setback = new Setback(before + 1, ticker.read(), next, why);
          return new Sighting(known.revision(), known.at(), Optional.of(setback));
        });
  }

  /** Tells whether a job is left alone for now. */
  boolean isLeftAlone(ExportJob job) {
    return setback(job.id())
        .filter(setback -> ticker.read() - setback.at() < setback.pause().toNanos())
        .isPresent();
  }

  /** Why a job could not be changed the last time; empty where it could. */
  Optional<String> whyNotChanged(UUID job) {
    return setback(job).map(Setback::why);
  }

  /** The reasons why jobs could not be changed the last time, each once. */
  List<String> allWhyNotChanged() {
    return seen.keySet().stream().flatMap(id -> whyNotChanged(id).stream()).distinct().toList();
  }

  private Optional<Setback> setback(UUID job) {
    return Optional.ofNullable(seen.get(job)).flatMap(Sighting::setback);
  }
}
