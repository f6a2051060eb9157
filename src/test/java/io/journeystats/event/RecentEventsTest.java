package io.journeystats.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystats.journey.Channel;
import io.journeystats.journey.JourneyId;
import io.journeystats.tenant.TenantId;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RecentEventsTest {
  private static final TenantId TENANT = new TenantId("first");

  private final RecentEvents recent = new RecentEvents();

  @Test
  void knowsAStoredEvent() {
    Event event = event("");
    assertThat(isKnown(TENANT, event)).isFalse();
    recent.add(recent.unknown(TENANT, List.of(event)));
    assertThat(isKnown(TENANT, event)).isTrue();
  }

  @Test
  void theSameEventOfAnotherTenantIsAnotherEvent() {
    recent.add(recent.unknown(TENANT, List.of(event(""))));
    assertThat(isKnown(new TenantId("second"), event(""))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void anEventWithOneDifferentFieldIsAnotherEvent(String field) {
    recent.add(recent.unknown(TENANT, List.of(event(""))));
    assertThat(isKnown(TENANT, event(field))).isFalse();
  }

  static Stream<String> fields() {
    return Arrays.stream(Event.class.getRecordComponents()).map(RecordComponent::getName);
  }

  private boolean isKnown(TenantId tenant, Event event) {
    return recent.unknown(tenant, List.of(event)).events().isEmpty();
  }

  /** The same event, except for one field. */
  private static Event event(String differentField) {
    List<Class<?>> types = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (RecordComponent field : Event.class.getRecordComponents()) {
      types.add(field.getType());
      values.add(value(field.getGenericType(), field.getName().equals(differentField) ? 1 : 0));
    }
    try {
      return Event.class
          .getDeclaredConstructor(types.toArray(Class<?>[]::new))
          .newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Events have changed.", e);
    }
  }

  private static Object value(Type type, int which) {
    return switch (type.getTypeName()) {
      case "java.lang.String" -> List.of("", "x").get(which);
      case "java.time.Instant" -> Instant.ofEpochMilli(which);
      case "io.journeystats.event.EventType" ->
          List.of(EventType.ENTERED, EventType.EXITED).get(which);
      case "java.util.Optional<io.journeystats.journey.Channel>" ->
          List.of(Optional.empty(), Optional.of(Channel.PUSH)).get(which);
      case "java.util.Optional<io.journeystats.journey.JourneyId>" ->
          List.of(Optional.empty(), Optional.of(new JourneyId(new UUID(1, 2)))).get(which);
      case "java.util.Optional<java.lang.Boolean>" ->
          List.of(Optional.empty(), Optional.of(true)).get(which);
      default -> throw new IllegalStateException("no values of " + type);
    };
  }
}
