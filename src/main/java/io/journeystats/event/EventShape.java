package io.journeystats.event;

import io.journeystats.journey.Channel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an event of one type consists of, for whoever describes events.
 *
 * @param type the type
 * @param fields the fields that it may carry
 */
public record EventShape(EventType type, List<Field> fields) {
  /** Copies the list. */
  public EventShape {
    fields = List.copyOf(fields);
  }

  /** The shape of a type's events. */
  public static EventShape of(EventType type) {
    Set<EnvelopeField> required = required(type);
    return new EventShape(
        type,
        Arrays.stream(EnvelopeField.values())
            .map(field ->
                new Field(
                    field.key(),
                    field.maximumLength(),
                    required.contains(field),
                    valuesOf(field, type)))
            .toList());
  }

  private static Set<EnvelopeField> required(EventType type) {
    TypeRules rules = TypeRules.of(type);
    Set<EnvelopeField> required =
        EnumSet.of(
            EnvelopeField.EVENT_ID, EnvelopeField.TYPE, EnvelopeField.TIME, EnvelopeField.USER_ID);
    required.addAll(rules.required());
    if (type != EventType.CUSTOM) {
      required.add(EnvelopeField.JOURNEY_ID);
    }
    if (!rules.reasons().isEmpty()) {
      required.add(EnvelopeField.REASON);
    }
    return required;
  }

  private static List<String> valuesOf(EnvelopeField field, EventType type) {
    return switch (field) {
      case TYPE -> List.of(type.key());
      case REASON -> TypeRules.of(type).reasons();
      case CHANNEL ->
          Arrays.stream(Channel.values()).filter(type::occursIn).map(Channel::key).toList();
      default -> List.of();
    };
  }

  /**
   * A field of the event.
   *
   * @param key its name on the wire
   * @param maximumLength how many characters its text may have; of properties, bytes of JSON
   * @param required whether the event must carry it
   * @param values what it may say; empty where it is free
   */
  public record Field(String key, int maximumLength, boolean required, List<String> values) {
    /** Copies the list. */
    public Field {
      values = List.copyOf(values);
    }

    /** Tells whether it names a journey. */
    public boolean isJourney() {
      return key.equals(EnvelopeField.JOURNEY_ID.key());
    }

    /** Tells whether it is a time. */
    public boolean isTime() {
      return key.equals(EnvelopeField.TIME.key());
    }

    /** Tells whether it holds free attributes. */
    public boolean isObject() {
      return key.equals(EnvelopeField.PROPERTIES.key());
    }
  }
}
