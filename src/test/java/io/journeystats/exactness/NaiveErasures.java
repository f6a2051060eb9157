package io.journeystats.exactness;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who was erased when. "From the answer on, no statistic contains the user's events; a tombstone
 * keeps later arrivals of events from before the erasure out; events after it count again."
 *
 * @param times the time of each user's last erasure
 */
record NaiveErasures(Map<String, Instant> times) {
  NaiveErasures() {
    this(new ConcurrentHashMap<>());
  }

  /** From now on a user's events before that time do not count. */
  void erase(String userId, Instant time) {
    times.merge(userId, time, (one, other) -> one.isAfter(other) ? one : other);
  }

  boolean isErased(NaiveEvent event) {
    return event.time().isBefore(times.getOrDefault(event.userId(), Instant.MIN));
  }

  /** The events that count. */
  List<NaiveEvent> left(List<NaiveEvent> events) {
    return events.stream().filter(event -> !isErased(event)).toList();
  }
}
