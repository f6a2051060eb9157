package io.journeystats.export;

import io.journeystats.cache.QueryCaller;
import io.journeystats.csv.CsvFile;
import io.journeystats.csv.CsvReading;
import io.journeystats.csv.CsvStyle;
import io.journeystats.csv.FileName;
import io.journeystats.csv.InMemoryTable;
import io.journeystats.csv.StreamedTable;
import io.journeystats.dashboard.AnswerFilter;
import io.journeystats.dashboard.HttpQueryCaller;
import io.journeystats.http.ClientConnection;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Where tables go out as files while they are read. Those of any number of rows take a place each,
 * of which there are few, as ClickHouse works for them all the while.
 */
public final class CsvDownloads {
  /** What fails by then is answered with the reason; what comes later begins with its header. */
  private static final Duration PATIENCE = Duration.ofMillis(400);

  private static final String TYPE = "text/csv;charset=utf-8;header=present";

  private final TenantLimiter places;
  private final Duration longestPiece;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("download-clock").factory());

  /**
   * Makes the place.
   *
   * @param places how many downloads of any number of rows go on at the same time
   * @param longestPiece how long a client may take for 64 KiB
   */
  public CsvDownloads(TenantLimiter places, Duration longestPiece) {
    this.places = places;
    this.longestPiece = longestPiece;
  }

  /** How many large files are on their way. */
  public long running() {
    return places.taken();
  }

  /**
   * The answer with a file.
   *
   * @throws io.journeystats.http.TryAgainException where there is no place
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the rows cannot be had
   */
  Response answer(
      TenantId tenant,
      HttpQueryCaller visitor,
      Request request,
      HttpHeaders headers,
      CsvFile file,
      CsvStyle style) {
    boolean isLarge =
        switch (file.table()) {
          case StreamedTable _ -> true;
          // It is here already.
          case InMemoryTable _ -> false;
        };
    return answer(
        tenant,
        visitor,
        request,
        headers,
        new Content(TYPE, file.name(), isLarge, () -> file.table().open(style)));
  }

  /**
   * What is sent.
   *
   * @param type its media type
   * @param name the name of the file
   * @param isLarge whether it takes a place
   * @param reading begins to read it
   */
  record Content(String type, FileName name, boolean isLarge, Supplier<CsvReading> reading) {}

  /**
   * The answer with something else than a table.
   *
   * @throws io.journeystats.http.TryAgainException where there is no place
   * @throws io.journeystats.clickhouse.StoreUnavailableException where it cannot be had
   */
  Response answer(
      TenantId tenant,
      HttpQueryCaller visitor,
      Request request,
      HttpHeaders headers,
      Content content) {
    ContentEncoding packing = ContentEncoding.of(request, headers);
    Response.ResponseBuilder answer =
        Response.ok()
            .type(content.type())
            .header(HttpHeaders.CONTENT_DISPOSITION, content.name().contentDisposition())
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .header(HttpHeaders.VARY, AnswerFilter.VARY);
    if (packing != ContentEncoding.IDENTITY) {
      answer.header(HttpHeaders.CONTENT_ENCODING, packing.key());
    }
    if (request.getMethod().equals("HEAD")) {
      return answer.build();
    }
    return answer
        // Also for who asks for the connection to be closed: its end alone would tell nothing.
        .header("Transfer-Encoding", "chunked")
        .entity(body(tenant, visitor, content, packing))
        .build();
  }

  private StreamingOutput body(
      TenantId tenant, HttpQueryCaller visitor, Content content, ContentEncoding packing) {
    ClientConnection line =
        visitor.line().orElseThrow(() -> new IllegalStateException("nobody is on the line"));
    var place = places.permit(tenant.value());
    visitor.onEnd(place::close);
    if (content.isLarge()) {
      place.take(1);
    }
    var reading = content.reading().get();
    visitor.onEnd(reading::close);
    try (QueryCaller.Attendance _ = visitor.attend(reading::close)) {
      var _ = reading.await(PATIENCE);
    }
    return new Download(reading, packing, line, longestPiece, clock);
  }
}
