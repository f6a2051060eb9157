package io.journeystats.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One cell of a table that is in memory, by what it holds. */
public sealed interface Cell {
  /** What is written: a number as it is, a text in quotes, nothing where it is null. */
  @Nullable Object written(CsvStyle style);

  /**
   * A text of anybody's making, so one that a spreadsheet could take for a formula.
   *
   * @param text the text
   */
  record Text(String text) implements Cell {
    @Override
    public String written(CsvStyle style) {
      return style.text(text);
    }
  }

  /**
   * A whole number.
   *
   * @param number the number
   */
  record Count(long number) implements Cell {
    @Override
    public Long written(CsvStyle style) {
      return number;
    }
  }

  /**
   * A fraction, written as a percentage with two decimals, without its sign.
   *
   * @param fraction 0.1234 is 12.34 %
   */
  record Rate(double fraction) implements Cell {
    private static final int DECIMALS = 2;

    @Override
    public BigDecimal written(CsvStyle style) {
      return BigDecimal.valueOf(fraction)
          .movePointRight(2)
          .setScale(DECIMALS, RoundingMode.HALF_UP);
    }
  }

  /**
   * An instant, written in UTC to the millisecond.
   *
   * @param instant the instant
   */
  record Moment(Instant instant) implements Cell {
    private static final DateTimeFormatter RFC_3339 =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String written(CsvStyle style) {
      return RFC_3339.format(instant);
    }
  }

  /**
   * A calendar day.
   *
   * @param date the day
   */
  record Day(LocalDate date) implements Cell {
    @Override
    public String written(CsvStyle style) {
      return date.toString();
    }
  }

  /** What is not there. */
  record Nothing() implements Cell {
    @Override
    public @Nullable Object written(CsvStyle style) {
      return null;
    }
  }

  /** A text that may be absent. */
  static Cell text(Optional<String> text) {
    return text.<Cell>map(Text::new).orElseGet(Nothing::new);
  }

  /** A metric's number: a count, or a fraction, or null where it has none. */
  static Cell number(@Nullable Number number) {
    return switch (number) {
      case null -> new Nothing();
      case Double fraction -> new Rate(fraction);
      default -> new Count(number.longValue());
    };
  }
}
