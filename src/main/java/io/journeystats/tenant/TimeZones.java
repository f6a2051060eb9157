package io.journeystats.tenant;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The time zones of the IANA database by name. */
public final class TimeZones {
  /** Links of the database that Java lacks, and their targets. */
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "MST", "America/Phoenix",
          "HST", "Pacific/Honolulu",
          "ROC", "Asia/Taipei",
          "GMT+0", "Etc/GMT",
          "GMT-0", "Etc/GMT");

  /** The prefix of names that Java has invented. */
  private static final String JAVA_PREFIX = "SystemV/";

  private TimeZones() {}

  /**
   * Returns the time zone with the given name; empty if it does not exist. Offsets such as {@code
   * +02:00} are not names.
   */
  public static Optional<ZoneId> find(String name) {
    String known = LINKS.getOrDefault(name, name);
    return ZoneId.getAvailableZoneIds().contains(known) && !known.startsWith(JAVA_PREFIX)
        ? Optional.of(ZoneId.of(known))
        : Optional.empty();
  }
}
