package io.journeystats.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.journeystats.http.InputErrors;
import java.io.IOException;

/** A reader of one event from JSON that collects all errors instead of stopping at the first. */
final class RawEventReader {
  private final PropertiesReader properties = new PropertiesReader();

  /**
   * Reads the value at the parser's current token and leaves the parser at its end.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException if the text is not JSON
   */
  RawEvent read(JsonParser json) throws IOException {
    RawEvent raw = new RawEvent();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      raw.markUnreadable("must be a JSON object");
      json.skipChildren();
      return raw;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      readField(json, name, raw);
    }
    return raw;
  }

  private void readField(JsonParser json, String name, RawEvent raw) throws IOException {
    RawEventField field = RawEventField.find(name);
    JsonToken token = json.currentToken();
    if (field == null) {
      raw.addError(TextChecks.printable(name), "is not a field of an event");
      json.skipChildren();
    } else if (token == JsonToken.VALUE_NULL) {
      raw.put(field, "");
    } else if (field == RawEventField.PROPERTIES) {
      properties.read(json, raw);
    } else if (field == RawEventField.MACHINE) {
      readFlag(json, raw);
    } else if (token == JsonToken.VALUE_STRING) {
      readText(json.getText(), field, raw);
    } else {
      raw.addError(field, "must be a string");
      json.skipChildren();
    }
  }

  private static void readFlag(JsonParser json, RawEvent raw) throws IOException {
    if (json.currentToken().isBoolean()) {
      raw.put(RawEventField.MACHINE, json.getText());
    } else {
      raw.addError(RawEventField.MACHINE, "must be true or false, not a string or number");
      json.skipChildren();
    }
  }

  /** Sets a field's text and checks its length and encoding. */
  static void readText(String text, RawEventField field, RawEvent raw) {
    if (TextChecks.isLongerThan(text, field.maximumLength())) {
      raw.addError(field, "must have at most " + field.maximumLength() + " characters");
    } else if (!InputErrors.isUnicode(text)) {
      raw.addError(field, "must be valid Unicode, but contains an unpaired surrogate");
    }
    raw.put(field, text);
  }
}
