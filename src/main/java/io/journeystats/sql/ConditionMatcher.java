package io.journeystats.sql;

import static io.journeystats.clickhouse.ClickHouseExpressions.countUpTo;
import static io.journeystats.clickhouse.ClickHouseExpressions.literals;
import static io.journeystats.clickhouse.ClickHouseExpressions.lookUp;
import static io.journeystats.clickhouse.ClickHouseExpressions.roundDown;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.raw;
import static org.jooq.impl.DSL.select;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.journeystats.journey.GoalConditions;
import io.journeystats.journey.PropertyFilter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;

/**
 * The SQL that finds which goals' conditions custom events satisfy; source: the metrics
 * specification, "Computed goals". Filters are data in it, so its cost grows with the events and
 * hardly with the number of filters.
 *
 * <p>It counts: each goal has a byte (see {@link GoalMask}) that begins as many below {@link
 * GoalMask#COUNTS} as the goal has filters, and every filter that holds adds 1. The properties of
 * an event are read once. Each value has places (see {@link FilterRanges}), and for each place one
 * look-up tells what to add to the bytes of all goals.
 */
final class ConditionMatcher {
  private static final Field<Object> ELEMENTS = field(name("elements"), Object.class);
  private static final Field<Object> PLACES = field(name("places"), Object.class);
  private static final Field<Object> CELLS = field(name("cells"), Object.class);

  /** How many texts ClickHouse looks for in one go. */
  private static final int MOST_NEEDLES = 255;

  private final GoalMask bytes;

  /** By goal; empty for a goal that no custom event reaches. */
  private final List<Optional<GoalConditions>> conditions;

  private final FilterRanges places;
  private final SortedMap<Long, BigInteger> sums;

  /**
   * Matches the conditions of some goals.
   *
   * @param conditions by goal; empty for a goal that no custom event reaches
   */
  ConditionMatcher(List<Optional<GoalConditions>> conditions) {
    this.bytes = new GoalMask(conditions.size());
    this.conditions = List.copyOf(conditions);
    Map<PropertyFilter, BigInteger> weights = new LinkedHashMap<>();
    for (int goal = 0; goal < conditions.size(); goal++) {
      for (PropertyFilter filter : filters(goal)) {
        weights.merge(filter, GoalMask.of(goal, 1), BigInteger::add);
      }
    }
    this.places = new FilterRanges(weights.keySet());
    this.sums = places.sums(weights);
  }

  /** The columns that tell which goals' conditions hold. */
  GoalMask bytes() {
    return bytes;
  }

