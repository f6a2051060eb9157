package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The reading of times compared with Java's own, which it is a faster way to. */
class EventTimeTest {
  private static final long SEED = 20_260_512;
  private static final int TEXTS = 300_000;
  private static final String CHARACTERS = "0123456789:-+.TZtz 9٣é";

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void timesAreReadAsJavaReadsThem() {
    List<String> accepted = new ArrayList<>();
    for (int number = 0; number < TEXTS; number++) {
      String text = random.nextInt(3) == 0 ? mutated(time()) : time();
      Optional<Instant> expected = byJava(text);
      assertThat(EventTime.parse(text)).as(text).isEqualTo(expected);
      expected.ifPresent(_ -> accepted.add(text));
    }
    // Neither all nor none: both answers were compared.
    assertThat(accepted.size()).isBetween(TEXTS / 10, TEXTS * 9 / 10);
  }

  /** A text like a time, some of whose numbers no clock or calendar knows. */
  private String time() {
    String fraction =
        random.nextInt(4) == 0
            ? ""
            : "." + digits(random.nextInt(12) == 0 ? 10 : random.nextInt(10));
    return digits(4)
        + "-"
        + number(14)
        + "-"
        + number(34)
        + "T"
        + number(26)
        + ":"
        + number(62)
        + ":"
        + number(62)
        + fraction
        + zone();
  }

  private String zone() {
    return switch (random.nextInt(4)) {
      case 0 -> (random.nextBoolean() ? "+" : "-") + number(20) + ":" + number(62);
      case 1 -> random.nextInt(5) == 0 ? "+05:45:30" : "-00:00";
      default -> "Z";
    };
  }

  private String number(int bound) {
    int number = random.nextInt(bound);
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int digit = 0; digit < count; digit++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  private String mutated(String text) {
    int at = random.nextInt(text.length());
    char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + other + text.substring(at);
      default -> text.substring(0, at) + other + text.substring(at + 1);
    };
  }

  private static Optional<Instant> byJava(String text) {
    if (text.length() <= 16 || text.charAt(16) != ':') {
      return Optional.empty();
    }
    try {
      return Optional.of(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
              .toInstant()
              .truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
