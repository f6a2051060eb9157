package io.journeystats.export;

import io.journeystats.csv.CsvTable;
import io.journeystats.csv.FileName;

/**
 * What a job's file holds.
 *
 * @param table the rows
 * @param name the file's name for people
 */
record ExportContent(CsvTable table, FileName name) {}
