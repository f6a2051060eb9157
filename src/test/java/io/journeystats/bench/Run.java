package io.journeystats.bench;

/**
 * The circumstances of a run.
 *
 * @param date when, as a date
 * @param profile how many events
 * @param seed what they are made from
 * @param processors how many cores the machine has
 * @param gigabytes how much memory it has
 * @param heap the limit of the service's heap
 * @param zone the time zone of the tenants
 * @param command what runs it again
 */
record Run(
    String date,
    String profile,
    long seed,
    int processors,
    long gigabytes,
    String heap,
    String zone,
    String command) {}
