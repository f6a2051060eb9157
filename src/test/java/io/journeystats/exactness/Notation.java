package io.journeystats.exactness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Random;

/** The many ways in which RFC 3339 writes one instant. */
final class Notation {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private static final List<String> OFFSETS =
      List.of("Z", "z", "+00:00", "-00:00", "+05:45", "-03:30", "+14:00", "-12:00", "+13:45");

  private Notation() {}

  /**
   * Writes the instant in some offset, with digits beyond the millisecond that are to be cut off.
   */
  static String any(Instant time, Random random) {
    String offset = OFFSETS.get(random.nextInt(OFFSETS.size()));
    return SECONDS.format(
            time.atOffset(ZoneOffset.of(offset.replace("-00:00", "Z").replace("z", "Z"))))
        + fraction(time.atOffset(ZoneOffset.UTC).get(ChronoField.MILLI_OF_SECOND), random)
        + offset;
  }

  private static String fraction(int millis, Random random) {
    String digits = "%03d".formatted(millis);
    return switch (random.nextInt(4)) {
      case 0 -> millis == 0 ? "" : "." + digits;
      case 1 -> "." + digits + "000";
      case 2 -> "." + digits + "999";
      default -> "." + (digits.endsWith("00") ? digits.substring(0, 1) : digits + "999999");
    };
  }
}
