package io.journeystats.event;

import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;

/**
 * The shape of the events of one type, for the API description.
 *
 * @param type the type
 * @param fields the fields that such an event may have
 */
public record EventShape(EventType type, List<EventField> fields) {
  /** Copies the list. */
  public EventShape {
    fields = List.copyOf(fields);
  }

  /** The shape of a type's events. */
  public static EventShape of(EventType type) {
    TypeRules rules = TypeRules.of(type);
    return new EventShape(
        type,
        Arrays.stream(RawEventField.values())
            .filter(field -> TypeRules.allows(field, type))
            .map(field ->
                new EventField(
                    field.key(),
                    field.maximumLength(),
                    rules.requires(field, type),
                    valuesOf(field, type)))
            .toList());
  }

  private static List<String> valuesOf(RawEventField field, EventType type) {
    return switch (field) {
      case TYPE -> List.of(type.key());
      case REASON -> TypeRules.of(type).reasons();
      case CHANNEL ->
          Arrays.stream(Channel.values()).filter(type::occursIn).map(Channel::key).toList();
      default -> List.of();
    };
  }
}