  /** The names of the events that may satisfy any. */
  ImmutableSet<String> eventNames() {
    return conditions.stream()
        .flatMap(Optional::stream)
        .map(GoalConditions::eventName)
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * The events that satisfy the conditions of any goal, with the columns of {@link GoalMask}.
   *
   * @param events custom events of {@link #eventNames}, with their properties
   * @param kept which columns of them are wanted
   */
  Select<Record> matches(Select<?> events, Collection<? extends Field<?>> kept) {
    List<SelectFieldOrAsterisk> matched = new ArrayList<>(kept);
    matched.addAll(bytes.computed((column, _) -> matched(column)));
    List<SelectFieldOrAsterisk> all = new ArrayList<>(kept);
    all.addAll(bytes.columns());
    return select(all)
        .from(
            select(matched)
                .from(
                    places.properties().isEmpty() ? events.asTable("custom") : cells(events, kept))
                .asTable("matched"))
        .where(bytes.any());
  }

  /** The events with the numbers of the cells that their properties lie in. */
  private Select<Record> cells(Select<?> events, Collection<? extends Field<?>> kept) {
    List<Field<?>> columns = with(kept, EventColumns.EVENT_NAME);
    Select<Record> elements =
        select(with(with(columns, EventColumns.PROPERTIES), elements().as(ELEMENTS)))
            .from(events.asTable("custom"));
    Select<Record> placed =
        select(with(columns, allPlaces().as(PLACES))).from(elements.asTable("with_elements"));
    return select(
            with(
                columns,
                field(
                        "arrayMap(place -> {0}, {1})",
                        Object.class,
                        lookUp(roundDown(field(raw("place")), sums.keySet()), sums.keySet(), 1, 0),
                        PLACES)
                    .as(CELLS)))
        .from(placed.asTable("with_places"));
  }

  private static List<Field<?>> with(Collection<? extends Field<?>> columns, Field<?> another) {
    return Stream.<Field<?>>concat(columns.stream(), Stream.of(another)).distinct().toList();
  }

  /** A column of the goals whose bytes have reached their highest bit. */
  private Field<BigInteger> matched(int column) {
    Map<String, BigInteger> beginnings = new HashMap<>();
    Map<String, BigInteger> highest = new HashMap<>();
    for (int goal = 0; goal < conditions.size(); goal++) {
      String event = conditions.get(goal).map(GoalConditions::eventName).orElse(null);
      if (event != null) {
        BigInteger beginning = GoalMask.of(goal, GoalMask.COUNTS - filters(goal).size());
        beginnings.merge(event, beginning, BigInteger::or);
        highest.merge(event, GoalMask.counting(Set.of(goal)), BigInteger::or);
      }
    }
    List<String> names = beginnings.keySet().stream().sorted().toList();
    Field<BigInteger> beginning = byName(names, beginnings, column);
    return GoalMask.and(
        places.properties().isEmpty()
            ? beginning
            : beginning.plus(
                field(
                    "arraySum(cell -> {0}, {1})",
                    BigInteger.class,
                    bytes.chosen(List.copyOf(sums.values()), field(raw("cell")), column),
                    CELLS)),
        byName(names, highest, column));
  }

  private Field<BigInteger> byName(List<String> names, Map<String, BigInteger> rows, int column) {
    List<BigInteger> inOrder =
        names.stream().map(name -> Objects.requireNonNull(rows.get(name))).toList();
    return names.size() == 1
        ? bytes.literal(inOrder.getFirst(), column)
        : bytes.chosen(
            inOrder, lookUp(EventColumns.EVENT_NAME.cast(String.class), names, 1, 0), column);
  }

  /** Of each property that filters look at: its number, its value as JSON, and its name. */
  private Field<Object> elements() {
    return field(
        """
        arrayFilter(e -> e.1 > 0 AND e.2 != 'null', arrayMap(
          p -> ({0}, p.2, p.1), JSONExtractKeysAndValuesRaw({1})))\
        """,
        Object.class,
        lookUp(field(raw("p.1")), places.properties(), 1, 0),
        EventColumns.PROPERTIES);
  }

  /** The places of all values, and of what is in them. */
  private Field<Object> allPlaces() {
    List<Field<Object>> all = new ArrayList<>();
    all.add(
        field(
            """
            arrayMap(e -> {0} + multiIf(
              {1}, {2}, {3}, {4}, ascii(e.2) = ascii('t'), {5}, ascii(e.2) = ascii('f'), {6}, {7}), {8})\
            """,
            Object.class,
            propertyAt(),
            isText("e.2"),
            lookUp(text("e.2"), places.texts(), places.textsAt() + 1, places.textsAt()),
            isNumber("e.2"),
            lookUp(
                roundDown(number("e.2"), places.numberSteps()),
                places.numberSteps(),
                FilterRanges.NUMBERS,
                FilterRanges.NUMBERS),
            inline(FilterRanges.TRUE),
            inline(FilterRanges.FALSE),
            inline(FilterRanges.OTHER),
            ELEMENTS));
    if (!places.textSteps().isEmpty()) {
      all.add(
          field(
              "arrayMap(e -> {0} + {1} + {2}, arrayFilter(e -> {3}, {4}))",
              Object.class,
              propertyAt(),
              inline(places.orderAt()),
              countUpTo(places.textSteps(), text("e.2")),
              isText("e.2"),
              ELEMENTS));
    }
    if (!places.containedTexts().isEmpty()) {
      all.add(contents(isText("e.2"), partsOfText()));
    }
    if (places.hasContents()) {
      all.add(contents(condition("ascii(e.2) = ascii('[')"), itemsOfList()));
    }
    return field("arrayConcat({0})", Object.class, list(all));
  }

  /** The places of what is in some values. */
  private Field<Object> contents(Condition which, Field<Object> placesInProperty) {
    return field(
        """
        arrayFlatten(arrayMap(e -> arrayMap(place -> {0} + place, {1}), arrayFilter(e -> {2}, {3})))\
        """,
        Object.class, propertyAt(), placesInProperty, which, ELEMENTS);
  }

  private Field<Long> propertyAt() {
    return field("toUInt64((e.1 - 1) * {0})", Long.class, inline(places.width()));
  }

  /** The places, in a property, of what the text contains; the empty text is in every text. */
  private Field<Object> partsOfText() {
    List<Field<Object>> positions =
        Lists.partition(places.containedTexts(), MOST_NEEDLES).stream()
            .map(some ->
                field(
                    "multiSearchAllPositions({0}, {1})", Object.class, text("e.2"), literals(some)))
            .toList();
    return field(
        """
        arrayFilter((place, position) -> position > 0 OR place = {0}, range({1}, {2}), arrayConcat({3}))\
        """,
        Object.class,
        // Not found in the empty text; no place at all where nobody looks for it.
        inline(places.containedTextsAt() + places.containedTexts().indexOf("")),
        inline(places.containedTextsAt()),
        inline(places.containedNumbersAt()),
        list(positions));
  }

  /**
   * The places, in a property, of what the list has among its items, each once. The list is read in
   * the event, as ClickHouse writes numbers in it that it does not take in lists.
   */
  private Field<Object> itemsOfList() {
    return field(
        """
        arrayDistinct(arrayFilter(place -> place > 0, arrayMap(item -> multiIf(
          {0}, {1}, {2}, {3}, item = 'true', {4}, item = 'false', {5}, 0), JSONExtractArrayRaw({6}, e.3))))\
        """,
        Object.class,
        isText("item"),
        lookUp(text("item"), places.containedTexts(), places.containedTextsAt(), 0),
        isNumber("item"),
        lookUp(
            // The negative zero is equal to zero, but not the same.
            field("{0} + 0", Double.class, number("item")),
            places.containedNumbers(),
            places.containedNumbersAt(),
            0),
        inline(places.containedTruthsAt() + 1),
        inline(places.containedTruthsAt()),
        EventColumns.PROPERTIES);
  }

  private static Condition isText(String json) {
    return condition("ascii(" + json + ") = ascii('\"')");
  }

  /** Digits and the minus sign come before whatever else JSON, no text, begins with. */
  private static Condition isNumber(String json) {
    return condition("ascii(" + json + ") <= ascii('9')");
  }

  private static Field<String> text(String json) {
    return field("JSONExtractString(" + json + ")", String.class);
  }

  /**
   * The JSON functions would read it faster, but not where ClickHouse itself has written out a
   * number beyond 64 bits.
   */
  private static Field<Double> number(String json) {
    return field("toFloat64OrZero(" + json + ")", Double.class);
  }

  /** The same filter twice holds when it holds once. */
  private Set<PropertyFilter> filters(int goal) {
    return conditions.get(goal).map(some -> Set.copyOf(some.filters())).orElse(Set.of());
  }
}
