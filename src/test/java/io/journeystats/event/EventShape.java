package io.journeystats.event;

import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.List;

/**
 * The fields that an event of one type may have, by the rules that check events.
 *
 * @param type the type
 * @param fields the fields, in the order of the specification
 */
public record EventShape(EventType type, List<Field> fields) {
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
                new Field(
                    field.key(),
                    kindOf(field),
                    field.maximumLength(),
                    rules.requires(field, type),
                    valuesOf(field, type)))
            .toList());
  }

  private static Kind kindOf(RawEventField field) {
    return switch (field) {
      case TIME -> Kind.TIME;
      case JOURNEY_ID -> Kind.JOURNEY;
      case MACHINE -> Kind.FLAG;
      case PROPERTIES -> Kind.OBJECT;
      default -> Kind.TEXT;
    };
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

  /** What a field holds. */
  public enum Kind {
    TEXT,
    TIME,
    JOURNEY,
    FLAG,
    OBJECT
  }

  /**
   * A field of an event.
   *
   * @param key its name in JSON
   * @param kind what it holds
   * @param maximumLength the maximum number of characters; of an object, bytes of JSON
   * @param required whether the event must have it
   * @param values the values that it may have; empty where they are free
   */
  public record Field(
      String key, Kind kind, int maximumLength, boolean required, List<String> values) {
    /** Copies the list. */
    public Field {
      values = List.copyOf(values);
    }
  }
}
