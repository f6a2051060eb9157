package io.journeystats.export;

import io.journeystats.dashboard.StatisticsParameters;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;

/** What every call for a file takes: which time, and how the file is to be packed. */
public final class CsvParameters {
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

  Request request() {
    return request;
  }

  HttpHeaders headers() {
    return headers;
  }
}
