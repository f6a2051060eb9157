package io.journeystats.csv;

/**
 * A table under the name that it is saved under.
 *
 * @param name the name
 * @param table the table
 */
public record CsvFile(FileName name, CsvTable table) {}
