package io.journeystats.bench;

import java.util.Arrays;
import java.util.Locale;

/** The size of a benchmark run. */
enum Profile {
  SMALL(2_000_000),
  MEDIUM(20_000_000),
  LARGE(100_000_000);

  /** The average number of events per entrance, including custom events. */
  private static final double EVENTS_PER_ENTRANCE = 9.37;

  private final long events;

  Profile(long events) {
    this.events = events;
  }

  /** The profile with a name or a number of events. */
  static Profile find(String text) {
    return Arrays.stream(values())
        .filter(profile -> profile.key().equals(text) || Long.toString(profile.events).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "bench.events must be small, medium, large or their number of events, not "
                    + text));
  }

  /** The name on the command line. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The approximate number of events. */
  long events() {
    return events;
  }

  /** The number of entrances. */
  long entrances() {
    return Math.round(events / EVENTS_PER_ENTRANCE);
  }

  /** The number of entrances before the growth, which adds ten times as many. */
  long entrancesBeforeGrowth() {
    return Math.min(entrances() / 10, SMALL.entrances() * 5);
  }
}
