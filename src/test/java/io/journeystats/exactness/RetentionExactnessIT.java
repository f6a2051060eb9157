package io.journeystats.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.rollup.RollupSettings;
import io.journeystats.rollup.RollupTask;
import io.journeystats.rollup.TenantEraser;
import io.journeystats.tenant.Tenants;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestService;
import io.journeystats.testing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statistic of random worlds whose tenant keeps events for some time only, compared with the
 * naive implementation: while events come in, as days go by and the time is chosen otherwise,
 * before and after what is too old is off the disk, and on two instances. {@code -Dexactness.seeds}
 * and {@code -Dexactness.first} choose the worlds.
 */
@ExtendWith(TestClickHouse.class)
class RetentionExactnessIT {
  /** What derived tables say, without what each writing of a row changes. */
  private static final Map<String, String> TABLES =
      Map.of(
          "user_states",
          "* EXCEPT entrance_keys, arraySort(entrance_keys)",
          "user_entrances",
          "*",
          "device_users",
          "*",
          "user_presence",
          "*",
          "event_counts",
          "journey_id, quarter_hour, earliest, arraySort(arrayZip(counts.type, counts.step_id,"
              + " counts.channel, counts.reason, counts.number))");

  private static TestService running;
  private static TestService other;
  private static ClickHouse store;

  @BeforeAll
  static void start(ClickHouse clickHouse) {
    store = clickHouse;
    running = TestService.start(clickHouse.endpoint(), "alone: false");
    other = TestService.start(clickHouse.endpoint(), "alone: false");
  }

  @AfterAll
  static void stop() {
    running.close();
    other.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("io.journeystats.exactness.ExactnessIT#seeds")
  void everyStatisticIsThatOfAWorldWithoutWhatIsTooOld(long seed) {
    new Trial(seed).run();
  }

  /** One world. */
  private static final class Trial {
    private final ServiceUnderTest service = new ServiceUnderTest.Own(running);
    private final ServiceUnderTest elsewhere = new ServiceUnderTest.Own(other);
    private final Random random;
    private final RandomWorld world;
    private final TestTenant tenant;
    private final Client admin;
    private final Delivery delivery;
    private final Comparison here;
    private final Comparison there;
    private Instant now;
    private NaiveRetention retention;

    Trial(long seed) {
      now = RandomWorld.bestNow(seed);
      setClocks(Duration.ZERO);
      random = new Random(seed);
      world = RandomWorld.of(seed, now);
      retention = NaiveRetention.forever(world.zone());
      tenant = TestTenant.create(service, world.zone().getId());
      admin = tenant.client("admin");
      world.journeys().forEach(journey -> admin.post("journeys", journey).json(201));
      Client reader = tenant.client("read");
      here = new Comparison(service, world, reader);
      there =
          new Comparison(
              elsewhere,
              world,
              new Client(other.baseUri(), reader.headers()),
              here.known(),
              here.erasures(),
              here.retention());
      delivery =
          new Delivery(
              tenant.client("ingest"),
              random,
              () -> 1 + random.nextInt(500),
              Supplier::get,
              event -> here.erasures().isErased(NaiveEvent.read(event)));
    }

    void run() {
      List<ObjectNode> events = new ArrayList<>(world.events());
      Collections.shuffle(events, random);
      int part = events.size() * 6 / 10;
      deliver(events.subList(0, part));
      keep(Optional.of(100 + random.nextInt(250)));
      here.compare("some is kept", 1600);
      deliver(events.subList(part, events.size()));
      service.settle();
      here.compare("some came too late", 1600);
      setClocks(Duration.ofDays(1));
      here.compare("a day later", 1600);
      there.compare("a day later, elsewhere", 1600);

      keep(Optional.of(30 + random.nextInt(40)));
      here.compare("less is kept", 1600);
      erase();
      here.compare("off the disk", 1600);
      eraseUsers(4);
      here.compare("users are erased, too", 1600);
      keep(random.nextBoolean() ? Optional.empty() : Optional.of(365));
      deliver(events);
      service.settle();
      here.compare("more is kept, and all was sent again", 1600);
      keep(Optional.of(30));
      setClocks(Duration.ofDays(20));
      here.compare("twenty days later", 1600);
      erase();
      there.compare("twenty days later, off the disk", 1600);
    }

    private void eraseUsers(int number) {
      List<ObjectNode> events = List.copyOf(world.events());
      for (int one = 0; one < number; one++) {
        String user = events.get(random.nextInt(events.size())).get("user_id").textValue();
        admin.send("DELETE", "users?user_id=" + Client.encode(user), new byte[0]).json(202);
        here.erasures().erase(user, now);
      }
    }

    private void deliver(List<ObjectNode> events) {
      delivery.deliver(events);
      here.add(events);
    }

    private void keep(Optional<Integer> days) {
      String number = days.map(String::valueOf).orElse("null");
      JsonNode shown =
          admin
              .patch("tenants/" + tenant.id(), "{\"retention_days\": %s}".formatted(number))
              .json(200);
      Client adminElsewhere = new Client(other.baseUri(), admin.headers());
      Waiting.until(() -> adminElsewhere.get("tenants/" + tenant.id()).json(200).equals(shown));
      retention = retention.changed(days, now);
      here.retention().set(retention);
    }

    private void setClocks(Duration later) {
      now = now.plus(later);
      service.setClock(now);
      elsewhere.setClock(now);
    }

    /** Removes what is too old; what is derived is as if it was derived from what is left. */
    private void erase() {
      Tenants tenants = new Tenants(store.dsl("test"), () -> now);
      TenantEraser eraser = new TenantEraser(store, tenants, List.of(), Duration.ZERO, () -> now);
      assertThat(eraser.pending()).isPositive();
      while (eraser.pending() > 0) {
        eraser.erase();
      }
      Instant first = retention.dataFrom(now).orElseThrow();
      DSLContext database = store.dsl();
      assertThat(
              database
                  .fetchSingle(
                      "SELECT toInt64(countIf(time < fromUnixTimestamp64Milli(%d))), toInt64(count()) FROM events WHERE tenant_id = '%s'"
                          .formatted(first.toEpochMilli(), tenant.id()))
                  .intoList())
          .satisfies(counts -> assertThat(counts.getFirst()).isEqualTo(0L))
          .satisfies(counts -> assertThat((Long) counts.getLast()).isPositive());
      assertThat(
              database
                  .fetchSingle(
                      "SELECT toInt64(countIf(least(toUnixTimestamp64Milli(time), toInt64(started_at) - 2208988800000) < %d)) FROM conversions WHERE tenant_id = '%s'"
                          .formatted(first.toEpochMilli(), tenant.id()))
                  .get(0, Long.class))
          .as("conversions that are too old, or whose start is")
          .isZero();
      running.awaitRollup();
      Map<String, String> derived = derived(database);
      new RollupTask(store, new RollupSettings(Duration.ofDays(1), Duration.ZERO))
          .rebuild((_, _) -> {});
      assertThat(derived(database)).isEqualTo(derived);
    }

    private Map<String, String> derived(DSLContext database) {
      Map<String, String> derived = new TreeMap<>();
      TABLES.forEach((table, columns) ->
          derived.put(
              table,
              String.join(
                  "\n",
                  database
                      .fetch(
                          "SELECT toString(tuple(%s)) AS r FROM %s FINAL WHERE tenant_id = '%s'%s ORDER BY r"
                              .formatted(
                                  columns,
                                  table,
                                  tenant.id(),
                                  table.equals("event_counts") ? " AND notEmpty(counts.type)" : ""))
                      .getValues(0, String.class))));
      return derived;
    }
  }
}
