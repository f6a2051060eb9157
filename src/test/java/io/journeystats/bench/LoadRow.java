package io.journeystats.bench;

import java.util.Map;

/**
 * The result of a load test.
 *
 * @param users the number of concurrent users
 * @param journeys the number of journeys whose dashboards they request
 * @param uncachedShare the share of requests that bypass the cache
 * @param pace the target number of requests per second; 0 for the maximum
 * @param perSecond the number of successful requests per second
 * @param errors the number of failed requests, by error
 * @param timings the durations; at a fixed rate, from the time that a request was due
 */
record LoadRow(
    int users,
    int journeys,
    double uncachedShare,
    int pace,
    double perSecond,
    Map<String, Integer> errors,
    Timings timings) {}
