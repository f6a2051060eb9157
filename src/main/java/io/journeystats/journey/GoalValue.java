package io.journeystats.journey;

import java.util.Optional;

/**
 * The source of a conversion's value: a numeric property of its event, and a currency from the goal
 * or the event.
 *
 * @param property the property with the value
 * @param currency the ISO 4217 code of all values; empty if the goal has none
 * @param currencyProperty the property with the currency; empty if events have none
 */
public record GoalValue(
    String property, Optional<String> currency, Optional<String> currencyProperty) {}
