package io.journeystats.export;

import io.journeystats.csv.CsvFile;
import io.journeystats.stats.Asker;
import java.util.function.Consumer;

/** What finds out what a job's file has to hold. */
interface ExportContents {
  /**
   * The content, which may have to be asked for.
   *
   * @param asker waits for the answers
   * @param progress is told how far that is
   * @throws io.journeystats.http.ProblemException where what is asked is no longer there
   */
  CsvFile of(ExportJob job, Asker asker, Consumer<RowCount> progress);
}
