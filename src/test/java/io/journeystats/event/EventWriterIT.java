package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.clickhouse.ClickHouse;
import io.journeystats.clickhouse.Migrator;
import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import io.journeystats.testing.TestClickHouse;
import io.journeystats.testing.TestTombstones;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of an event is stored as it was written. */
@ExtendWith(TestClickHouse.class)
class EventWriterIT {
  private static final String READ =
      """
      SELECT
          toString(journey_id), toString(named_journey_id), toString(type),
          toString(toUnixTimestamp64Milli(time)), user_id, hwid, step_id, toString(channel), goal_id,
          reason, event_name, link_url, toString(machine), user_agent, arm, properties,
          toString(event_key = sipHash64(substring(user_id, 4))),
          toString(message_key = reinterpretAsUInt128(sipHash128('m' || user_id)))
      FROM events FINAL
      WHERE tenant_id = ?
      """;

  private static final List<EventType> TYPES = List.of(EventType.values());
  private static final List<Channel> CHANNELS = List.of(Channel.values());
  private static final List<String> DAYS =
      List.of("1900-01-01T00:00:00Z", "1969-12-31T00:00:00Z", "2026-05-12T00:00:00Z");
  private static final List<String> TEXTS =
      List.of(
          "plain",
          "",
          "é",
          "\uD83D\uDE00",
          "tab\t newline\n quote' back\\ zero\0",
          "x".repeat(300));

  @BeforeAll
  static void migrate(ClickHouse clickHouse) {
    new Migrator(clickHouse).migrate();
  }

  /** ClickHouse combines few events with others, and stores many as a separate part. */
  @ParameterizedTest
  @ValueSource(ints = {1, 300, 1_999, 2_000, 10_000})
  void writtenEventsAreReadBack(int count, ClickHouse clickHouse) {
    TenantId tenant = new TenantId("tenant-" + count);
    SplittableRandom random = new SplittableRandom(count);
    List<Event> events =
        IntStream.range(0, count).mapToObj(number -> event(number, random)).toList();

    new EventWriter(clickHouse, TestTombstones.of(clickHouse), () -> {}).write(tenant, events);
    new EventWriter(clickHouse, TestTombstones.of(clickHouse), () -> {}).write(tenant, events);

    assertThat(
            clickHouse.dsl().fetch(READ, tenant.value()).stream()
                .map(EventWriterIT::describe)
                .sorted())
        .containsExactlyElementsOf(events.stream().map(EventWriterIT::describe).sorted().toList());
  }

  @Test
  void theDatabaseStoresEveryChannel(ClickHouse clickHouse) {
    List<String> types =
        clickHouse
            .dsl()
            .fetch(
                """
                SELECT type FROM system.columns
                WHERE database = currentDatabase() AND (name = 'channel' OR endsWith(name, '.channel')) AND type LIKE '%Enum8%'
                """)
            .getValues(0, String.class);
    assertThat(types).hasSizeGreaterThanOrEqualTo(3);
    for (Channel channel : Channel.values()) {
      assertThat(types)
          .allMatch(type -> type.contains("'%s' = %d".formatted(channel.key(), channel.code())));
    }
  }

  private static Event event(int number, SplittableRandom random) {
    EventType type = any(TYPES, random);
    boolean named = type != EventType.CUSTOM || random.nextBoolean();
    return new Event(
        "id" + number,
        type,
        Instant.parse(any(DAYS, random)).plusMillis(random.nextInt(86_400_000)),
        named ? Optional.of(new JourneyId(uuid(random))) : Optional.empty(),
        "of id" + number,
        text(random),
        text(random),
        random.nextBoolean() ? Optional.of(any(CHANNELS, random)) : Optional.empty(),
        "mof id" + number,
        text(random),
        text(random),
        text(random),
        text(random),
        any(List.of(Optional.empty(), Optional.of(true), Optional.of(false)), random),
        text(random),
        text(random),
        random.nextBoolean() ? "" : "{\"a\":\"" + "y".repeat(random.nextInt(200)) + "\"}");
  }

  private static UUID uuid(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static String text(SplittableRandom random) {
    return any(TEXTS, random);
  }

  private static <T> T any(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  private static String describe(Event event) {
    String named = event.journey().map(JourneyId::toString).orElse(new UUID(0, 0).toString());
    return join(
        Stream.of(
            event.type() == EventType.CUSTOM ? new UUID(0, 0).toString() : named,
            named,
            event.type().key(),
            event.time().truncatedTo(ChronoUnit.MILLIS).toEpochMilli(),
            event.userId(),
            event.hwid(),
            event.stepId(),
            event.channel().map(Channel::key).orElse(""),
            event.goalId(),
            event.reason(),
            event.eventName(),
            event.linkUrl(),
            event.machine().map(String::valueOf).orElse(""),
            event.userAgent(),
            event.arm(),
            event.properties(),
            1,
            1));
  }

  private static String describe(Record row) {
    return join(Stream.of(row.intoArray()));
  }

  private static String join(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining("|"));
  }
}
