package io.journeystats.tenant;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The time zones that the service knows: those of the IANA database, by name. */
public final class TimeZones {
  /** Links of the database that Java lacks, with what they link to. */
  private static final Map<String, String> LINKS =
      Map.of(
          "EST", "America/Panama",
          "MST", "America/Phoenix",
          "HST", "Pacific/Honolulu",
          "ROC", "Asia/Taipei",
          "GMT+0", "Etc/GMT",
          "GMT-0", "Etc/GMT");

  /** Names that Java has made up. */
  private static final String OF_JAVA = "SystemV/";

  private TimeZones() {}

  /**
   * The zone of that name, empty where there is none; offsets such as {@code +02:00} are no names.
   */
  public static Optional<ZoneId> find(String name) {
    String known = LINKS.getOrDefault(name, name);
    return ZoneId.getAvailableZoneIds().contains(known) && !known.startsWith(OF_JAVA)
        ? Optional.of(ZoneId.of(known))
        : Optional.empty();
  }
}
