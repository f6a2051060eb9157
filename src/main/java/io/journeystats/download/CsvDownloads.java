package io.journeystats.download;

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
 * Sends tables as files while they are read. Large downloads need a permit each, because each of
 * them keeps ClickHouse busy.
 */
public final class CsvDownloads {
  /** The time to wait for the first rows, so that an early failure is still an error response. */
  private static final Duration FIRST_ROWS_TIMEOUT = Duration.ofMillis(400);

  private static final String TYPE = "text/csv;charset=utf-8;header=present";

  private final TenantLimiter permits;
  private final Duration longestPiece;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("download-clock").factory());

  /**
   * Creates the sender.
   *
   * @param permits the permits of large downloads
   * @param longestPiece how long a client may take for 64 KiB
   */
  public CsvDownloads(TenantLimiter permits, Duration longestPiece) {
    this.permits = permits;
    this.longestPiece = longestPiece;
  }

  /** How many large files are on their way. */
  public long running() {
    return permits.taken();
  }

  /**
   * The answer with a file.
   *
   * @throws io.journeystats.http.TryAgainException where there is no place
   * @throws io.journeystats.clickhouse.StoreUnavailableException where the rows cannot be had
   */
  Response answer(
      TenantId tenant,
      HttpQueryCaller queryCaller,
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
        queryCaller,
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
  public record Content(
      String type, FileName name, boolean isLarge, Supplier<CsvReading> reading) {}

  /**
   * The answer with something else than a table.
   *
   * @throws io.journeystats.http.TryAgainException where there is no place
   * @throws io.journeystats.clickhouse.StoreUnavailableException where it cannot be had
   */
  public Response answer(
      TenantId tenant,
      HttpQueryCaller queryCaller,
      Request request,
      HttpHeaders headers,
      Content content) {
    ContentEncoding encoding = ContentEncoding.of(request, headers);
    Response.ResponseBuilder answer =
        Response.ok()
            .type(content.type())
            .header(HttpHeaders.CONTENT_DISPOSITION, content.name().contentDisposition())
            .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
            .header(HttpHeaders.VARY, AnswerFilter.VARY);
    if (encoding != ContentEncoding.IDENTITY) {
      answer.header(HttpHeaders.CONTENT_ENCODING, encoding.key());
    }
    if (request.getMethod().equals("HEAD")) {
      return answer.build();
    }
    return answer
        // Also if the client wants the connection to be closed: its end alone would not mark a
        // complete file.
        .header("Transfer-Encoding", "chunked")
        .entity(body(tenant, queryCaller, content, encoding))
        .build();
  }

  private StreamingOutput body(
      TenantId tenant, HttpQueryCaller queryCaller, Content content, ContentEncoding encoding) {
    ClientConnection connection =
        queryCaller
            .connection()
            .orElseThrow(() -> new IllegalStateException("the request has no connection"));
    var permit = permits.permit(tenant.value());
    queryCaller.onEnd(permit::close);
    if (content.isLarge()) {
      permit.take(1);
    }
    var reading = content.reading().get();
    queryCaller.onEnd(reading::close);
    try (QueryCaller.Registration _ = queryCaller.onDisconnect(reading::close)) {
      var _ = reading.await(FIRST_ROWS_TIMEOUT);
    }
    return new Download(reading, encoding, connection, longestPiece, clock);
  }
}
