package io.journeystats.export;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * For how long this instance has seen jobs unchanged, by its own ticker: so nobody has to compare
 * the clocks of several machines to find out that an instance died.
 */
final class Sightings {
  private final Ticker ticker;
  private Map<UUID, Sighting> seen = Map.of();

  /** A revision, and when it was first seen. */
  private record Sighting(int revision, long at) {}

  Sightings(Ticker ticker) {
    this.ticker = ticker;
  }

  /** Notes how all jobs are that wait or run; others are forgotten. */
  void note(List<ExportJob> jobs) {
    long now = ticker.read();
    Map<UUID, Sighting> next = new HashMap<>();
    for (ExportJob job : jobs) {
      Sighting known = seen.get(job.id());
      next.put(
          job.id(),
          known != null && known.revision() == job.revision()
              ? known
              : new Sighting(job.revision(), now));
    }
    seen = next;
  }

  /** For how long a job that was noted has been what it is, as far as was seen. */
  Duration unchanged(ExportJob job) {
    Sighting known = seen.get(job.id());
    return known == null ? Duration.ZERO : Duration.ofNanos(ticker.read() - known.at());
  }
}
