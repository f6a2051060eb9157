package io.journeystats.tenant;

import java.time.ZoneId;
import java.util.Optional;

/** The time zones that the service knows: those of the IANA database, by name. */
public final class TimeZones {
  private TimeZones() {}

  /**
   * The zone of that name, empty where there is none; offsets such as {@code +02:00} are no names.
   */
  public static Optional<ZoneId> find(String name) {
    return ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }
}
