package io.journeystats.journey;

import java.util.Optional;

/**
 * What a conversion of a goal is worth: a number among the properties of its event, in a currency
 * that the goal names or the event does.
 *
 * @param property the name of the property that is the value
 * @param currency three letters; empty where the goal names none
 * @param currencyProperty the name of the property that is the currency; empty where events do not
 *     say
 */
public record GoalValue(
    String property, Optional<String> currency, Optional<String> currencyProperty) {}
