package io.journeystats.dashboard;

import io.journeystats.query.GoalAmounts.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the conversions of a goal are worth in one currency, in decimals of four places.
 *
 * @param currency the currency
 * @param value the sum
 * @param valuedConversions how many conversions have such a value
 * @param averageValue the sum by these
 * @param valuePerEntrance the sum by the entrances
 */
@Schema(name = "GoalValue")
record GoalWorth(
    @Schema(description = "The currency; null where neither the goal nor the event names one.")
        @Nullable String currency,
    @Schema(description = "The sum of the values, exactly.", example = "12.0000") String value,
    @Schema(description = "How many conversions have a value in this currency.")
        long valuedConversions,
    @Schema(description = "The value by the conversions that have one.", example = "4.0000")
        String averageValue,
    @Schema(
            description =
                "The value by the entrances of the same period; null where there are none.",
            example = "1.2000")
        @Nullable String valuePerEntrance) {
  private static final int PLACES = 4;

  /** A sum against the entrances of the same period. */
  static GoalWorth of(Amount amount, @Nullable Number entrances) {
    long base = Objects.requireNonNullElse(entrances, 0L).longValue();
    return new GoalWorth(
        amount.currency().orElse(null),
        written(amount.value()),
        amount.conversions(),
        by(amount.value(), amount.conversions()),
        base == 0 ? null : by(amount.value(), base));
  }

  /** All in one line, such as {@code EUR 12.0000; USD 3.0000}. */
  static String inWords(List<GoalWorth> values) {
    return values.stream()
        .map(one ->
            Stream.of(Objects.requireNonNullElse(one.currency, ""), one.value)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  static String written(BigDecimal value) {
    return value.setScale(PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  private static String by(BigDecimal value, long number) {
    return value.divide(BigDecimal.valueOf(number), PLACES, RoundingMode.HALF_UP).toPlainString();
  }
}
