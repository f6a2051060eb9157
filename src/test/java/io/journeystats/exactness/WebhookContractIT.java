package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.exactness.Contract.Operation;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Providers are answered as the document promises, in each way that can be provoked. */
@ExtendWith(TestClickHouse.class)
class WebhookContractIT {
  private static final Set<String> NOT_PROVOKED = Set.of("408", "503");
  private static final String TENANT = "shop";
  private static final String QUESTION = "hub.mode=subscribe&hub.challenge=1&hub.verify_token=";

  @Test
  void everyAnswerIsPromisedAndEveryPromiseIsKept(ClickHouseEndpoint database) {
    try (TestService running =
        TestService.start(database, Providers.configuration(TENANT, "stranger"))) {
      ServiceUnderTest service = new ServiceUnderTest.Own(running);
      service.setClock(Instant.now());
      TestTenant.operator(service)
          .post(
              "tenants",
              Json.object().put("id", TENANT).put("name", "Shop").put("time_zone", "UTC"))
          .json(201);
      Providers providers = new Providers(service, TENANT);
      Contract contract = Contract.of(service);
      for (String id : List.of("report", "reportToTenant")) {
        check(contract.operation(id), contract, path -> reports(providers, path));
      }
      for (String id : List.of("verifyWebhook", "verifyWebhookOfTenant")) {
        check(contract.operation(id), contract, path -> questions(service, path));
      }
    }
  }

  private static void check(Operation operation, Contract contract, Asking asking) {
    Set<String> missing = new TreeSet<>(operation.statuses());
    missing.removeAll(NOT_PROVOKED);
    for (Answer answer : asking.ask(new Paths(operation))) {
      contract.check(operation, answer);
      missing.remove(Contract.status(answer));
    }
    assertThat(missing).as("never answered by %s", operation).isEmpty();
  }

  private static List<Answer> reports(Providers providers, Paths paths) {
    String path = paths.of("sendgrid", TENANT, "");
    Instant now = providers.service().now();
    byte[] nothing = Utf8.bytes("[]");
    return List.of(
        providers.sendGrid(path, Providers.request("sendgrid.json"), now),
        providers.sendGrid(path, Utf8.bytes("[{"), now),
        providers.sendGrid(paths.of("sendgrid", TENANT, "colour=red"), nothing, now),
        providers.sendGrid(paths.of("sendgrid", "stranger", ""), nothing, now),
        providers.post(path, nothing, "Content-Type", "application/json"),
        providers.post(path, nothing, "Content-Type", "image/png"),
        providers.sendGrid(path, new byte[(4 << 20) + 1], now));
  }

  private static List<Answer> questions(ServiceUnderTest service, Paths paths) {
    Client meta = new Client(service.baseUri(), List.of());
    return List.of(
        meta.get(paths.of("whatsapp", TENANT, QUESTION + "word")),
        meta.get(paths.of("whatsapp", TENANT, QUESTION + "another")),
        meta.get(paths.of("sendgrid", TENANT, QUESTION + "word")),
        meta.get(paths.of("whatsapp", TENANT, "colour=red")));
  }

  /** Asks an operation in every way. */
  private interface Asking {
    List<Answer> ask(Paths paths);
  }

  /** The addresses of an operation, which names the tenant in its path or else in the query. */
  private record Paths(Operation operation) {
    String of(String provider, String tenant, String query) {
      String path = operation.at(Map.of("provider", provider, "tenant", tenant));
      return operation.path().contains("{tenant}")
          ? path + (query.isEmpty() ? "" : "?" + query)
          : path + "?tenant=" + tenant + (query.isEmpty() ? "" : "&" + query);
    }
  }
}
