package io.journeystats.bench;

/**
 * The duration of an export job of campaign statistics.
 *
 * @param period the period
 * @param rows the number of journeys
 * @param bytes the size of the file
 * @param seconds the time from the request to the finished file; the best of several runs
 */
record CampaignRow(String period, long rows, long bytes, double seconds) {}
