package io.journeystats.bench;

import java.util.Map;

/**
 * What came of many users at once.
 *
 * @param users how many
 * @param journeys how many journeys they look at
 * @param uncachedShare which share of their questions the store had to answer
 * @param pace how many requests a second were asked for; 0 for as many as possible
 * @param perSecond how many were answered
 * @param errors how many were not, by what came instead
 * @param timings of all; paced ones from the moment that they were due
 */
record LoadRow(
    int users,
    int journeys,
    double uncachedShare,
    int pace,
    double perSecond,
    Map<String, Integer> errors,
    Timings timings) {}
