package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouseEndpoint;
import io.journeystats.testing.ServiceProcess;
import io.journeystats.testing.TestClickHouse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@code manage} key that creates journeys as large as they may be, and works on many of them
 * at once: whole definitions are larger together than the heap. The service lives and answers
 * others, and so it does when it is started again.
 *
 * <p>{@code -Dlarge.journeys=24 -Dlarge.requests=48 -Dlarge.heap=96m} is the same, sooner; {@link
 * RequestMemoryIT} shows the bounds by themselves.
 */
@Tag("nightly")
@ExtendWith(TestClickHouse.class)
class LargeDefinitionsIT {
  private static final Logger LOG = LoggerFactory.getLogger(LargeDefinitionsIT.class);
  private static final int JOURNEYS = Integer.getInteger("large.journeys", 560);
  private static final int REQUESTS = Integer.getInteger("large.requests", 256);
  private static final String HEAP = "-Xmx" + System.getProperty("large.heap", "512m");

  /** So many senders create them. */
  private static final int SENDERS = 4;

  /**
   * More definitions than by default, which would be refused before they are a danger, and a short
   * wait, so that refusals are part of the test.
   */
  private static final String LIMITS =
      """
      limits: {definitionBytes: 1GiB, journeysOfAll: 10000}
      requests: {memory: {longestWait: 2s%s}}
      """
          .formatted(System.getProperty("large.memory", ""));

  private static final Set<Integer> ANSWERED = Set.of(200, 429, 503);

  @Test
  @Timeout(1_200)
  void noHeapIsTooSmallForThem(ClickHouseEndpoint database)
      throws IOException, InterruptedException, ExecutionException {
    ServiceProcess process = ServiceProcess.start(database, LIMITS, HEAP);
    try {
      ServiceUnderTest service =
          new ServiceUnderTest.Running(process.baseUri(), process.operatorKey());
      Client manager = TestTenant.create(service, "UTC").client("manage");
      Client other = other(service);
      String dashboard = dashboard();
      String before = other.get(dashboard).json(200).toString();

      List<String> journeys = created(manager);
      List<Integer> statuses = new ArrayList<>();
      AtomicBoolean over = new AtomicBoolean();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<Integer> answers =
            threads.submit(() -> {
              int answered = 0;
              while (!over.get()) {
                assertThat(other.get(dashboard).json(200).toString()).isEqualTo(before);
                answered++;
              }
              return answered;
            });
        try {
          statuses.addAll(attack(threads, manager, journeys));
        } finally {
          over.set(true);
        }
        LOG.warn(
            "{} requests for {} journeys: {}, {}, {} are 200, 429, 503; others had {} answers",
            statuses.size(),
            journeys.size(),
            count(statuses, 200),
            count(statuses, 429),
            count(statuses, 503),
            answers.get());
      }
      assertThat(ANSWERED).containsAll(statuses);
      assertThat(statuses).contains(200);

      process.kill();
      process = ServiceProcess.start(database, LIMITS, HEAP);
      assertThat(at(process, other).get(dashboard).json(200).toString()).isEqualTo(before);
      assertThat(at(process, manager).get("journeys/" + journeys.getLast()).status())
          .isEqualTo(200);
    } finally {
      process.kill();
    }
  }

  private static Client at(ServiceProcess process, Client client) {
    return new Client(process.baseUri(), client.headers());
  }

  private static Client other(ServiceUnderTest service) {
    Client admin = TestTenant.create(service, WorkedExample.ZONE.getId()).client("admin");
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    return admin;
  }

  private static String dashboard() {
    return "journeys/" + WorkedExample.journey().get("id").textValue() + "/stats/performance";
  }

  private static List<String> created(Client manager)
      throws InterruptedException, ExecutionException {
    return all(
        SENDERS,
        JOURNEYS,
        number -> {
          Answer created;
          do {
            created = manager.post("journeys", LargeJourney.titled("Journey " + number));
          } while (created.status() == 429 || created.status() == 503);
          return created.json(201).get("id").textValue();
        });
  }

  /** Each request is about another journey than those before it. */
  private static List<Integer> attack(
      ExecutorService threads, Client manager, List<String> journeys)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> sent = new ArrayList<>();
    Semaphore atOnce = new Semaphore(REQUESTS);
    for (int number = 0; number < Math.max(2 * REQUESTS, 2 * journeys.size()); number++) {
      atOnce.acquire();
      Callable<Answer> request =
          request(manager, "journeys/" + journeys.get(number % journeys.size()), number);
      sent.add(
          threads.submit(() -> {
            try {
              return request.call().status();
            } finally {
              atOnce.release();
            }
          }));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> one : sent) {
      statuses.add(one.get());
    }
    return statuses;
  }

  private static Callable<Answer> request(Client manager, String journey, int number) {
    return switch (number % 8) {
      case 0, 1 -> {
        byte[] body = Utf8.bytes(Json.write(LargeJourney.titled("Replaced " + number)));
        yield () -> manager.send("PUT", journey, body, "Content-Type", "application/json");
      }
      case 2 -> () -> manager.get(journey + "/history");
      case 3 ->
          () -> manager.get(number % 64 == 3 ? journey + "/stats/performance" : "journeys?limit=5");
      default -> () -> manager.get(journey);
    };
  }

  private static long count(List<Integer> statuses, int status) {
    return statuses.stream().filter(one -> one == status).count();
  }

  /** Does something many times, a few at once. */
  private static <T> List<T> all(int atOnce, int times, IntFunction<T> what)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<T>> running =
          IntStream.range(0, times)
              .mapToObj(number -> threads.submit(() -> what.apply(number)))
              .toList();
      List<T> done = new ArrayList<>();
      for (Future<T> one : running) {
        done.add(one.get());
      }
      return done;
    }
  }
}
