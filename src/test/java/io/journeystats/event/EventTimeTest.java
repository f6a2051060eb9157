package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the parser of times with a plain one by the grammar of RFC 3339. */
class EventTimeTest {
  private static final long SEED = 20_260_512;
  private static final int TEXTS = 300_000;
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[Tt](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?"
              + "(?:[Zz]|([+-])((?:[01]\\d|2[0-3])):([0-5]\\d))");

  private static final String CHARACTERS = "0123456789:-+.TZtz 9٣é";

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void timesAreParsedByTheGrammar() {
    List<String> accepted = new ArrayList<>();
    for (int number = 0; number < TEXTS; number++) {
      String text = random.nextInt(3) == 0 ? mutated(time()) : time();
      Optional<Instant> expected = byGrammar(text);
      assertThat(EventTime.parse(text)).as(text).isEqualTo(expected);
      expected.ifPresent(_ -> accepted.add(text));
    }
    // Both valid and invalid texts were compared.
    assertThat(accepted.size()).isBetween(TEXTS / 10, TEXTS * 9 / 10);
  }

  /** A text in the form of a time, with some numbers out of range. */
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
      case 0 -> (random.nextBoolean() ? "+" : "-") + number(26) + ":" + number(62);
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

  private static Optional<Instant> byGrammar(String text) {
    Matcher parts = GRAMMAR.matcher(text);
    if (!parts.matches() || Integer.parseInt(parts.group(6)) > 60) {
      return Optional.empty();
    }
    boolean leap = parts.group(6).equals("60");
    Duration offset =
        parts.group(8) == null
            ? Duration.ZERO
            : Duration.parse(
                "%sPT%sH%sM".formatted(parts.group(8), parts.group(9), parts.group(10)));
    String fraction = parts.group(7) == null ? "000" : (parts.group(7) + "00").substring(0, 3);
    try {
      Instant named =
          Instant.parse(
                  "%s-%s-%sT%s:%s:%s.%sZ"
                      .formatted(
                          parts.group(1),
                          parts.group(2),
                          parts.group(3),
                          parts.group(4).equals("24") ? "no" : parts.group(4),
                          parts.group(5),
                          leap ? "59" : parts.group(6),
                          leap ? "999" : fraction))
              .minus(offset);
      boolean endOfMonth = named.plusMillis(1).toString().endsWith("-01T00:00:00Z");
      return leap && !endOfMonth ? Optional.empty() : Optional.of(named);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The examples of the RFC.
    "1985-04-12T23:20:50.52Z, 1985-04-12T23:20:50.520Z",
    "1996-12-19T16:39:57-08:00, 1996-12-20T00:39:57Z",
    "1990-12-31T23:59:60Z, 1990-12-31T23:59:59.999Z",
    "1990-12-31T15:59:60-08:00, 1990-12-31T23:59:59.999Z",
    "1937-01-01T12:00:27.87+00:20, 1937-01-01T11:40:27.870Z",
    "2016-12-31T23:59:60.5Z, 2016-12-31T23:59:59.999Z",
    "2026-05-12t09:00:00z, 2026-05-12T09:00:00Z",
    "2026-05-12T09:00:00.1234567891Z, 2026-05-12T09:00:00.123Z",
    "2026-05-12T09:00:00.9999999999999999999999999Z, 2026-05-12T09:00:00.999Z",
    "2026-05-12T09:00:00+23:59, 2026-05-11T09:01:00Z",
    "2026-05-12T09:00:00-18:30, 2026-05-13T03:30:00Z",
    "2026-05-12T09:00:00-00:00, 2026-05-12T09:00:00Z"
  })
  void validTimesAreParsed(String text, Instant expected) {
    assertThat(EventTime.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-05-12T09:00:00+02",
        "2026-05-12T09:00:00+0200",
        "2026-05-12T09:00:00+02:00:30",
        "2026-05-12T09:00:00.Z",
        "2026-05-12T09:00:00",
        "2026-05-12T09:00Z",
        "2026-05-12 09:00:00Z",
        "2026-05-12T09:00:00+24:00",
        "2026-05-12T09:00:00+02:60",
        "2026-05-12T24:00:00Z",
        "2026-05-12T09:00:60Z",
        "2026-05-12T23:59:60Z",
        "2026-05-31T23:59:60+02:00",
        "2026-05-31T23:59:61Z",
        "2026-02-29T09:00:00Z",
        "+2026-05-12T09:00:00Z",
        "12026-05-12T09:00:00Z",
        "2026-05-12T09:00:00Z ",
        "2026-05-12T09:00:00Z[UTC]",
        "2026-05-12T09:00:00,5Z"
      })
  void invalidTimesAreRejected(String text) {
    assertThat(EventTime.parse(text)).isEmpty();
  }
}
