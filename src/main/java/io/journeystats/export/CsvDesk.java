package io.journeystats.export;

import io.journeystats.csv.CsvFile;
import io.journeystats.csv.CsvStyle;
import io.journeystats.dashboard.JourneyStatisticsFactory;
import io.journeystats.dashboard.JourneyTables;
import io.journeystats.sql.StreamedTables;
import io.journeystats.tenant.Caller;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/**
 * Where every file of a journey is asked for.
 *
 * @param desk finds the journey
 * @param stored makes tables of any number of rows
 * @param downloads sends them
 */
public record CsvDesk(
    JourneyStatisticsFactory desk, StreamedTables stored, CsvDownloads downloads) {

  /** The answer with one of a journey's files. */
  Response answer(
      Caller caller,
      String journey,
      CsvParameters parameters,
      Function<JourneyTables, CsvFile> file) {
    CsvStyle style = parameters.style();
    var tenant = caller.tenant();
    var tables = new JourneyTables(desk.open(tenant, journey, parameters.statistics()), stored);
    return downloads.answer(
        tenant.id(),
        parameters.statistics().visitor(),
        parameters.request(),
        parameters.headers(),
        file.apply(tables),
        style);
  }
}
