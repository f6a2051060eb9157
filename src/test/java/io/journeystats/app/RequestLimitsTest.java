package io.journeystats.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.http.ClientLine;
import io.journeystats.http.TryAgainException;
import io.journeystats.tenant.Caller;
import io.journeystats.tenant.Role;
import io.journeystats.tenant.Tenant;
import io.journeystats.tenant.TenantId;
import io.journeystats.tenant.TenantShare;
import io.journeystats.testing.HttpService;
import io.journeystats.testing.HttpService.Answer;
import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
  private final TenantShare share = new TenantShare(2);
  private final HttpService service =
      HttpService.start(environment -> {
        var context = environment.getApplicationContext();
        context.insertHandler(RequestLimits.of(3, null, null).handler());
        context.insertHandler(new ClientLine.Connector());
        environment.jersey().register(new Resource());
        environment.jersey().register(new Login());
        environment.jersey().register(share);
      });

  @AfterEach
  void stop() {
    door.countDown();
    threads.close();
    service.close();
  }

  @Test
  void refusesWhatIsBeyondTheTenantsShareAndThenWhatIsBeyondAll()
      throws InterruptedException, ExecutionException {
    List<Future<Answer>> served = new ArrayList<>(List.of(ask("slow", "one"), ask("slow", "one")));
    arrivals.acquire(2);
    assertRefused(get("slow", "one"), 429);
    assertThat(get("quick", "two").status()).isEqualTo(200);
    assertThat(share.refused()).isEqualTo(1);

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
  void aFailureLeavesItsPlace() {
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

  private Future<Answer> ask(String what, String tenant) {
    return threads.submit(() -> get(what, tenant));
  }

  private Answer get(String what, String tenant) {
    return service.send("GET", "/" + what, tenant, null);
  }

  /** Answers when it is told to, at once, or not at all. */
  @Path("/{what}")
  public final class Resource {
    /** Answers. */
    @GET
    public String get(@PathParam("what") String what) throws InterruptedException {
      if (what.equals("busy")) {
        throw TryAgainException.allAskTooMuch("Too many of them.");
      }
      if (what.equals("slow")) {
        arrivals.release();
        door.await();
      }
      return "\"done\"";
    }
  }

  /** Believes everybody who names a tenant. */
  @Priority(Priorities.AUTHENTICATION)
  private static final class Login implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      TenantId tenant =
          new TenantId(request.getHeaderString(HttpHeaders.AUTHORIZATION).replace("Bearer ", ""));
      Caller caller =
          new Caller.OfTenant(new Tenant(tenant, "Tenant", ZoneId.of("UTC")), "the key", Role.READ);
      request.setSecurityContext(
          new SecurityContext() {
            @Override
            public Principal getUserPrincipal() {
              return caller;
            }

            @Override
            public boolean isUserInRole(String role) {
              return true;
            }

            @Override
            public boolean isSecure() {
              return true;
            }

            @Override
            public @Nullable String getAuthenticationScheme() {
              return null;
            }
          });
    }
  }
}
