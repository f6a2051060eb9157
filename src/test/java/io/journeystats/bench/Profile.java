package io.journeystats.bench;

import java.util.Arrays;
import java.util.Locale;

/** How many events a run is about. */
enum Profile {
  SMALL(2_000_000),
  MEDIUM(20_000_000),
  LARGE(100_000_000);

  /** What an entrance brings with it on average, custom events included. */
  private static final double EVENTS_AN_ENTRANCE = 9.37;

  private final long events;

  Profile(long events) {
    this.events = events;
  }

  /** The profile of this name or this number of events. */
  static Profile find(String text) {
    return Arrays.stream(values())
        .filter(profile -> profile.key().equals(text) || Long.toString(profile.events).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "bench.events must be small, medium, large or their number of events, not "
                    + text));
  }

  /** The name, as it is written on a command line. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many events, more or less. */
  long events() {
    return events;
  }

  /** How many entrances make so many events. */
  long entrances() {
    return Math.round(events / EVENTS_AN_ENTRANCE);
  }

  /** How many entrances the growth starts with; ten times as many come beside them. */
  long entrancesBeforeGrowth() {
    return Math.min(entrances() / 10, SMALL.entrances() * 5);
  }
}
