package io.journeystats.download;

import io.journeystats.csv.CsvStyle;
import io.journeystats.dashboard.StatisticsParameters;
import io.journeystats.http.InputErrors;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import org.jspecify.annotations.Nullable;

/** What every call for a file takes: which time, and how the file is to be written and packed. */
public final class CsvParameters {
  @QueryParam("bom")
  @Parameter(
      description =
          "Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.",
      schema = @Schema(type = "boolean"))
  private @Nullable String bom;

  @QueryParam("raw")
  @Parameter(
      description =
          "Whether texts stay as they are, for programs. Otherwise those that a spreadsheet could"
              + " take for a formula get an apostrophe in front.",
      schema = @Schema(type = "boolean"))
  private @Nullable String raw;

  private final StatisticsParameters statistics;
  private final Request request;
  private final HttpHeaders headers;

  /** Those of a request. */
  public CsvParameters(
      @BeanParam StatisticsParameters statistics,
      @Context Request request,
      @Context HttpHeaders headers) {
    this.statistics = statistics;
    this.request = request;
    this.headers = headers;
  }

  StatisticsParameters statistics() {
    return statistics;
  }

  /**
   * How the file is to be written.
   *
   * @throws io.journeystats.http.InvalidInputException naming what is neither true nor false
   */
  CsvStyle style() {
    InputErrors errors = new InputErrors();
    CsvStyle style = new CsvStyle(errors.flag("bom", bom), errors.flag("raw", raw));
    errors.throwIfAny();
    return style;
  }

  Request request() {
    return request;
  }

  HttpHeaders headers() {
    return headers;
  }
}
