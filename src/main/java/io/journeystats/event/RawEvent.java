package io.journeystats.event;

import io.journeystats.http.FieldError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An event as it was sent, its fields still text, with the faults found so far. */
final class RawEvent {
  /** More say nothing new, and an event of nothing but faults would fill memory and disk. */
  private static final int MAXIMUM_ERRORS = 25;

  private final Map<RawEventField, String> texts = new EnumMap<>(RawEventField.class);
  private final List<FieldError> errors = new ArrayList<>();
  private boolean readable = true;

  /** The field's text, empty where the event lacks it. */
  String text(RawEventField field) {
    return texts.getOrDefault(field, "");
  }

  boolean has(RawEventField field) {
    return !text(field).isEmpty();
  }

  /** Keeps a field's text; a field given twice is a fault. */
  void put(RawEventField field, String text) {
    if (texts.putIfAbsent(field, text) != null) {
      fault(field, "must be given only once");
    }
  }

  /** Notes that the event could not be read, so that nothing is known of its fields. */
  void unreadable(String message) {
    readable = false;
    fault("event", message);
  }

  /** Tells whether the event's fields are known: a field that is not there is missing then. */
  boolean isReadable() {
    return readable;
  }

  void fault(RawEventField field, String message) {
    fault(field.key(), message);
  }

  void fault(String field, String message) {
    if (errors.size() < MAXIMUM_ERRORS) {
      errors.add(new FieldError(field, message));
    } else if (errors.size() == MAXIMUM_ERRORS) {
      errors.add(new FieldError("event", "has further faults, which are not listed"));
    }
  }

  /** Tells whether a fault of the field was found already. */
  boolean isFaulty(RawEventField field) {
    // Nearly always there is none, and this is asked several times of every event.
    return !errors.isEmpty()
        && errors.stream().anyMatch(error -> error.field().equals(field.key()));
  }

  List<FieldError> errors() {
    return errors;
  }
}
