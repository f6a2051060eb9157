package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.http.ClientConnection;
import io.journeystats.http.ConcurrencyLimit;
import io.journeystats.http.RateLimit;
import io.journeystats.http.TryAgainException;
import io.journeystats.http.UnreadBodyHandler;
import io.journeystats.limit.ProcessorTurns;
import io.journeystats.limit.TenantLimiter;
import io.journeystats.tenant.AdmissionHandler;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Role;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.HttpService;
import io.journeystats.testing.HttpService.Answer;
import io.journeystats.testing.Waiting;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestLimitsTest {
  private final Semaphore arrivals = new Semaphore(0);
  private final CountDownLatch door = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Takes the tenant's name from a header. */
  private final AdmissionHandler admission =
      new AdmissionHandler(
          request ->
              Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                  .map(header -> new TenantId(header.replace("Bearer ", "")))
                  .map(id -> new Tenant(id, "Tenant", ZoneId.of("UTC")))
                  .map(tenant ->
                      new Caller.OfTenant(tenant, "the key", Optional.empty(), Role.READ)),
          new ConcurrencyLimit<>(3, 2),
          new ConcurrencyLimit<>(3, 2),
          new ConcurrencyLimit<>(2, 2),
          TenantLimiter.unlimited(),
          TenantLimiter.unlimited(),
          ProcessorTurns.unlimited(),
          Long.MAX_VALUE);

  private final HttpService service =
      HttpService.start(environment -> {
        var context = environment.getApplicationContext();
        context.insertHandler(admission);
        context.insertHandler(new ClientConnection.Connector());
        UnreadBodyHandler.install(environment);
        environment.jersey().register(new Resource());
      });

  @AfterEach
  void stop() {
    door.countDown();
    threads.close();
    service.close();
  }

  @Test
  void limitsATenantAndThenTheTotal() throws InterruptedException, ExecutionException {
    List<Future<Answer>> served = new ArrayList<>(List.of(ask("slow", "one"), ask("slow", "one")));
    arrivals.acquire(2);
    Answer refused = get("slow", "one");
    assertRefused(refused, 429);
    assertThat(refused.header("RateLimit-Policy"))
        .isEqualTo("\"requests.atOnceOfTenant\";q=2;qu=\"concurrent-requests\"");
    assertThat(refused.header("RateLimit")).isEqualTo("\"requests.atOnceOfTenant\";r=0;t=1");
    assertThat(get("quick", "two").status()).isEqualTo(200);
    assertThat(admission.refusedToTenants()).isEqualTo(1);

    served.add(ask("slow", "two"));
    arrivals.acquire();
    assertRefused(get("quick", "three"), 503);

    door.countDown();
    for (Future<Answer> one : served) {
      assertThat(one.get().status()).isEqualTo(200);
    }
    assertThat(get("quick", "one").status()).isEqualTo(200);
  }

  @Test
  void unknownCallersHaveALimitOfTheirOwn() throws InterruptedException, ExecutionException {
    List<Future<Answer>> served = new ArrayList<>(List.of(ask("slow", null), ask("slow", null)));
    arrivals.acquire(2);
    assertRefused(get("quick", null), 429);
    assertThat(admission.refusedToAddresses()).isEqualTo(1);
    assertThat(get("quick", "one").status()).isEqualTo(200);
    door.countDown();
    for (Future<Answer> one : served) {
      assertThat(one.get().status()).isEqualTo(200);
    }
    assertThat(get("quick", null).status()).isEqualTo(200);
  }

  @Test
  void arrivingBodiesDoNotBlockOtherRequests() throws IOException {
    List<Socket> bodies = new ArrayList<>(List.of(body("one"), body("one"), body("two")));
    Waiting.until(() -> arrivals.availablePermits() >= 3);
    assertRefused(post("one"), 429);
    assertRefused(post("three"), 503);
    assertThat(get("quick", "one").status()).isEqualTo(200);
    assertThat(get("quick", "three").status()).isEqualTo(200);

    for (Socket one : bodies) {
      one.getOutputStream().write('}');
      assertThat(new String(one.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 204");
      one.close();
    }
    assertThat(post("one").status()).isEqualTo(204);
  }

  /** Once their bodies are read, requests count like those without a body. */
  @Test
  void bodiesThatAreReadFreeTheirPlaces() throws InterruptedException, ExecutionException {
    List<Future<Answer>> served = new ArrayList<>();
    for (String tenant : List.of("one", "one", "two")) {
      served.add(threads.submit(() -> service.send("POST", "/slow/read", tenant, "{}")));
    }
    arrivals.acquire(6);
    assertThat(post("one").status()).isEqualTo(204);
    assertRefused(get("quick", "three"), 503);
    door.countDown();
    for (Future<Answer> one : served) {
      assertThat(one.get().status()).isEqualTo(204);
    }
    assertThat(get("quick", "three").status()).isEqualTo(200);
  }

  private Answer post(String tenant) {
    return service.send("POST", "/quick/read", tenant, "{}");
  }

  /** A request whose body lacks the last byte. */
  private Socket body(String tenant) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    String head =
        """
        POST /quick/read HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: 2\r
        \r
        {\
        """
            .formatted(tenant);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  @Test
  void aFailureFreesItsPlace() {
    for (int time = 0; time < 5; time++) {
      assertRefused(get("busy", "one"), 503);
    }
  }

  private static void assertRefused(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().path("status").intValue()).isEqualTo(status);
    assertThat(answer.json().path("detail").textValue()).containsIgnoringCase("too many ");
  }

  private Future<Answer> ask(String what, @Nullable String tenant) {
    return threads.submit(() -> get(what, tenant));
  }

  private Answer get(String what, @Nullable String tenant) {
    return service.send("GET", "/" + what, tenant, null);
  }

  /** Responds when the test says so, at once, or with a failure. */
  @Path("/{what}")
  public final class Resource {
    /** Answers. */
    @GET
    public String get(@PathParam("what") String what) throws InterruptedException {
      if (what.equals("busy")) {
        throw TryAgainException.ofService(
            "Too many of them.",
            RateLimit.atOnce("of them", 1, RateLimit.Unit.CONCURRENT_REQUESTS));
      }
      if (what.equals("slow")) {
        arrivals.release();
        door.await();
      }
      return "\"done\"";
    }

    /** Reads a body, and then responds likewise. */
    @POST
    @Path("read")
    public void read(@PathParam("what") String what, InputStream body)
        throws InterruptedException, IOException {
      arrivals.release();
      body.transferTo(OutputStream.nullOutputStream());
      var _ = get(what);
    }
  }
}
