package io.journeystats.exactness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A conversion goal and the conversions that the events make. */
record NaiveGoal(
    String id,
    String name,
    Optional<String> eventName,
    JsonNode filters,
    Optional<String> goalStepId,
    int conversionPeriodDays,
    Optional<String> valueProperty,
    Optional<String> currency,
    Optional<String> currencyProperty) {

  /** A user completes the goal at a time, by an event. */
  record Conversion(String userId, Instant time, NaiveEvent event) {}

  /** "Amounts of different currencies are never added." */
  record Amount(Optional<String> currency, BigDecimal value, long number) {
    static final Comparator<Amount> LARGEST_FIRST =
        Comparator.comparing(Amount::value)
            .reversed()
            .thenComparing(amount -> amount.currency().isEmpty())
            .thenComparing(amount -> amount.currency().orElse(""));
  }

  /**
   * "Value of a conversion event = that property of it where it is a JSON number with |v| &lt;
   * 10¹⁵, as the decimal that is written, rounded to 4 places (half away from zero); anything else:
   * none."
   */
  Optional<BigDecimal> value(NaiveEvent event) {
    JsonNode number = event.properties().path(valueProperty.orElse(""));
    if (valueProperty.isEmpty() || !number.isNumber()) {
      return Optional.empty();
    }
    BigDecimal written = number.decimalValue();
    return written.abs().compareTo(BigDecimal.TEN.pow(15)) < 0
        ? Optional.of(written.setScale(4, RoundingMode.HALF_UP))
        : Optional.empty();
  }

  /** "Or the event's currency_property where it is a text of 1–8 letters, in upper case." */
  private Optional<String> currency(NaiveEvent event) {
    return currency
        .or(() ->
            currencyProperty
                .map(event.properties()::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> text.matches("[A-Za-z]{1,8}")))
        .map(text -> text.toUpperCase(Locale.ROOT));
  }

  /** The sums by currency, "largest value first". */
  List<Amount> amounts(List<Conversion> conversions) {
    Map<Optional<String>, List<BigDecimal>> byCurrency = new HashMap<>();
    for (Conversion conversion : conversions) {
      value(conversion.event())
          .ifPresent(value ->
              byCurrency
                  .computeIfAbsent(currency(conversion.event()), _ -> new ArrayList<>())
                  .add(value));
    }
    return byCurrency.entrySet().stream()
        .map(one ->
            new Amount(
                one.getKey(),
                one.getValue().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                one.getValue().size()))
        .sorted(Amount.LARGEST_FIRST)
        .toList();
  }

  /** {@code EUR 12.0000; USD 3.0000}. */
  static String inWords(List<Amount> amounts) {
    return amounts.stream()
        .map(one -> one.currency().map(text -> text + " ").orElse("") + one.value().setScale(4))
        .collect(Collectors.joining("; "));
  }

  /** "conversion_period_days (1–365, default 30)". */
  static NaiveGoal read(JsonNode goal) {
    return new NaiveGoal(
        goal.get("id").textValue(),
        goal.get("name").textValue(),
        Json.text(goal, "event_name"),
        goal.hasNonNull("filters") ? goal.get("filters") : Json.array(),
        Json.text(goal, "goal_step_id"),
        goal.path("conversion_period_days").asInt(30),
        Json.text(goal, "value_property"),
        Json.text(goal, "currency"),
        Json.text(goal, "currency_property"));
  }

  Duration conversionPeriod() {
    return Duration.ofHours(24L * conversionPeriodDays);
  }

  /** {@code "conditions": {"event_name","filters"}}, null for a goal without. */
  JsonNode conditions() {
    if (eventName.isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode conditions = Json.object();
    conditions.put("event_name", eventName.get());
    conditions.set("filters", filters);
    return conditions;
  }

  /** "A goal with conditions is also reached by custom events." */
  List<Conversion> conversions(List<NaiveEvent> ofJourney, List<NaiveEvent> ofTenant) {
    List<Conversion> conversions = new ArrayList<>();
    for (NaiveEvent event : ofJourney) {
      if (event.is("goal_reached") && event.goalId().equals(Optional.of(id))) {
        conversions.add(new Conversion(event.userId(), event.time(), event));
      }
    }
    for (NaiveEvent event : ofTenant) {
      if (isReachedBy(event, ofJourney)) {
        conversions.add(new Conversion(event.userId(), event.time(), event));
      }
    }
    return conversions;
  }

  /** Tells whether a custom event is a conversion of the goal. */
  boolean isReachedBy(NaiveEvent custom, List<NaiveEvent> ofJourney) {
    return satisfiesConditions(custom) && isTracked(custom, ofJourney);
  }

  /** "All filters must hold." */
  private boolean satisfiesConditions(NaiveEvent event) {
    if (!event.is("custom") || eventName.isEmpty() || !event.eventName().equals(eventName)) {
      return false;
    }
    for (JsonNode filter : filters) {
      if (!NaiveFilter.holds(filter, event.properties())) {
        return false;
      }
    }
    return true;
  }

  /** "If the user has a start event s with s.time ≤ t < s.time + conversion period." */
  private boolean isTracked(NaiveEvent custom, List<NaiveEvent> ofJourney) {
    Instant t = custom.time();
    for (NaiveEvent s : ofJourney) {
      if (isStart(s)
          && s.userId().equals(custom.userId())
          && !s.time().isAfter(t)
          && t.isBefore(s.time().plus(conversionPeriod()))) {
        return true;
      }
    }
    return false;
  }

  /** "Start = step_completed of goal_step_id, or entered where the goal names no step." */
  boolean isStart(NaiveEvent event) {
    return goalStepId.isPresent()
        ? event.is("step_completed") && event.stepId().equals(goalStepId)
        : event.is("entered");
  }
}
