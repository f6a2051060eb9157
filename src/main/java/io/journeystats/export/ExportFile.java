package io.journeystats.export;

/**
 * The file of a finished job.
 *
 * @param storedAs its name where it lies
 * @param name its name for people
 * @param size how many bytes it has
 * @param sha256 the SHA-256 of these bytes, in hexadecimal
 */
record ExportFile(String storedAs, String name, long size, String sha256) {}
