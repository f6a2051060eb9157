package io.journeystats.export;

import io.journeystats.csv.CsvFile;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What finds out what a job's file has to hold. */
interface ExportContents {
  /**
   * The content, which may have to be computed; ends early if its thread is interrupted.
   *
   * @param progress receives the progress
   * @throws io.journeystats.http.ProblemException where what is asked is no longer there
   */
  CsvFile of(ExportJob job, Consumer<RowCount> progress);

  /** No event before this instant will be in the file of a job; empty where any may be. */
  default Optional<Instant> dataFrom(ExportJob job) {
    return Optional.empty();
  }

  /** Why the file of a job has to go, as what is in it is no longer there; else empty. */
  default Optional<String> whyGone(ExportJob job) {
    return Optional.empty();
  }
}
