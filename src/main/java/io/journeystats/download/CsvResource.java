package io.journeystats.download;

import io.journeystats.csv.CsvFile;
import io.journeystats.csv.CsvStyle;
import io.journeystats.dashboard.JourneyStatisticsFactory;
import io.journeystats.dashboard.JourneyTables;
import io.journeystats.sql.StreamedTables;
import io.journeystats.tenant.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Function;

/** A resource that answers with a table of a journey as CSV. */
abstract class CsvResource {
  private final Services services;

  CsvResource(Services services) {
    this.services = services;
  }

  /**
   * What the resources share.
   *
   * @param statistics finds the journey
   * @param streamed makes tables with any number of rows
   * @param downloads sends them
   */
  record Services(
      JourneyStatisticsFactory statistics, StreamedTables streamed, CsvDownloads downloads) {}

  /** Returns the answer with a table. */
  final Response file(
      Caller caller,
      String journey,
      CsvParameters parameters,
      Function<JourneyTables, CsvFile> table) {
    CsvStyle style = parameters.style();
    var tenant = caller.tenant();
    var statistics = services.statistics().open(tenant, journey, parameters.statistics());
    return services
        .downloads()
        .answer(
            tenant.id(),
            parameters.statistics().queryCaller(),
            parameters.request(),
            parameters.headers(),
            table.apply(new JourneyTables(statistics, services.streamed())),
            style);
  }

  /** Says that a method answers with a file. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ApiResponse(
      responseCode = "200",
      description =
          "The file, with a header row. A failed download aborts the connection, so that a partial"
              + " file never looks complete.",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @interface CsvAnswer {}
}
