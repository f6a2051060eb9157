package io.journeystats.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystats.journey.PropertyFilter;
import io.journeystats.journey.PropertyFilter.FilterValue;
import io.journeystats.journey.PropertyFilter.Operator;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Where filters hold. Which values have which places, the comparison with the naive implementation
 * tells.
 */
class FilterRangesTest {
  private static final PropertyFilter EXISTS =
      new PropertyFilter("p", Operator.EXISTS, Optional.empty());

  private static PropertyFilter filter(Operator operator, String json) {
    try {
      FilterValue value = FilterValue.of(new ObjectMapper().readTree(json));
      return new PropertyFilter("p", operator, Optional.of(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** The places at which a filter holds, among those that some filters need. */
  private static List<Integer> held(FilterRanges places, PropertyFilter filter) {
    SortedMap<Long, BigInteger> sums = places.sums(Map.of(filter, BigInteger.ONE));
    return IntStream.range(0, places.width())
        .filter(place -> sums.headMap(place + 1L).lastEntry().getValue().signum() > 0)
        .boxed()
        .toList();
  }

  private static List<Integer> range(int first, int end) {
    return IntStream.range(first, end).boxed().toList();
  }

  @Test
  void existsHoldsForEveryTypeOnce() {
    FilterRanges places =
        new FilterRanges(
            List.of(
                EXISTS,
                filter(Operator.GT, "1"),
                filter(Operator.EQ, "\"a\""),
                filter(Operator.LT, "\"b\""),
                filter(Operator.CONTAINS, "\"c\"")));
    assertThat(held(places, EXISTS)).isEqualTo(range(FilterRanges.OTHER, places.orderAt()));
  }

  @Test
  void aNumberHasAPlaceOfItsOwnBetweenThoseOfSmallerAndGreaterOnes() {
    PropertyFilter equal = filter(Operator.EQ, "50.0");
    FilterRanges places = new FilterRanges(List.of(equal, filter(Operator.GTE, "-0.1")));
    assertThat(places.numberSteps())
        .containsExactly(-Double.MAX_VALUE, -0.1, Math.nextUp(-0.1), 50.0, Math.nextUp(50.0));
    int at = FilterRanges.NUMBERS + 3;
    assertThat(held(places, equal)).containsExactly(at);
    assertThat(held(places, filter(Operator.NEQ, "50")))
        .isEqualTo(
            IntStream.range(FilterRanges.NUMBERS, places.textsAt())
                .filter(place -> place != at)
                .boxed()
                .toList());
    assertThat(held(places, filter(Operator.GT, "50"))).isEqualTo(range(at + 1, places.textsAt()));
    assertThat(held(places, filter(Operator.GTE, "50"))).isEqualTo(range(at, places.textsAt()));
    assertThat(held(places, filter(Operator.LT, "50"))).isEqualTo(range(FilterRanges.NUMBERS, at));
    assertThat(held(places, filter(Operator.LTE, "50")))
        .isEqualTo(range(FilterRanges.NUMBERS, at + 1));
  }

  @Test
  void theGreatestAndTheLeastNumberHaveNothingBehindThem() {
    PropertyFilter greatest = filter(Operator.GT, "1.7976931348623157e308");
    PropertyFilter least = filter(Operator.LT, "-1.7976931348623157e308");
    FilterRanges places = new FilterRanges(List.of(greatest, least));
    assertThat(held(places, greatest)).isEmpty();
    assertThat(held(places, least)).isEmpty();
  }

  @Test
  void textsAreComparedForEqualityAmongTexts() {
    PropertyFilter equal = filter(Operator.EQ, "\"50\"");
    PropertyFilter other = filter(Operator.NEQ, "\"a\"");
    FilterRanges places = new FilterRanges(List.of(equal, other));
    int texts = places.textsAt();
    assertThat(held(places, equal)).containsExactly(texts + 1);
    assertThat(held(places, other)).containsExactly(texts, texts + 1);
  }

  @Test
  void textsAreOrderedByCodePoints() {
    PropertyFilter greater = filter(Operator.GT, "\"\uFFFF\"");
    PropertyFilter atLeast = filter(Operator.GTE, "\"\uFFFF\"");
    PropertyFilter less = filter(Operator.LT, "\"😀\"");
    PropertyFilter atMost = filter(Operator.LTE, "\"\"");
    FilterRanges places = new FilterRanges(List.of(greater, atLeast, less, atMost));
    assertThat(places.textSteps()).containsExactly("\0", "\uFFFF", "\uFFFF\0", "😀");
    int order = places.orderAt();
    assertThat(held(places, atMost)).containsExactly(order);
    assertThat(held(places, atLeast)).containsExactly(order + 2, order + 3, order + 4);
    assertThat(held(places, greater)).containsExactly(order + 3, order + 4);
    assertThat(held(places, less)).containsExactly(order, order + 1, order + 2, order + 3);
  }

  @Test
  void contentsAreToldApartByType() {
    PropertyFilter text = filter(Operator.CONTAINS, "\"5\"");
    PropertyFilter number = filter(Operator.CONTAINS, "5");
    PropertyFilter truth = filter(Operator.CONTAINS, "true");
    FilterRanges places = new FilterRanges(List.of(text, number, truth));
    assertThat(held(places, text)).containsExactly(places.containedTextsAt());
    assertThat(held(places, number)).containsExactly(places.containedNumbersAt());
    assertThat(held(places, truth)).containsExactly(places.containedTruthsAt() + 1);
    assertThat(places.hasContents()).isTrue();
    assertThat(new FilterRanges(List.of(EXISTS)).hasContents()).isFalse();
  }

  @Test
  void truthHasNoOrder() {
    PropertyFilter equal = filter(Operator.EQ, "true");
    PropertyFilter other = filter(Operator.NEQ, "true");
    PropertyFilter greater = filter(Operator.GT, "false");
    FilterRanges places = new FilterRanges(List.of(equal, other, greater));
    assertThat(held(places, equal)).containsExactly(FilterRanges.TRUE);
    assertThat(held(places, other)).containsExactly(FilterRanges.FALSE);
    assertThat(held(places, greater)).isEmpty();
  }

  @Test
  void whatFiltersAddIsSummedUpByPlaceAndProperty() {
    PropertyFilter positive = filter(Operator.GT, "0");
    PropertyFilter small = filter(Operator.LT, "10");
    PropertyFilter other = new PropertyFilter("other", Operator.EXISTS, Optional.empty());
    FilterRanges places = new FilterRanges(List.of(positive, small, other));
    SortedMap<Long, BigInteger> sums =
        places.sums(
            Map.of(
                positive, BigInteger.valueOf(1),
                small, BigInteger.valueOf(20),
                other, BigInteger.valueOf(300)));
    // From the least on, from 0, behind 0, from 10, behind 10, then texts; the next property.
    List<Integer> numbers =
        IntStream.range(FilterRanges.NUMBERS - 1, places.textsAt() + 1)
            .map(place -> sums.headMap(place + 1L).lastEntry().getValue().intValueExact())
            .boxed()
            .toList();
    assertThat(numbers).containsExactly(0, 20, 20, 21, 1, 1, 0);
    assertThat(sums.get((long) places.width())).isEqualTo(300);
    assertThat(sums.lastEntry().getValue()).isZero();
  }
}
