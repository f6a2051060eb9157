package io.journeystats.bench;

/**
 * How long the campaign statistics of a period took, as a job.
 *
 * @param period the period
 * @param rows how many journeys they are about
 * @param bytes how long the file is
 * @param seconds from the request until the file was there; the best of several
 */
record CampaignRow(String period, long rows, long bytes, double seconds) {}
