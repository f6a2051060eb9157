package io.journeystats.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.journeystats.cache.CacheSettings;
import io.journeystats.cache.CachingStatistics;
import io.journeystats.cache.ClientDisconnectedException;
import io.journeystats.cache.QueryLimiter;
import io.journeystats.cache.QueryLimits;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.StoreUnavailableException;
import io.journeystats.http.ClientConnection;
import io.journeystats.journey.JourneyId;
import io.journeystats.query.Statistics;
import io.journeystats.query.StatsQuery;
import io.journeystats.tenant.TenantData;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.HttpService;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.Waiting;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a statement in ClickHouse when those who wait for it hang up. */
@Timeout(120)
@ExtendWith(TestClickHouse.class)
class HangUpIT {
  /** Takes for ever, until somebody ends it. */
  private static final String SLOW =
      "SELECT toUInt64(count()) FROM numbers(1000000000000000) WHERE cityHash64(number) = 1";

  private static final StatsQuery<?> QUERY =
      new StatsQuery.FirstEvent(
          TenantData.all(new TenantId("shop")), new JourneyId(UUID.randomUUID()));

  private static final Duration HOUR = Duration.ofHours(1);

  private static DSLContext observer;
  private static HttpService service;

  @BeforeAll
  static void start(ClickHouse clickHouse) {
    observer = clickHouse.dsl("observer");
    DSLContext database = clickHouse.statistics("slow");
    var statistics =
        new CachingStatistics(
            new Statistics() {
              @Override
              @SuppressWarnings("unchecked") // the one query that is asked
              public <R> R answer(StatsQuery<R> query) {
                String sql = query.journey().equals(QUERY.journey()) ? SLOW : "SELECT 1";
                return (R) Optional.of(Instant.ofEpochMilli(database.fetch(sql).size()));
              }
            },
            new QueryLimiter(new QueryLimits(4, 4, 4, Duration.ofMinutes(1))),
            new CacheSettings(100, HOUR, HOUR, HOUR, HOUR),
            InstantSource.system(),
            Ticker.systemTicker(),
            Executors.newVirtualThreadPerTaskExecutor());
    service =
        HttpService.start(environment -> {
          environment.getApplicationContext().insertHandler(new ClientConnection.Connector());
          environment.jersey().register(new Resource(statistics));
          environment.jersey().register(new Gone());
          environment.jersey().register(new Ended());
        });
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Asks for what takes for ever, and for what does not. */
  @Path("/")
  @Produces(MediaType.TEXT_PLAIN)
  public static final class Resource {
    private final CachingStatistics statistics;

    Resource(CachingStatistics statistics) {
      this.statistics = statistics;
    }

    /** Asks for what takes for ever. */
    @GET
    @Path("slow")
    public String slow(@BeanParam HttpQueryCaller visitor) {
      return "slow " + statistics.answering(visitor).answer(QUERY);
    }

    /** Asks for what is there soon. */
    @GET
    @Path("quick")
    public String quick(@BeanParam HttpQueryCaller visitor) {
      var query = new StatsQuery.FirstEvent(QUERY.data(), new JourneyId(UUID.randomUUID()));
      return "quick " + statistics.answering(visitor).answer(query);
    }
  }

  private static final class Gone implements ExceptionMapper<ClientDisconnectedException> {
    @Override
    public Response toResponse(ClientDisconnectedException gone) {
      return Response.status(499).build();
    }
  }

  private static final class Ended implements ExceptionMapper<StoreUnavailableException> {
    @Override
    public Response toResponse(StoreUnavailableException ended) {
      return Response.status(503).build();
    }
  }

  @Test
  void endsTheStatementOfTheLastOneWhoWaits() throws IOException {
    try (Socket _ = ask("slow")) {
      Waiting.until(() -> running() == 1);
      Socket second = ask("slow");
      // Both have been read when the answer to a third is there.
      assertThat(firstLine(ask("quick"))).isEqualTo("HTTP/1.1 200 OK");
      second.close();
      assertThat(firstLine(ask("quick"))).isEqualTo("HTTP/1.1 200 OK");
      assertThat(running()).isEqualTo(1);
    }
    Waiting.until(() -> running() == 0);
  }

  @Test
  void whatIsSentAheadIsAnsweredAfterwards() throws IOException {
    try (Socket socket = connect()) {
      for (int i = 0; i < 20; i++) {
        send(socket, "quick");
        send(socket, "quick");
        assertThat(answer(socket)).startsWith("quick");
        assertThat(answer(socket)).startsWith("quick");
      }
    }
  }

  @Test
  void aRequestSentWhileAnotherWaitsIsNotLost() throws IOException {
    Socket patient = ask("slow");
    Waiting.until(() -> running() == 1);
    // It is read while the first waits, which then no longer notices that the client hangs up ...
    send(patient, "quick");
    Socket other = ask("slow");
    assertThat(firstLine(ask("quick"))).isEqualTo("HTTP/1.1 200 OK");
    other.close();
    assertThat(running()).isEqualTo(1);
    observer.fetch("KILL QUERY WHERE Settings['log_comment'] = 'slow' SYNC");
    // ... but it is answered.
    assertThat(answer(patient)).contains("503");
    assertThat(answer(patient)).startsWith("quick");
    patient.close();
  }

  private static int running() {
    return observer
        .fetchSingle(
            "SELECT toInt32(count()) FROM system.processes WHERE Settings['log_comment'] = 'slow'"
                + " AND query LIKE '%cityHash64%'")
        .get(0, Integer.class);
  }

  private static Socket ask(String path) throws IOException {
    Socket socket = connect();
    send(socket, path);
    return socket;
  }

  private static Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), service.port());
  }

  private static void send(Socket socket, String path) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET /" + path + " HTTP/1.1\r\nHost: here\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static String firstLine(Socket socket) throws IOException {
    try (socket) {
      return reader(socket).readLine();
    }
  }

  /** The body of one answer, which has a Content-Length. */
  private static String answer(Socket socket) throws IOException {
    int length = 0;
    for (String line = line(socket); !line.isEmpty(); line = line(socket)) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String line(Socket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = socket.getInputStream().read(); read != '\n'; ) {
      if (read != '\r') {
        line.append((char) read);
      }
      read = socket.getInputStream().read();
    }
    return line.toString();
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }
}
