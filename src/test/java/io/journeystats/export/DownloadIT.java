package io.journeystats.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.csv.CsvFile;
import io.journeystats.csv.CsvStyle;
import io.journeystats.csv.FileName;
import io.journeystats.csv.StreamedTable;
import io.journeystats.dashboard.HttpQueryCaller;
import io.journeystats.http.ClientConnection;
import io.journeystats.http.RateLimit;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.HttpService;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file goes out as a whole, or its connection breaks off. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class DownloadIT {
  private static final String END = "\r\n0\r\n\r\n";

  private static DSLContext observer;
  private static HttpService service;
  private static CsvDownloads downloads;

  @BeforeAll
  static void start(ClickHouse clickHouse) {
    observer = clickHouse.dsl("observer");
    downloads =
        new CsvDownloads(
            new TenantLimiter(
                TenantLimiter.Bounds.ofTenants(
                    "Too many files are read at the same time",
                    RateLimit.Unit.CONCURRENT_REQUESTS,
                    new TenantLimiter.Bound("all", 3),
                    new TenantLimiter.Bound("of a tenant", 2),
                    Duration.ofMillis(100))),
            Duration.ofSeconds(2));
    service =
        HttpService.start(environment -> {
          environment.getApplicationContext().insertHandler(new ClientConnection.Connector());
          environment.jersey().register(new Resource(clickHouse));
          environment.jersey().register(new Unavailable());
        });
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Asks for numbers. */
  @Path("/{tenant}/{rows}")
  public static final class Resource {
    private final ClickHouse clickHouse;

    Resource(ClickHouse clickHouse) {
      this.clickHouse = clickHouse;
    }

    /** So many rows; the one that is named fails. */
    @GET
    @Path("{name}/{condition}")
    public Response rows(
        @BeanParam HttpQueryCaller visitor,
        @Context Request request,
        @Context HttpHeaders headers,
        @PathParam("tenant") String tenant,
        @PathParam("rows") long rows,
        @PathParam("name") String name,
        @PathParam("condition") String condition) {
      String sql =
          "SELECT number, 'a text', throwIf(%s) FROM numbers(%d)".formatted(condition, rows);
      var table =
          new StreamedTable(
              clickHouse.byteQueries(),
              name,
              List.of("number", "text", "none"),
              _ -> DSL.resultQuery(sql),
              clickHouse.dsl(),
              () -> DSL.resultQuery("SELECT 1"));
      return downloads.answer(
          new TenantId(tenant),
          visitor,
          request,
          headers,
          new CsvFile(FileName.of("numbers"), table),
          CsvStyle.USUAL);
    }
  }

  private static final class Unavailable implements ExceptionMapper<StoreUnavailableException> {
    @Override
    public Response toResponse(StoreUnavailableException unavailable) {
      return Response.status(503).build();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "zstd"})
  void aWholeFileHasAnEnd(String encoding) throws IOException {
    try (Socket client = ask("whole/1000000/whole/0", encoding)) {
      assertThat(rest(client)).endsWith(END);
    }
  }

  @Test
  void aWholeFileHasItsRows() throws IOException {
    try (Socket client = ask("whole/3/whole/0", "identity")) {
      assertThat(rest(client))
          .contains("HTTP/1.1 200 OK", "filename=\"numbers.csv\"")
          .contains("\"number\",\"text\",\"none\"\r\n")
          .contains("0,\"a text\",0\r\n1,\"a text\",0\r\n2,\"a text\",0\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "zstd"})
  void aFailureInTheMiddleBreaksOff(String encoding) throws IOException {
    try (Socket client = ask("failing/100000000/failing/number%3D5000000", encoding)) {
      assertThat(rest(client))
          .contains("HTTP/1.1 200 OK")
          .doesNotContain("Exception", "throwIf")
          .doesNotEndWith(END);
    }
    Waiting.until(() -> downloads.running() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip", "zstd"})
  void aKilledStatementBreaksOff(String encoding) throws IOException {
    String name = "killed-" + encoding;
    try (Socket client = ask("killed/1000000000000/" + name + "/0", encoding)) {
      assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
      observer.fetch("KILL QUERY WHERE Settings['log_comment'] = '" + name + "' SYNC");
      assertThat(rest(client)).doesNotContain("Exception").doesNotEndWith(END);
    }
    Waiting.until(() -> downloads.running() == 0);
  }

  @Test
  void whatFailsAtOnceIsAnswered() throws IOException {
    String memory = "1%20%2B%20length(groupArray(number))%20%3D%200";
    try (Socket client = ask("soon/10000000000/soon/" + memory, "identity")) {
      assertThat(rest(client)).doesNotContain("200 OK");
    }
  }

  @Test
  void whoHangsUpEndsTheStatement() throws IOException {
    try (Socket client = ask("gone/1000000000000/gone/0", "identity")) {
      assertThat(client.getInputStream().readNBytes(100_000)).hasSize(100_000);
      Waiting.until(() -> running("gone") == 1);
    }
    Waiting.until(() -> running("gone") == 0);
    Waiting.until(() -> downloads.running() == 0);
  }

  @Test
  void whoHangsUpBeforeTheFirstRowEndsTheStatement() throws IOException {
    try (Socket client = ask("early/1000000000000000/early/cityHash64(number)%3D1", "identity")) {
      // The header comes before.
      byte[] begin = client.getInputStream().readNBytes(100);
      assertThat(new String(begin, StandardCharsets.US_ASCII)).contains("200 OK");
      Waiting.until(() -> running("early") == 1);
    }
    Waiting.until(() -> running("early") == 0);
  }

  @Test
  void whoIsTooSlowIsCutOff() throws IOException {
    try (Socket client = ask("slow/1000000000000/slow/0", "identity")) {
      assertThat(client.getInputStream().readNBytes(1000)).hasSize(1000);
      Waiting.until(() -> running("slow") == 1);
      // Reads no more.
      Waiting.until(() -> running("slow") == 0);
      assertThat(rest(client)).doesNotEndWith(END);
    }
    Waiting.until(() -> downloads.running() == 0);
  }

  @Test
  void placesAreFewAndShared() throws IOException {
    String forever = "/1000000000000/places/0";
    try (Socket first = ask("greedy" + forever, "identity");
        Socket second = ask("greedy" + forever, "identity")) {
      assertThat(first.getInputStream().readNBytes(1000)).hasSize(1000);
      assertThat(second.getInputStream().readNBytes(1000)).hasSize(1000);
      try (Socket third = ask("greedy" + forever, "identity")) {
        assertThat(rest(third)).contains("429").contains("Retry-After: 1");
      }
      try (Socket other = ask("modest" + forever, "identity")) {
        assertThat(other.getInputStream().readNBytes(1000)).hasSize(1000);
        try (Socket another = ask("patient" + forever, "identity")) {
          assertThat(rest(another)).contains("503").contains("Retry-After: 1");
        }
      }
    }
    Waiting.until(() -> downloads.running() == 0);
  }

  private static int running(String name) {
    return observer
        .fetchSingle(
            "SELECT toInt32(count()) FROM system.processes WHERE Settings['log_comment'] = '"
                + name
                + "'")
        .get(0, Integer.class);
  }

  private static Socket ask(String path, String encoding) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    socket.setReceiveBufferSize(64 * 1024);
    socket
        .getOutputStream()
        .write(
            "GET /%s HTTP/1.1\r\nHost: here\r\nAccept-Encoding: %s\r\nConnection: close\r\n\r\n"
                .formatted(path, encoding)
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** All that comes until the connection ends, however it does. */
  private static String rest(Socket client) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream source = client.getInputStream()) {
      byte[] buffer = new byte[64 * 1024];
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        all.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // That is how a broken file ends.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
