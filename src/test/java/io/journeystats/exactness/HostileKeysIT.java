package io.journeystats.exactness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystats.testing.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@code manage}, an {@code ingest} and a {@code read} key of one tenant and a stranger without a
 * key, each of whom does the worst that it can for ten minutes ({@code -Dhostile.seconds=600}), to
 * the service as it is shipped. Another tenant looks at its dashboards before and meanwhile: what
 * it notices is written to the log as figures, and its usual answer takes not much longer. The
 * service stays within its heap, or it would end, and the hostile tenant within its limits.
 */
@Tag("nightly")
class HostileKeysIT {
  private static final Logger LOG = LoggerFactory.getLogger(HostileKeysIT.class);
  private static final Duration DURATION =
      Duration.ofSeconds(Integer.getInteger("hostile.seconds", 600));

  /** How long the usual figures are taken for. */
  private static final Duration USUAL = DURATION.dividedBy(4);

  /**
   * By how much the usual answer may take longer. Those who attack, and who asks, have no
   * processors of their own here, and others may use them as well: on a busy machine with two of
   * them it was up to twice as long, and seven to ten times before large requests took turns.
   */
  private static final double MOST_TIMES_USUAL = 6;

  /** What is asked for less often says too little. */
  private static final int FEWEST_ANSWERS = 20;

  /** How many requests each of them has under way. */
  private static final int AT_ONCE = Integer.getInteger("hostile.atOnce", 16);

  private static final int EVENTS_PER_DAY = 3_000_000;

  /** Far beyond what the limits of one tenant and the engine's own logs add up to. */
  private static final long MOST_DISK_BYTES = 4L << 30;

  /** No request is a fault of the service, whatever it is about. */
  private static final Set<Integer> FAULTS = Set.of(500, 501, 502, 504);

  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  /** Of which the largest that a key may have, so that each is about another one. */
  private final List<String> journeys = new CopyOnWriteArrayList<>();

  private final byte[] large = Utf8.bytes(Json.write(LargeJourney.titled("Large")));
  private final String garbage =
      "{\"event_id\": \"%s\", \"type\": \"wrong\", \"x\": [1,2]}\n".repeat(20_000);
  private final Map<String, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();

