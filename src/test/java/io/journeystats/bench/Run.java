package io.journeystats.bench;

/**
 * The parameters and environment of a run.
 *
 * @param date the date
 * @param profile the size
 * @param seed the random seed
 * @param processors the number of cores of the machine
 * @param gigabytes the memory of the machine
 * @param heap the maximum heap of the service
 * @param zone the time zone of the tenants
 * @param command the command of the run
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
