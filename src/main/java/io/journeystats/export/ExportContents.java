package io.journeystats.export;

import io.journeystats.csv.CsvFile;
import java.util.function.Consumer;

/** What finds out what a job's file has to hold. */
interface ExportContents {
  /**
   * The content, which may have to be asked for; ends early where its thread is interrupted.
   *
   * @param progress is told how far that is
   * @throws io.journeystats.http.ProblemException where what is asked is no longer there
   */
  CsvFile of(ExportJob job, Consumer<RowCount> progress);

  /** Tells whether what a job is about was deleted, and its file has to go. */
  default boolean isDeleted(ExportJob job) {
    return false;
  }
}
