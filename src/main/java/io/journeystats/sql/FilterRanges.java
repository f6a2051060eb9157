package io.journeystats.sql;

import static java.util.Comparator.comparing;

import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.journeystats.journey.PropertyFilter.FilterValue.Numeric;
import io.journeystats.journey.PropertyFilter.FilterValue.Text;
import io.journeystats.journey.PropertyFilter.FilterValue.Truth;
import io.journeystats.journey.PropertyFilter.Operator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A numbering of the values that properties can have, such that every filter holds on ranges of
 * numbers: the values' places. So the filters that hold for a value are looked up by its places,
 * however many filters there are.
 *
 * <p>A property has these places, in this order:
 *
 * <ul>
 *   <li>{@link #OTHER} for lists and objects, {@link #FALSE} and {@link #TRUE};
 *   <li>for numbers: one for each interval from a {@link #numberSteps number step} to the next;
 *   <li>for texts: one for each of {@link #texts}, after one for all other texts;
 *   <li>for the order of texts, a second place that every text has: one for each number of {@link
 *       #textSteps} that it has passed;
 *   <li>for contents: one for each value that filters look for in texts and lists. A text or a list
 *       has any number of these places.
 * </ul>
 *
 * <p>Values of different types have different places, so a filter never holds for a value that it
 * cannot be compared with.
 */
final class FilterRanges {
  static final int OTHER = 0;
  static final int FALSE = 1;
  static final int TRUE = 2;

  /** The place of the numbers from the first step to the second. */
  static final int NUMBERS = 3;

  /** A text with this behind it is the next one in the order. */
  private static final char FIRST_CHARACTER = '\0';

  private static final Comparator<String> BY_CODE_POINT =
      comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  /** Each with its position in the list. */
  private final Map<String, Integer> properties;

  private final Map<Double, Integer> numberSteps;
  private final Map<String, Integer> texts;
  private final Map<String, Integer> textSteps;
  private final Map<String, Integer> containedTexts;
  private final Map<Double, Integer> containedNumbers;
  private final boolean hasContents;

  /** Places from the first to the last, both included; none where the last is before the first. */
  private record PlaceRange(long first, long last) {}

  /** The places that some filters need. */
  FilterRanges(Collection<PropertyFilter> filters) {
    List<PropertyFilter> containing =
        filters.stream().filter(filter -> filter.operator() == Operator.CONTAINS).toList();
    List<PropertyFilter> comparing =
        filters.stream().filter(filter -> filter.operator() != Operator.CONTAINS).toList();
    this.properties = positions(filters.stream().map(PropertyFilter::property));
    this.numberSteps =
        positions(
            Stream.concat(
                    Stream.of(-Double.MAX_VALUE),
                    numbers(comparing).flatMap(number -> Stream.of(number, Math.nextUp(number))))
                .filter(Double::isFinite)
                .sorted());
    this.texts =
        positions(
            texts(comparing.stream().filter(filter -> isEquality(filter.operator())).toList()));
    this.textSteps =
        positions(
            comparing.stream()
                .filter(filter -> !isEquality(filter.operator()))
                .flatMap(
                    filter -> texts(List.of(filter)).map(text -> textStep(filter.operator(), text)))
                .sorted(BY_CODE_POINT));
    this.containedTexts = positions(texts(containing));
    this.containedNumbers = positions(numbers(containing));
    this.hasContents = !containing.isEmpty();
  }

  /** The names of the properties that filters look at; their numbers begin with 0. */
  List<String> properties() {
    return List.copyOf(properties.keySet());
  }

  /** The numbers at which another place begins, ascending, from the least number of all on. */
  List<Double> numberSteps() {
    return List.copyOf(numberSteps.keySet());
  }

  /** The texts that are compared for equality. */
  List<String> texts() {
    return List.copyOf(texts.keySet());
  }

  /** The texts from which on another place in the order begins, ascending. */
  List<String> textSteps() {
    return List.copyOf(textSteps.keySet());
  }

  /** The texts that are looked for in texts and lists. */
  List<String> containedTexts() {
    return List.copyOf(containedTexts.keySet());
  }

  /** The numbers that are looked for in lists. */
  List<Double> containedNumbers() {
    return List.copyOf(containedNumbers.keySet());
  }

  /** The place of the texts that are none of {@link #texts}; the places of those are the next. */
  int textsAt() {
    return NUMBERS + numberSteps.size();
  }

  /** The place of texts that have passed no step. */
  int orderAt() {
    return textsAt() + 1 + texts.size();
  }

  /** The place of texts and lists that contain the first of {@link #containedTexts}. */
  int containedTextsAt() {
    return orderAt() + 1 + textSteps.size();
  }

  /** The place of lists that contain the first of {@link #containedNumbers}. */
  int containedNumbersAt() {
    return containedTextsAt() + containedTexts.size();
  }

  /** The place of lists that contain false; that of lists that contain true is the next. */
  int containedTruthsAt() {
    return containedNumbersAt() + containedNumbers.size();
  }

  /** Whether any filter looks into texts or lists. */
  boolean hasContents() {
    return hasContents;
  }

  /** How many places a property has: those of property n begin at n times that number. */
  int width() {
    return containedTruthsAt() + 2;
  }

  /**
   * What the filters that hold at a place add up to: by the first place, 0, and by every place
   * where it may be another sum than at the place before.
   *
   * @param weights what each filter adds where it holds
   */
  SortedMap<Long, BigInteger> sums(Map<PropertyFilter, BigInteger> weights) {
    TreeMap<Long, BigInteger> changes = new TreeMap<>(Map.of(0L, BigInteger.ZERO));
    weights.forEach((filter, weight) -> {
      long property = (long) width() * position(properties, filter.property());
      ranges(filter)
          .filter(range -> range.first() <= range.last())
          .forEach(range -> {
            changes.merge(property + range.first(), weight, BigInteger::add);
            changes.merge(property + range.last() + 1, weight.negate(), BigInteger::add);
          });
    });
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<Long, BigInteger> change : changes.entrySet()) {
      sum = sum.add(change.getValue());
      change.setValue(sum);
    }
    return changes;
  }

  /** Where a filter holds, among the places of its property. */
  private Stream<PlaceRange> ranges(PropertyFilter filter) {
    return switch (filter.value().orElse(null)) {
      case null -> Stream.of(new PlaceRange(OTHER, orderAt() - 1));
      case FilterValue value when filter.operator() == Operator.CONTAINS -> {
        int place = contained(value);
        yield Stream.of(new PlaceRange(place, place));
      }
      case Numeric(var number) ->
          compared(
              filter.operator(),
              NUMBERS,
              NUMBERS + position(numberSteps, number.doubleValue()),
              textsAt() - 1);
      case Text(var text) when isEquality(filter.operator()) ->
          compared(
              filter.operator(), textsAt(), textsAt() + 1 + position(texts, text), orderAt() - 1);
      case Text(var text) -> {
        int passed = orderAt() + 1 + position(textSteps, textStep(filter.operator(), text));
        yield switch (filter.operator()) {
          case GT, GTE -> Stream.of(new PlaceRange(passed, containedTextsAt() - 1));
          case LT, LTE -> Stream.of(new PlaceRange(orderAt(), passed - 1));
          case EQ, NEQ, CONTAINS, EXISTS -> Stream.empty();
        };
      }
      case Truth(var truth) when isEquality(filter.operator()) ->
          compared(filter.operator(), FALSE, truth ? TRUE : FALSE, TRUE);
      // They have no order.
      case Truth _ -> Stream.empty();
    };
  }

  /** The places of a type that compare in that way with one of them. */
  private static Stream<PlaceRange> compared(Operator operator, int first, int at, int last) {
    PlaceRange less = new PlaceRange(first, at - 1);
    PlaceRange more = new PlaceRange(at + 1, last);
    return switch (operator) {
      case EQ -> Stream.of(new PlaceRange(at, at));
      case NEQ -> Stream.of(less, more);
      case GT -> Stream.of(more);
      case GTE -> Stream.of(new PlaceRange(at, last));
      case LT -> Stream.of(less);
      case LTE -> Stream.of(new PlaceRange(first, at));
      case CONTAINS, EXISTS -> Stream.empty();
    };
  }

  private int contained(FilterValue value) {
    return switch (value) {
      case Text(var text) -> containedTextsAt() + position(containedTexts, text);
      case Numeric(var number) ->
          containedNumbersAt() + position(containedNumbers, number.doubleValue());
      case Truth(var truth) -> containedTruthsAt() + (truth ? 1 : 0);
    };
  }

  /** The least text for which the comparison begins, or ends, to hold. */
  private static String textStep(Operator operator, String text) {
    return operator == Operator.GT || operator == Operator.LTE ? text + FIRST_CHARACTER : text;
  }

  private static boolean isEquality(Operator operator) {
    return operator == Operator.EQ || operator == Operator.NEQ;
  }

  private static Stream<String> texts(List<PropertyFilter> filters) {
    return filters.stream()
        .flatMap(filter -> filter.value().stream())
        .filter(Text.class::isInstance)
        .map(value -> ((Text) value).value());
  }

  /** As JSON's numbers are, each is a double. */
  private static Stream<Double> numbers(List<PropertyFilter> filters) {
    return filters.stream()
        .flatMap(filter -> filter.value().stream())
        .filter(Numeric.class::isInstance)
        .map(value -> ((Numeric) value).value().doubleValue());
  }

  private static <T> Map<T, Integer> positions(Stream<T> values) {
    Map<T, Integer> positions = new LinkedHashMap<>();
    values.forEach(value -> positions.putIfAbsent(value, positions.size()));
    return positions;
  }

  private static <T> int position(Map<T, Integer> positions, T value) {
    return Objects.requireNonNull(positions.get(value));
  }
}
