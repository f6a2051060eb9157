package io.journeystats.event;

import io.journeystats.http.FieldError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An event as it was sent, with text fields and the errors found so far. */
final class RawEvent {
  /** Further errors would add no information, and could fill memory and disk. */
  private static final int MAXIMUM_ERRORS = 25;

  private final Map<RawEventField, String> texts = new EnumMap<>(RawEventField.class);
  private final List<FieldError> errors = new ArrayList<>();
  private boolean readable = true;

  /** The field's text; empty if the event does not have the field. */
  String text(RawEventField field) {
    return texts.getOrDefault(field, "");
  }

  boolean has(RawEventField field) {
    return !text(field).isEmpty();
  }

  /** Sets a field's text. Setting a field twice is an error. */
  void put(RawEventField field, String text) {
    if (texts.putIfAbsent(field, text) != null) {
      addError(field, "must be given only once");
    }
  }

  /** Records that the event could not be parsed, so that its fields are unknown. */
  void markUnreadable(String message) {
    readable = false;
    addError("event", message);
  }

  /** Whether the event could be parsed, so that an absent field is missing. */
  boolean isReadable() {
    return readable;
  }

  void addError(RawEventField field, String message) {
    addError(field.key(), message);
  }

  void addError(String field, String message) {
    if (errors.size() < MAXIMUM_ERRORS) {
      errors.add(new FieldError(field, message));
    } else if (errors.size() == MAXIMUM_ERRORS) {
      errors.add(new FieldError("event", "has further errors, which are not listed"));
    }
  }

  /** Whether an error in the field was found. */
  boolean hasError(RawEventField field) {
    // Almost always empty, and called several times per event.
    return !errors.isEmpty()
        && errors.stream().anyMatch(error -> error.field().equals(field.key()));
  }

  List<FieldError> errors() {
    return errors;
  }
}