  @Test
  @Timeout(1_800)
  void keepNobodyElseFromADashboard(@TempDir Path directory)
      throws IOException, InterruptedException, ExecutionException {
    Path data = directory.resolve("data");
    ServiceProcess process = ServiceProcess.startAsShipped(data);
    try {
      ServiceUnderTest service =
          new ServiceUnderTest.Running(process.baseUri(), process.operatorKey());
      TestTenant hostile = TestTenant.create(service, "UTC");
      limitEvents(service, hostile);
      Client other = other(service);
      // Until everything is compiled and remembered.
      Figures _ = ask(other, USUAL);
      Figures usual = ask(other, USUAL);
      long before = bytes(data);

      Figures attacked;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        long end = System.nanoTime() + DURATION.toNanos();
        List<Future<?>> actors = new ArrayList<>();
        actors.addAll(act(threads, end, "manage", manager(hostile.client("manage"))));
        actors.addAll(act(threads, end, "ingest", sender(hostile.client("ingest"))));
        actors.addAll(act(threads, end, "read", reader(hostile.client("read"))));
        actors.addAll(
            act(
                threads,
                end,
                "stranger",
                stranger(new Client(process.baseUri(), List.of("X-Nothing", "at all")))));
        attacked = ask(other, DURATION);
        for (Future<?> actor : actors) {
          actor.get();
        }
      }
      LOG.warn("usual: {}", usual);
      LOG.warn("attacked: {}", attacked);
      LOG.warn("answers to the hostile: {}", statuses);
      LOG.warn(
          "disk: {} MB before, {} MB after; memory of the process at most {} MB",
          before >> 20,
          bytes(data) >> 20,
          process.mostMemoryBytes() >> 20);
      assertThat(process.isAlive()).isTrue();
      assertThat(attacked.failed()).isEmpty();
      usual.nanos().keySet().stream()
          .filter(name -> usual.number(name) >= FEWEST_ANSWERS)
          .filter(name -> attacked.number(name) >= FEWEST_ANSWERS)
          .forEach(name ->
              assertThat(attacked.median(name))
                  .as("the usual answer of %s, which took %d ns alone", name, usual.median(name))
                  .isLessThan((long) (MOST_TIMES_USUAL * usual.median(name))));
      assertThat(faults).isEmpty();
      assertThat(bytes(data)).isLessThan(MOST_DISK_BYTES);
      assertWithinLimits(hostile.client("admin"), hostile.id());
    } finally {
      process.kill();
    }
  }

  private static void limitEvents(ServiceUnderTest service, TestTenant tenant) {
    TestTenant.operator(service)
        .patch(
            "tenants/" + tenant.id(),
            "{\"limits\": {\"events_per_day\": %d}}".formatted(EVENTS_PER_DAY))
        .json(200);
  }

  private static Client other(ServiceUnderTest service) {
    Client admin = TestTenant.create(service, WorkedExample.ZONE.getId()).client("admin");
    admin.post("journeys", WorkedExample.journey()).json(201);
    admin.post("events", Json.array(WorkedExample.events())).json(200);
    return admin;
  }

  private static void assertWithinLimits(Client admin, String tenant) {
    for (JsonNode limit : admin.get("tenants/" + tenant + "/usage").json(200).get("limits")) {
      if (!limit.get("maximum").isNull()) {
        assertThat(limit.get("used").longValue())
            .as("%s", limit)
            .isLessThanOrEqualTo(limit.get("maximum").longValue());
      }
    }
  }

  /** What somebody who asks for dashboards notices: how long they took, and what failed. */
  private record Figures(Map<String, List<Long>> nanos, List<String> failed) {
    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("failed " + failed.size());
      nanos.forEach((name, times) ->
          text.append(
              "; %s: %d answers, p50 %.1f ms, p95 %.1f ms, longest %.1f ms"
                  .formatted(
                      name,
                      times.size(),
                      median(name) / 1e6,
                      percentile(times, 95) / 1e6,
                      percentile(times, 100) / 1e6)));
      return text.toString();
    }

    int number(String name) {
      return requireNonNull(nanos.get(name)).size();
    }

    long median(String name) {
      return percentile(requireNonNull(nanos.get(name)), 50);
    }

    private static long percentile(List<Long> times, int percent) {
      List<Long> sorted = times.stream().sorted().toList();
      return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
  }

  /** Asks for one dashboard after the other, remembered and fresh. */
  private static Figures ask(Client client, Duration howLong) {
    String journey = "journeys/" + WorkedExample.journey().get("id").textValue();
    Figures figures = new Figures(new TreeMap<>(), new ArrayList<>());
    long end = System.nanoTime() + howLong.toNanos();
    while (System.nanoTime() < end) {
      for (String path : List.of("performance", "audience", "steps", "channels", "health")) {
        time(figures, "fresh", client, journey + "/stats/" + path);
        time(figures, "remembered", client.takingRemembered(), journey + "/stats/" + path);
      }
      time(figures, "definition", client, journey);
    }
    return figures;
  }

  private static void time(Figures figures, String name, Client client, String path) {
    long begin = System.nanoTime();
    Answer answer = client.get(path);
    figures.nanos().computeIfAbsent(name, _ -> new ArrayList<>()).add(System.nanoTime() - begin);
    if (answer.status() != 200) {
      figures.failed().add(answer.toString());
    }
  }

  /** Lets somebody act until the end, with several requests under way. */
  private List<Future<?>> act(
      ExecutorService threads, long end, String name, IntFunction<Answer> request) {
    AtomicInteger number = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int thread = 0; thread < AT_ONCE; thread++) {
      running.add(
          threads.submit(() -> {
            while (System.nanoTime() < end) {
              note(name, request, number.getAndIncrement());
            }
          }));
    }
    return running;
  }

  private void note(String name, IntFunction<Answer> request, int number) {
    String outcome;
    try {
      Answer answer = request.apply(number);
      outcome = Integer.toString(answer.status());
      if (FAULTS.contains(answer.status()) && faults.size() < 20) {
        faults.add(answer.toString());
      }
    } catch (UncheckedIOException broken) {
      outcome = "broken off";
    }
    statuses.computeIfAbsent(name + " " + outcome, _ -> new AtomicInteger()).incrementAndGet();
  }

  private String journey(int number) {
    return journeys.isEmpty()
        ? UUID.randomUUID().toString()
        : journeys.get(number % journeys.size());
  }

  /** Creates, replaces, reads and clones journeys as large as they may be. */
  private IntFunction<Answer> manager(Client client) {
    return number -> {
      String journey = "journeys/" + journey(number);
      return switch (number % 8) {
        case 0, 1 -> {
          Answer created = client.send("POST", "journeys", large, "Content-Type", JSON);
          if (created.status() == 201) {
            journeys.add(created.json().get("id").textValue());
          }
          yield created;
        }
        case 2 -> client.send("PUT", journey, large, "Content-Type", JSON);
        case 3 -> client.post(journey + "/activate", Json.object());
        case 4 -> client.get(journey + "/history");
        case 5 -> client.post(journey + "/clone", Json.object());
        default -> client.get(journey);
      };
    };
  }

  /** Sends events that name many journeys, garbage, and files of both. */
  private IntFunction<Answer> sender(Client client) {
    AtomicLong sent = new AtomicLong();
    return number ->
        switch (number % 4) {
          case 0 -> client.post("events", garbage, LINES);
          case 1 -> client.post("events", events(sent), LINES);
          case 2 -> client.post("events/import", events(sent) + garbage, LINES);
          default -> client.post("events", "[" + "[".repeat(4 << 20), JSON);
        };
  }

  /** Each about another journey, so that all definitions are looked at. */
  private String events(AtomicLong sent) {
    StringBuilder lines = new StringBuilder();
    for (int event = 0; event < 5_000; event++) {
      long number = sent.getAndIncrement();
      lines
          .append("{\"event_id\":\"")
          .append(number)
          .append("\",\"type\":\"entered\",\"time\":\"2026-05-05T00:00:00Z\",\"user_id\":\"u")
          .append(number)
          .append("\",\"journey_id\":\"")
          .append(journey(event))
          .append("\"}\n");
    }
    return lines.toString();
  }

  /** Asks for the heaviest numbers, lists and files. */
  private IntFunction<Answer> reader(Client client) {
    return number -> {
      String journey = "journeys/" + journey(number);
      return switch (number % 8) {
        case 0 -> client.get(journey + "/stats/performance");
        case 1 ->
            client.get(
                journey
                    + "/stats/performance?period=custom&from=2024-01-01&to=2026-12-31&interval=day");
        case 2 -> client.get("journeys?limit=1000&sort=-goals_reached");
        case 3 -> client.get(journey + "/users?limit=1000");
        case 4 -> client.get(journey + "/goals.csv");
        case 5 -> client.post("exports", Json.object().put("kind", "journeys"));
        case 6 -> client.get("events/rejected?limit=1000");
        default -> client.get(journey + "/users.csv");
      };
    };
  }

  /** Signs in with nothing, with too much, and calls webhooks of nobody. */
  private IntFunction<Answer> stranger(Client client) {
    String key = "{\"key\": \"%s\"}".formatted("k".repeat(900 << 10));
    return number ->
        switch (number % 5) {
          case 0 -> client.post("session", key, JSON);
          case 1 -> client.post("session", "{\"key\": \"jsk_%d\"}".formatted(number), JSON);
          case 2 -> Client.withKey(client.baseUri(), "jsk_" + number).get("journeys");
          case 3 -> client.post("webhooks/sendgrid/nobody", garbage, JSON);
          default -> client.get("openapi.json");
        };
  }

  private static long bytes(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.mapToLong(HostileKeysIT::size).sum();
    } catch (IOException | UncheckedIOException movedMeanwhile) {
      return bytes(directory);
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
